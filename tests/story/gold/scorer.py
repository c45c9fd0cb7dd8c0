"""Scores of a prediction against an annotated text, as counts that add up over texts."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from tests.story.gold import judgement
from tests.story.gold.gold import GoldText
from tests.story.gold.judgement import Judgement
from tests.story.gold.matching import ActionOf, match_cast, match_events
from tests.story.gold.prediction import Prediction

_TRAITS = ("gender", "age", "kind", "species", "role")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are right; shares add up."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)

    @property
    def ratio(self) -> float | None:
        """The share from 0 to 1, or None of nothing."""
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one text, or the micro-averaged score of many.

    Each `_recall` counts gold items and each `_precision` predicted ones; the others are accuracies over
    gold items. `drawn_wrongly` counts the unseen verbs of the gold that are predicted as seen.
    """

    cast_recall: Share = Share()
    cast_precision: Share = Share()
    gender: Share = Share()
    age: Share = Share()
    kind: Share = Share()
    species: Share = Share()
    role: Share = Share()
    places: Share = Share()
    times: Share = Share()
    weathers: Share = Share()
    speakers: Share = Share()
    mentions: Share = Share()
    event_recall: Share = Share()
    event_precision: Share = Share()
    patients: Share = Share()
    drawn_wrongly: Share = Share()

    def __add__(self, other: "Score") -> "Score":
        names = [each.name for each in fields(self)]
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def cast_f1(self) -> float | None:
        """The harmonic mean of the recall and the precision of the cast, or None without either."""
        return _compute_f1(self.cast_recall, self.cast_precision)

    @property
    def event_f1(self) -> float | None:
        """The harmonic mean of the recall and the precision of the events, or None without either."""
        return _compute_f1(self.event_recall, self.event_precision)


def score(gold: GoldText, prediction: Prediction, action_of: ActionOf | None = None) -> Score:
    """Score a prediction of a text; see `judge` for `action_of`."""
    shares = {name: _count(judgements) for name, judgements in judge(gold, prediction, action_of).items()}
    unseen = shares.pop("unseen")
    return Score(**shares, drawn_wrongly=Share(unseen.total - unseen.right, unseen.total))


def judge(
    gold: GoldText, prediction: Prediction, action_of: ActionOf | None = None
) -> dict[str, list[Judgement]]:
    """Judge every item of a text, by the names of the shares in `Score`, with "unseen" for `drawn_wrongly`.

    `action_of` gives the value of the `Action` of a verb's lemma, "" for none; with it an event matches a
    gold event of the same action too. Without it, lemmas and the actions written in the gold data decide.
    """
    cast = match_cast(gold, prediction.cast)
    pairs = match_events(gold.events, prediction.events, cast, action_of)
    traits = {name: judgement.judge_trait(gold, cast, name) for name in _TRAITS}
    columns: dict[str, Iterable[Judgement]] = {
        "cast_recall": judgement.judge_gold_cast(gold, cast),
        "cast_precision": judgement.judge_predicted_cast(cast),
        **traits,
        "places": judgement.judge_places(gold, prediction),
        "times": judgement.judge_times(gold, prediction),
        "weathers": judgement.judge_weathers(gold, prediction),
        "speakers": judgement.judge_speakers(gold, prediction, cast),
        "mentions": judgement.judge_mentions(gold, prediction, cast),
        "event_recall": judgement.judge_events(gold, pairs),
        "event_precision": judgement.judge_drawn(gold, prediction, cast, pairs),
        "patients": judgement.judge_patients(gold, prediction, cast, pairs),
        "unseen": judgement.judge_unseen(gold, prediction, action_of),
    }
    return {name: list(judgements) for name, judgements in columns.items()}


def _count(judgements: list[Judgement]) -> Share:
    return Share(sum(each.is_right for each in judgements), len(judgements))


def _compute_f1(recall: Share, precision: Share) -> float | None:
    total = recall.total + precision.total
    return (recall.right + precision.right) / total if total else None
