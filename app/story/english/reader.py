"""The reader of English prose: it brings cast, coreference, speakers, places, times and beats together."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Span as TokenSpan

from app.story.beat import Beat, BeatStatus
from app.story.english.beats import BeatReader
from app.story.english.casting import CastList
from app.story.english.clauses import list_told_words
from app.story.english.foreknowledge import Foreknowledge
from app.story.english.names import Names
from app.story.english.newcomers import find_newcomers
from app.story.english.passages import Passage, parse
from app.story.english.places import PlaceReader
from app.story.english.quoted import QuotedMentions
from app.story.english.resolver import Resolver
from app.story.english.speakers import SpeakerFinder
from app.story.english.timeline import Sky
from app.story.lexicon import get_lexicon
from app.story.location import Location
from app.story.people import OWNER_WEIGHT, Mention
from app.story.prose import Prose
from app.story.reading import Moment, StoryReading
from app.story.speech import Speech
from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting

_PRONOUN_WEIGHT = 0.5
_NOT_SEEN: frozenset[BeatStatus] = frozenset(["negated", "unreal", "earlier", "reported"])
# What does not happen at night tells that it is night, all the same.
_NOT_NOW: frozenset[BeatStatus] = frozenset(["earlier", "reported"])
_WORDS_OF_A_SKETCH = 150
_SPOKEN_WEIGHT = 0.0
_HINTS = 1.0
_SHOWING = re.compile(
    r"\b(?:is this|this is|here is|welcome to|here in) (?:the|a|an|my|our)\b", re.IGNORECASE
)
_SHOWN = 6  # how much more a place counts that a speaker shows than one that is talked about
_BACK_FILL = 8  # sentences before the first place or time that play there and then, too
_CHANGES = frozenset(["next", "following", "later", "fell", "came", "grew", "until", "till", "became"])
"""Words of a sentence whose time begins with it."""


def read(prose: Prose, parser: Language, before: Location, known: Collection[str] = ()) -> StoryReading:
    """Read a story of English prose in time and memory linear in its length.

    `before` is where the story stands, `known` are names of characters that need no further evidence.
    """
    with parser.memory_zone():
        return _StoryReader(prose, parse(prose, parser), before, known).read()


class _StoryReader:
    def __init__(
        self, prose: Prose, passages: Sequence[Passage], before: Location, known: Collection[str]
    ) -> None:
        self._prose, self._passages, self._before = prose, passages, before
        self._names = Names(prose, passages, known)

    def read(self) -> StoryReading:
        """Read twice: the first time teaches what names mean."""
        resolver = Resolver(self._names, self._read_first())
        speakers, beats = SpeakerFinder(self._prose, resolver), BeatReader(resolver)
        for passage in self._passages:
            resolver.read(passage)
            speakers.read(passage)
            beats.read(passage)
        speakers.settle()
        words = sum(len(sentence.words) for sentence in self._prose.sentences)
        cast = CastList(resolver, is_sketch=words <= _WORDS_OF_A_SKETCH)
        return StoryReading(
            people=cast.people,
            mentions=self._list_mentions(resolver, speakers, cast),
            speeches=self._list_speeches(speakers, cast),
            moments=self._list_moments(),
            beats=tuple(sorted(self._name_beats(beats, cast), key=lambda beat: (beat.start, beat.end))),
        )

    def _read_first(self) -> Foreknowledge:
        resolver = Resolver(self._names, Foreknowledge())
        speakers = SpeakerFinder(self._prose, resolver)
        for passage in self._passages:
            resolver.read(passage)
            speakers.read(passage)
        speakers.settle()
        named = [one for one in resolver.memory.entities if one.survivor is one and one.names]
        return Foreknowledge(
            {name: one.gender for one in named for name in one.names if one.gender != "neutral"},
            speakers.list_address_nouns(),
            find_newcomers(resolver),
        )

    def _list_mentions(
        self, resolver: Resolver, speakers: SpeakerFinder, cast: CastList
    ) -> tuple[tuple[Mention, ...], ...]:
        found: list[list[Mention]] = [[] for _ in self._prose.sentences]
        for reference in resolver.references:
            weight = OWNER_WEIGHT if reference.is_owner else _PRONOUN_WEIGHT if reference.is_pronoun else 1.0
            for entity in reference.entities:
                person = cast.find(entity)
                if person is not None:
                    mention = Mention(person, reference.start, reference.end, weight)
                    found[reference.sentence].append(mention)
        starts = [sentence.start for sentence in self._prose.sentences]
        quoted = QuotedMentions(self._prose, speakers.utterances, resolver.references, resolver.memory)
        for start, end, entity in quoted.find():
            person = cast.find(entity)
            if person is not None:
                mention = Mention(person, start, end, _SPOKEN_WEIGHT, is_spoken=True)
                found[max(0, bisect_right(starts, start) - 1)].append(mention)
        return tuple(tuple(sorted(mentions, key=lambda one: one.start)) for mentions in found)

    def _list_speeches(self, speakers: SpeakerFinder, cast: CastList) -> tuple[Speech, ...]:
        attributed = {one.number: one for one in speakers.utterances}
        speeches = []
        for number, (start, end) in enumerate(self._prose.quotes):
            utterance = attributed.get(number)
            speaker = cast.find(utterance.speaker) if utterance and utterance.speaker else None
            is_told = utterance is not None and utterance.turn.is_told
            if is_told or not _is_quoted_word(self._prose.text, start, end):
                speeches.append(Speech(start, end, speaker))
        return tuple(speeches)

    def _list_moments(self) -> tuple[Moment, ...]:
        """Follow place, time and weather; sentences before the first place play there, too."""
        places, sky = PlaceReader(self._before), Sky(get_lexicon("en"), self._before.time_of_day)
        told: dict[int, tuple[Location, bool]] = {}
        arrivals: set[int] = set()
        words: dict[int, list[str]] = {}
        times: dict[int, list[str]] = {}
        for passage in self._passages:
            for sentence in passage.doc.sents:
                is_told = places.read(sentence)
                index = passage.find_sentence(sentence[0])
                words.setdefault(index, []).extend(list_told_words(sentence, _NOT_SEEN))
                times.setdefault(index, []).extend(_list_words_of_now(sentence))
                arrivals.update([index] if places.is_arrival else [])
                is_told = is_told or (index in told and told[index][1])
                told[index] = places.here, is_told
        moments: list[Moment] = []
        here = self._before
        for index in range(len(self._prose.sentences)):
            location, is_told = told.get(index, (here, False))
            here, is_first = location, not sky.is_told
            sky.read(index, words.get(index, ()), times.get(index, ()))
            sky.end_weather(" ".join(self._prose.sentences[index].narrated))
            now = times.get(index, [])
            is_change = bool(_CHANGES & set(now)) or now[:1] == ["by"]
            is_lasting = not is_change and self._before.time_of_day == "day"
            if is_first and sky.is_told and is_lasting and index <= _BACK_FILL:
                moments = [_set_time(moment, sky.hour) for moment in moments]
            moments.append(Moment(replace(here, time_of_day=sky.time_of_day), sky.weather, is_told))
        return tuple(self._fill_back(moments, arrivals, places))

    def _name_beats(self, beats: BeatReader, cast: CastList) -> list[Beat]:
        return [
            replace(
                beat, agents=cast.list_names(agents), patients=(*cast.list_names(patients), *beat.patients)
            )
            for beat, agents, patients in beats.beats
        ]

    def _fill_back(
        self, moments: list[Moment], arrivals: Collection[int], places: PlaceReader
    ) -> list[Moment]:
        """Place what comes before the first place there, or where the things that it tells of are found.

        Who goes to the first place, as one of `arrivals` tells, was elsewhere before.
        """
        first = next((index for index, moment in enumerate(moments) if moment.is_told), len(moments))
        near = moments[first].location if first <= min(_BACK_FILL, len(moments) - 1) else None
        guessed = self._guess_place(first, places) if first in arrivals or near is None else None
        guessed = guessed or near
        if guessed is None:
            return moments
        placed = [
            replace(moment, location=replace(guessed, time_of_day=moment.location.time_of_day))
            for moment in moments[:first]
        ]
        return [*placed, *moments[first:]]

    def _guess_place(self, end: int, places: PlaceReader) -> Location | None:
        """Return the place that the nouns of the first sentences hint at, those of a dialogue if need be."""
        lexicon, votes = get_lexicon("en"), dict[Setting, float]()
        for sentence in self._prose.sentences[:end]:
            # "Is this the lighthouse?" tells more than what is only talked about.
            factor = _SHOWN if _SHOWING.search(self._prose.text[sentence.start : sentence.end]) else 1
            for found in lexicon.places.find([word.lower for word in sentence.words]):
                setting = found.value.setting
                votes[setting] = votes.get(setting, 0) + factor * found.value.weight
        if not votes:
            return None
        setting, weight = max(votes.items(), key=lambda item: item[1])
        setting = places.rename(setting)
        is_dialogue = not any(moment.narrated for moment in self._prose.sentences[:end])
        if weight < _HINTS and not is_dialogue:
            return None
        return Location(setting.value, SETTINGS[setting].indoors is not False, building=setting.value)


def _list_words_of_now(sentence: TokenSpan) -> list[str]:
    """Return the words that tell the time; "by nightfall they had come" does, of what was done before."""
    told = list_told_words(sentence, _NOT_NOW)
    if sentence[0].lower_ != "by" or told[:1] == ["by"]:
        return told
    return [*(token.lower_ for token in sentence[0].subtree), *told]


def _set_time(moment: Moment, time_of_day: str) -> Moment:
    return replace(moment, location=replace(moment.location, time_of_day=time_of_day))


def _is_quoted_word(text: str, start: int, end: int) -> bool:
    """Return whether a quotation is a word or two in the middle of a sentence, which nobody says."""
    words = text[start:end].strip()
    return len(words.split()) <= 2 and words[-1:].isalnum() and text[end + 1 : end + 3].strip()[:1].islower()
