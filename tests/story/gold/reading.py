"""What the product's own reader says of a text, in the neutral terms of the scorer."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.story import prose
from app.story.lexicon import get_lexicon
from app.story.location import Location, find_last_time, find_location, find_weather
from app.story.looks import summarize_appearance
from app.story.people import Person
from app.story.prose import Prose
from app.story.readers import read_prose
from app.story.reading import Moment, StoryReading
from app.story.scene import SceneDraft
from app.story.segmentation import cut
from app.vocabulary.looks import CharacterLook
from tests.story.gold.gold import find_paragraphs
from tests.story.gold.prediction import (
    PredictedCharacter,
    PredictedEvent,
    PredictedLine,
    PredictedMention,
    Prediction,
)


def predict(text: str, story_format: str, language: str) -> Prediction:
    """Return what the reader finds in a text."""
    if story_format != "prose":
        return _predict_screenplay(text, story_format, language)
    story = prose.read(text, language)
    reading = read_prose(story, language, Location())
    places, times, weathers = _list_paragraphs(text, story, reading, language)
    return Prediction(
        cast=tuple(map(_make_character, reading.people)),
        places=places,
        times=times,
        weathers=weathers,
        lines=tuple(
            PredictedLine(one.start, one.end, one.speaker.name if one.speaker else "")
            for one in reading.speeches
        ),
        mentions=tuple(_list_mentions(reading)),
        events=tuple(
            PredictedEvent(
                one.start, one.end, one.verb, one.agents, one.patients, one.status == "seen", one.action or ""
            )
            for one in reading.beats
        ),
    )


def _make_character(person: Person) -> PredictedCharacter:
    kind = "animal" if person.is_animal else person.kind
    age = "old" if "old" in person.marks and not person.is_animal else person.age
    appearance = summarize_appearance(person)
    return PredictedCharacter(
        name=person.name,
        aliases=person.aliases,
        kind=kind,
        gender=person.gender or "neutral",
        age=age,
        species=appearance.species or "",
        role=appearance.role or "",
        is_group=person.is_plural,
    )


def _list_paragraphs(
    text: str, story: Prose, reading: StoryReading, language: str
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return place, time and weather of each paragraph: the ones of most of its sentences."""
    moments = reading.moments or _follow_places(story, language)
    places, times, weathers = [], [], []
    for start, end in find_paragraphs(text):
        inside = [
            moment
            for sentence, moment in zip(story.sentences, moments, strict=True)
            if start <= sentence.start < end
        ]
        places.append(_most(inside, lambda moment: moment.location.setting))
        times.append(_most(inside, lambda moment: moment.location.time_of_day))
        weathers.append(_most(inside, lambda moment: moment.weather or ""))
    return tuple(places), tuple(times), tuple(weathers)


def _follow_places(story: Prose, language: str) -> list[Moment]:
    """Return where and when each sentence plays, by the cue words of a language that is not parsed."""
    lexicon, here, moments = get_lexicon(language), Location(), list[Moment]()
    for sentence in story.sentences:
        here = find_location([sentence], here, lexicon)
        here = replace(here, time_of_day=find_last_time([sentence], lexicon) or here.time_of_day)
        moments.append(Moment(here, find_weather([sentence], lexicon)))
    return moments


def _most(moments: list[Moment], read: Callable[[Moment], str]) -> str:
    counts = Counter(map(read, moments))
    return max(counts, key=lambda value: counts[value], default="")


def _list_mentions(reading: StoryReading) -> Iterator[PredictedMention]:
    spans: dict[tuple[int, int], list[str]] = {}
    for mention in (mention for at in reading.mentions for mention in at):
        spans.setdefault((mention.start, mention.end), []).append(mention.person.name)
    for (start, end), names in spans.items():
        yield PredictedMention(start, end, tuple(dict.fromkeys(names)))


def _predict_screenplay(text: str, story_format: str, language: str) -> Prediction:
    placed = list(_place_scenes(text, cut(text, story_format, language)))
    scenes = [_find_scene(placed, *span) for span in find_paragraphs(text)]
    looks = {
        name: look
        for one in placed
        for name, look in zip(one.draft.characters, one.draft.looks, strict=False)
    }
    return Prediction(
        cast=tuple(_make_speaker(name, look) for name, look in looks.items() if look),
        places=tuple(one.place.setting.value if one and one.place else "" for one in scenes),
        times=tuple(one.time_of_day if one else "" for one in scenes),
        weathers=tuple((one.place.weather or "") if one and one.place else "" for one in scenes),
        lines=tuple(line for one in placed for line in one.list_lines(text)),
        events=tuple(event for one in placed for event in one.list_events()),
    )


def _make_speaker(name: str, look: CharacterLook) -> PredictedCharacter:
    return PredictedCharacter(
        name=name,
        kind=look.kind,
        gender=look.gender,
        age=look.age,
        species=look.species or "",
        role=look.role or "",
        is_group=look.is_group,
    )


@dataclass(frozen=True)
class _PlacedScene:
    """A scene and where its text stands: pairs of an offset into its description and one into the file."""

    draft: SceneDraft
    offsets: tuple[tuple[int, int], ...]
    end: int

    @property
    def start(self) -> int:
        return self.offsets[0][1] if self.offsets else self.end

    def locate(self, offset: int) -> int:
        """Return the offset into the file of an offset into the description."""
        ours, theirs = max((pair for pair in self.offsets if pair[0] <= offset), default=(offset, self.start))
        return theirs + offset - ours

    def list_events(self) -> Iterator[PredictedEvent]:
        for one in self.draft.beats:
            start, end = self.locate(one.start), self.locate(one.end - 1) + 1
            is_seen = one.status == "seen"
            yield PredictedEvent(start, end, one.verb, one.agents, one.patients, is_seen, one.action or "")

    def list_lines(self, text: str) -> Iterator[PredictedLine]:
        position = self.start
        for line in self.draft.dialogue:
            start = text.find(line.line[:20], position)
            if start >= 0:
                yield PredictedLine(start, start + len(line.line), line.character)
                position = start


def _place_scenes(text: str, scenes: list[SceneDraft]) -> Iterator[_PlacedScene]:
    """Find each scene's blocks in the file, in order."""
    position = 0
    for scene in scenes:
        offsets, inside = list[tuple[int, int]](), 0
        for block in scene.description.split("\n\n"):
            start = text.find(block, position)
            if start >= 0:
                offsets.append((inside, start))
                position = start + len(block)
            inside += len(block) + 2
        yield _PlacedScene(scene, tuple(offsets), position)


def _find_scene(placed: list[_PlacedScene], start: int, end: int) -> SceneDraft | None:
    return next((one.draft for one in placed if start < one.end and one.start < end), None)
