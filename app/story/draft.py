"""Prose turned into scene drafts: cuts, people, speech, place, mood and shot brought together."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from app.story import prose
from app.story.boundaries import choose_measure, find_cut_points
from app.story.coverage.opening import Framing, SceneCoverage, choose_framing
from app.story.lexicon import get_lexicon
from app.story.location import Location, describe_place, find_last_time, find_location, find_weather
from app.story.looks import choose_look, find_era, summarize_appearance
from app.story.mood import find_mood
from app.story.people import Person
from app.story.prompts import write_background_prompt, write_character_prompt
from app.story.prose import Prose, Sentence
from app.story.readers import Reader, read_prose, read_scene
from app.story.reading import Moment, summarize_moments
from app.story.scene import DialogueLine, SceneDraft
from app.story.slug import write_slug_line
from app.story.speech import UNKNOWN_SPEAKER, Speech
from app.story.wording import make_speakable, write_narration
from app.vocabulary.clothes import Era
from app.vocabulary.looks import CharacterLook
from app.vocabulary.place_reader import read_era
from app.vocabulary.speech_clock import natural_seconds

_MOST_PEOPLE = 5
_PRESENT = 0.5
_SPEAKER_WEIGHT = 1.5


class SceneDrafter:
    """Drafts the scenes of one story, in order, each knowing what the ones before it said."""

    def __init__(
        self, story: Prose, language: str, before: SceneDraft | None = None, read: Reader = read_prose
    ) -> None:
        self._story, self._language, self._lexicon = story, language, get_lexicon(language)
        known = before.characters if before else ()
        self._reading = read(story, language, inherit_location(before), known)
        self._speeches = self._reading.speeches
        self._speech_starts = [speech.start for speech in self._speeches]
        words = [word.lower for sentence in story.sentences for word in sentence.words]
        self._era = find_era(words, self._lexicon, find_scene_era(before))
        children = [p for p in self._reading.people if p.proper_name and p.age == "child"]
        self._has_named_children = len(children) > 1
        self._looks: dict[Person, CharacterLook] = {}
        self._location = inherit_location(before)
        self._framing = Framing(before.shot_type, before.camera_move) if before else None
        self._has_place = before is not None
        self._present: list[Person] = []

    def draft_scenes(self, duration_sec: float | None) -> list[SceneDraft]:
        """Cut at the best places and draft every scene."""
        sentences = self._story.sentences
        measure = choose_measure(sentences, duration_sec)
        starts = find_cut_points(sentences, self._reading, self._lexicon, measure)
        ends = [*starts[1:], len(sentences)]
        return [self.draft_scene(a, b) for a, b in zip(starts, ends, strict=True)]

    @property
    def aliases(self) -> dict[str, tuple[str, ...]]:
        """The other words for each character, by their names."""
        return {person.name: person.aliases for person in self._reading.people}

    def draft_scene(self, first: int, end: int) -> SceneDraft:
        """Draft the scene of the sentences from `first` up to `end`."""
        sentences = self._story.sentences[first:end]
        description = self._story.text[sentences[0].start : sentences[-1].end]
        spoken = self._list_speeches(sentences)
        beats = self._reading.list_beats(sentences[0].start, sentences[-1].end)
        people = self._rank_people(first, end, spoken)
        moment = self._find_moment(first, end)
        location, weather = moment.location, moment.weather
        mood = find_mood(sentences, self._lexicon, weather)
        narration = write_narration(description)
        place = describe_place(location, weather, self._era, description)
        is_last = first > 0 and end == len(self._story.sentences)
        framing = self._choose_framing(location, mood, people, spoken, is_last)
        self._location = replace(location, time_of_day=self._find_end_time(end, sentences, location))
        self._framing = framing
        names, looks = tuple(person.name for person in people), tuple(map(self._find_look, people))
        return SceneDraft(
            heading=write_slug_line(location),
            description=description,
            narration=narration,
            dialogue=tuple(self._list_dialogue(sentences, spoken, narration)),
            characters=names,
            background_prompt=write_background_prompt(location, place, mood),
            character_prompts=tuple(map(write_character_prompt, names, looks)),
            setting=location.setting,
            time_of_day=location.time_of_day,
            mood=mood,
            shot_type=framing.shot_type,
            camera_move=framing.camera_move,
            duration_sec=natural_seconds(narration, self._language),
            looks=looks,
            place=place,
            beats=beats,
        )

    def _find_moment(self, first: int, end: int) -> Moment:
        """Return where and when a scene plays; what it doesn't say holds from the scene before it."""
        sentences = self._story.sentences[first:end]
        if self._reading.moments:
            return summarize_moments(self._reading.moments[first:end], [s.seconds for s in sentences])
        location = find_location(sentences, self._location, self._lexicon)
        return Moment(location, find_weather(sentences, self._lexicon))

    def _find_end_time(self, end: int, sentences: Sequence[Sentence], location: Location) -> str:
        if self._reading.moments:
            return self._reading.moments[end - 1].location.time_of_day
        return find_last_time(sentences, self._lexicon) or location.time_of_day

    def _list_speeches(self, sentences: Sequence[Sentence]) -> list[Speech]:
        low = bisect_left(self._speech_starts, sentences[0].start)
        while low and self._speeches[low - 1].end > sentences[0].start:
            low -= 1
        high = bisect_left(self._speech_starts, sentences[-1].end)
        return list(self._speeches[low:high])

    def _rank_people(self, first: int, end: int, spoken: Sequence[Speech]) -> list[Person]:
        """Rank the people who are there, those who matter most first; a scene about "them" keeps its cast."""
        weights: dict[str, float] = {}
        known: dict[str, Person] = {}
        for mention in (mention for at in self._reading.mentions[first:end] for mention in at):
            known.setdefault(mention.person.name, mention.person)
            weights[mention.person.name] = weights.get(mention.person.name, 0.0) + mention.weight
        for speech in spoken:
            if speech.speaker:
                known.setdefault(speech.speaker.name, speech.speaker)
                weights[speech.speaker.name] = weights.get(speech.speaker.name, 0.0) + _SPEAKER_WEIGHT
        present = [
            name
            for name, weight in weights.items()
            if weight >= _PRESENT and not self._is_the_children(known[name])
        ]
        ranked = sorted(present, key=lambda name: -weights[name])[:_MOST_PEOPLE]
        if ranked:
            self._present = [known[name] for name in ranked]
            return self._present
        words = {word for s in self._story.sentences[first:end] for word in s.narrated}
        return self._present if words & self._lexicon.group_pronouns else []

    def _is_the_children(self, person: Person) -> bool:
        """Leave "two children" out of a story that knows them by name."""
        return person.is_plural and person.age == "child" and self._has_named_children

    def _list_dialogue(
        self, sentences: Sequence[Sentence], spoken: Sequence[Speech], narration: str
    ) -> list[DialogueLine]:
        lines = []
        for speech in spoken:
            start, end = max(speech.start, sentences[0].start), min(speech.end, sentences[-1].end)
            line = make_speakable(self._story.text[start:end])
            if line and line in narration:
                lines.append(DialogueLine(speech.speaker.name if speech.speaker else UNKNOWN_SPEAKER, line))
        return lines

    def _choose_framing(
        self, location: Location, mood: str, people: Sequence[Person], spoken: Sequence[Speech], is_last: bool
    ) -> Framing:
        is_new = not self._has_place or location.setting != self._location.setting
        self._has_place = True
        speakers = {speech.speaker for speech in spoken if speech.speaker}
        crowd = sum(2 if person.is_plural else 1 for person in people)
        coverage = SceneCoverage(
            location.setting, location.indoors, mood, crowd, len(speakers), is_new, is_last
        )
        return choose_framing(coverage, self._framing)

    def _find_look(self, person: Person) -> CharacterLook:
        if person not in self._looks:
            self._looks[person] = choose_look(summarize_appearance(person), self._era)
        return self._looks[person]


def find_scene_era(scene: SceneDraft | None) -> Era:
    """Return the era of a finished scene, read off its background prompt where a person wrote that."""
    if scene is None:
        return "past"
    return scene.place.era if scene.place else read_era(scene.background_prompt)


def inherit_location(before: SceneDraft | None) -> Location:
    """Read from a finished scene what the next one inherits."""
    if before is None:
        return Location()
    return Location(before.setting, before.heading.upper().startswith("INT"), before.time_of_day)


def draft_single_scene(description: str, before: SceneDraft | None, language: str) -> SceneDraft:
    """Draft one scene from its description, with the people of the scene before it looking as they did."""
    story = prose.read(description, language)
    drafter = SceneDrafter(story, language, before, read_scene)
    if not story.sentences:
        location = inherit_location(before)
        return _draft_silent_scene(description, location)
    return drafter.draft_scene(0, len(story.sentences))


def _draft_silent_scene(description: str, location: Location) -> SceneDraft:
    place = describe_place(location, None, "past", description)
    return SceneDraft(
        heading=write_slug_line(location),
        description=description,
        narration="",
        dialogue=(),
        characters=(),
        background_prompt=write_background_prompt(location, place, "calm"),
        character_prompts=(),
        setting=location.setting,
        time_of_day=location.time_of_day,
        mood="calm",
        shot_type="wide",
        camera_move="static",
        duration_sec=natural_seconds(""),
        place=place,
    )
