"""Whether a prediction is right, item for item of the annotated text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from app.vocabulary.words import listed
from tests.story.gold.gold import GoldEvent, GoldText
from tests.story.gold.matching import ActionOf, CastMatch, Span, overlaps, same_verb
from tests.story.gold.prediction import PredictedEvent, Prediction

# Verbs of speech, which the lines are scored by: as events they are right where annotated, and wrong nowhere.
SPEECH_VERBS = frozenset(
    listed(
        "say, ask, answer, reply, tell, call, cry, exclaim, whisper, shout, murmur, mutter, continue, add, "
        "remark, observe, explain, repeat, scream, yell, talk, speak, announce, order, beg, agree, "
        "sagen, fragen, antworten, rufen, sprechen"
    )
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether one item is right.

    `where` is its words or its paragraph; `expected` is what the gold data has, `said` what was predicted.
    """

    is_right: bool
    where: str
    expected: str
    said: str


def judge_gold_cast(gold: GoldText, cast: CastMatch) -> Iterator[Judgement]:
    """Judge each gold character: whether a predicted one matches it."""
    for each in gold.cast:
        found = cast.pairs.get(each.name)
        yield Judgement(found is not None, "cast", each.name, found.name if found else "")


def judge_predicted_cast(cast: CastMatch) -> Iterator[Judgement]:
    """Judge each predicted character that is no extra: whether it matches a gold one."""
    for name, found in cast.pairs.items():
        yield Judgement(True, "cast", name, found.name)
    for found in cast.false_positives:
        yield Judgement(False, "cast", "", found.name)


def judge_trait(gold: GoldText, cast: CastMatch, trait: str) -> Iterator[Judgement]:
    """Judge a trait of the matched characters whose trait the gold data tells."""
    for each in gold.cast:
        expected = each.roles if trait == "role" else (getattr(each, trait),)
        if each.name in cast.pairs and any(expected):
            said = getattr(cast.pairs[each.name], trait)
            yield Judgement(said in expected, each.name, _join(expected), said)


def judge_places(gold: GoldText, prediction: Prediction) -> Iterator[Judgement]:
    """Judge the places of the paragraphs that have any: each acceptable one is right."""
    return _judge_column([each.places for each in gold.paragraphs], prediction.places)


def judge_times(gold: GoldText, prediction: Prediction) -> Iterator[Judgement]:
    """Judge the times of day of the paragraphs that have one."""
    return _judge_column([(each.time,) if each.time else () for each in gold.paragraphs], prediction.times)


def judge_weathers(gold: GoldText, prediction: Prediction) -> Iterator[Judgement]:
    """Judge the weather of the paragraphs that tell it, unless the prediction has none."""
    if prediction.weathers:
        told = [() if each.weather is None else (each.weather,) for each in gold.paragraphs]
        yield from _judge_column(told, prediction.weathers)


def judge_speakers(gold: GoldText, prediction: Prediction, cast: CastMatch) -> Iterator[Judgement]:
    """Judge the speaker of every gold line: that of the predicted line over the gold line's first words.

    A gold line without a speaker, such as an inscription, is right where no character of the gold has it.
    """
    for line in gold.lines:
        end = line.start + len(line.quote)
        found = [each.speaker for each in prediction.lines if overlaps(each, line.start, end)]
        speakers = cast.resolve(found[:1]) & cast.people
        expected = {line.speaker} if line.speaker else set()
        yield Judgement(speakers == expected, line.quote, line.speaker, _join(found[:1]))


def judge_mentions(gold: GoldText, prediction: Prediction, cast: CastMatch) -> Iterator[Judgement]:
    """Judge each gold mention by the predicted one that shares the largest part of both spans.

    It is right when its characters are exactly those of the gold mention; where that stands for none, when
    it names no character of the gold.
    """
    for mention in gold.mentions:
        near = [each for each in prediction.mentions if overlaps(each, mention.start, mention.end)]
        best = max(near, key=partial(_compute_iou, mention), default=None)
        names = cast.resolve(best.names) if best else set()
        is_right = names == set(mention.who) if mention.who else not names & cast.people
        yield Judgement(is_right, _quote(gold, mention), _join(mention.who), _join(names))


def judge_events(gold: GoldText, pairs: dict[int, int]) -> Iterator[Judgement]:
    """Judge each gold event: whether a predicted one matches it."""
    for at, event in enumerate(gold.events):
        yield Judgement(at in pairs, _quote(gold, event), _describe(event), "")


def judge_drawn(
    gold: GoldText, prediction: Prediction, cast: CastMatch, pairs: dict[int, int]
) -> Iterator[Judgement]:
    """Judge the predicted seen events that must be in the gold data: visible acts of its cast.

    Verbs of speech, and events of things and extras ("the door flew open"), are right where they match and
    wrong nowhere.
    """
    matched = set(pairs.values())
    for at, event in enumerate(prediction.events):
        is_act = event.verb not in SPEECH_VERBS and bool(cast.resolve(event.agents) & cast.people)
        if event.is_seen and (at in matched or is_act):
            yield Judgement(at in matched, _quote(gold, event), "", _describe(event))


def judge_patients(
    gold: GoldText, prediction: Prediction, cast: CastMatch, pairs: dict[int, int]
) -> Iterator[Judgement]:
    """Judge the patients of the matched events that have any in the gold data: one in common is right."""
    for ours, theirs in pairs.items():
        expected, said = gold.events[ours].patients, prediction.events[theirs].patients
        if expected:
            is_right = bool(cast.resolve(expected) & cast.resolve(said))
            yield Judgement(is_right, _quote(gold, gold.events[ours]), _join(expected), _join(said))


def judge_unseen(gold: GoldText, prediction: Prediction, action_of: ActionOf | None) -> Iterator[Judgement]:
    """Judge each unseen verb of the gold data: it is right unless a predicted seen event draws it."""
    seen = [each for each in prediction.events if each.is_seen]
    for unseen in gold.unseen:
        near = [each for each in seen if overlaps(each, unseen.start, unseen.end)]
        drawn = [each for each in near if same_verb(unseen, each, action_of)]
        said = _describe(drawn[0]) if drawn else ""
        yield Judgement(not drawn, _quote(gold, unseen), f"not {unseen.verb}", said)


def _judge_column(told: Sequence[tuple[str, ...]], said: tuple[str, ...]) -> Iterator[Judgement]:
    """Judge a value of each paragraph; a paragraph without acceptable values does not count."""
    for number, acceptable in enumerate(told, 1):
        value = said[number - 1] if number <= len(said) else "(none)"
        if acceptable:
            yield Judgement(value in acceptable, f"paragraph {number}", _join(acceptable), value)


def _compute_iou(span: Span, other: Span) -> float:
    shared = min(span.end, other.end) - max(span.start, other.start)
    return shared / (max(span.end, other.end) - min(span.start, other.start))


def _describe(event: GoldEvent | PredictedEvent) -> str:
    return f"{_join(event.agents)} {event.verb} {_join(event.patients)}".strip()


def _quote(gold: GoldText, span: Span) -> str:
    """Return the words of a span with some of those around it, on one line."""
    parts = gold.text[max(0, span.start - 20) : span.start], gold.text[span.end : span.end + 20]
    return f"{parts[0]}[{gold.text[span.start : span.end]}]{parts[1]}".replace("\n", " ")


def _join(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
