"""The adaptation of a screenplay: one scene for each slug line, with action and dialogue as written."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from app.story import prose
from app.story.beat import Beat
from app.story.coverage.opening import Framing, SceneCoverage, choose_framing
from app.story.errors import StoryError
from app.story.lexicon import get_lexicon
from app.story.lexicon.entries import Lexicon, Phrases
from app.story.location import Location, describe_place, find_location, find_weather
from app.story.looks import Appearance, choose_look, describe_noun, find_era, summarize_appearance
from app.story.mood import find_mood
from app.story.prompts import write_background_prompt, write_character_prompt
from app.story.readers import read_prose
from app.story.scene import DialogueLine, SceneDraft
from app.story.scene_parts import ScenePart, split_by_slug, split_long_part
from app.story.screenplay import Block
from app.story.slug import read_slug, write_slug_line
from app.vocabulary.closed import SCENE_SHOT_TYPE
from app.vocabulary.first_names import find_name_gender
from app.vocabulary.light import Weather
from app.vocabulary.people import Age
from app.vocabulary.speech_clock import natural_seconds
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

_SHOUTED = re.compile(r"\b[^\W\d_]{2,}\b")
_MOST_PEOPLE = 5
_AGES: tuple[tuple[int, Age], ...] = ((2, "baby"), (12, "child"), (17, "teen"), (59, "adult"), (999, "old"))
"""The most years of each age."""
_LIVING = (NounClass.PERSON, NounClass.ANIMAL, NounClass.ROBOT)


def cut_screenplay(blocks: Sequence[Block], language: str) -> list[SceneDraft]:
    """Return the scenes that slug lines make, action and dialogue as written; long ones are split.

    Raises `StoryError` where nothing is spoken and no place is named.
    """
    if not any(block.kind == "slug" or block.spoken for block in blocks):
        raise StoryError("The screenplay is empty: write at least one scene.")
    parts = [part for scene in split_by_slug(blocks) for part in split_long_part(scene, language)]
    drafter = _ScreenplayDrafter(parts, get_lexicon(language), language)
    return [drafter.draft_scene(index) for index in range(len(parts))]


class _ScreenplayDrafter:
    """Drafts the scenes of a screenplay with one cast and one period."""

    def __init__(self, parts: Sequence[ScenePart], lexicon: Lexicon, language: str) -> None:
        self._parts, self._lexicon, self._language = parts, lexicon, language
        self._speakers = list(dict.fromkeys(b.speaker for p in parts for b in p.blocks if b.speaker))
        self._part_starts: list[int] = []
        self._action_prose = prose.read(self._join_action(), language)
        self._reading = read_prose(self._action_prose, language, Location(), self._speakers)
        self._sentence_starts = [sentence.start for sentence in self._action_prose.sentences]
        self._known = {_fold_name(person.name): person for person in self._reading.people}
        self._spelled = {_fold_name(name): name for name in self._speakers}
        self._called = Phrases({key: name for key, name in self._spelled.items() if key})
        words = [word.lower for sentence in self._action_prose.sentences for word in sentence.words]
        self._era = find_era(words, lexicon, otherwise="modern")
        self._location = Location()
        self._framing: Framing | None = None

    def _join_action(self) -> str:
        """Join all action, with the capitals of MARA made Mara, so that people are found as in prose."""
        shouted = {word for name in self._speakers if name.isupper() for word in name.split()}
        pieces, length = [], 0
        for part in self._parts:
            action = _SHOUTED.sub(lambda m: self._write_shouted(m[0], shouted), part.action)
            self._part_starts.append(length)
            pieces.append(action)
            length += len(action) + 2
        return "\n\n".join(pieces)

    def _write_shouted(self, word: str, speakers: Collection[str]) -> str:
        """Write MARA as Mara, and the PARAMEDICS who come in as paramedics."""
        if word in speakers:
            return word.title()
        noun = find_noun(word.lower()) if word.isupper() and self._language == "en" else None
        return word.lower() if noun and noun.noun_class in _LIVING else word

    def draft_scene(self, index: int) -> SceneDraft:
        """Draft one scene; slug line, action and dialogue stay as written."""
        part = self._parts[index]
        sentences = prose.read(part.narration, self._language).sentences
        location = self._find_location(part)
        weather = self._find_weather(index)
        mood = find_mood(sentences, self._lexicon, weather)
        dialogue = tuple(DialogueLine(b.speaker, b.spoken) for b in part.blocks if b.speaker and b.spoken)
        people = self._list_people(index, dialogue)
        heading = _write_heading(part.slug, location)
        description = "\n\n".join(block.text for block in part.blocks)
        beats = self._list_beats(index, description)
        place = describe_place(location, weather, self._era, description, heading)
        looks = tuple(choose_look(self._describe(name), self._era) for name in people)
        framing = self._choose_framing(
            location, mood, people, dialogue, is_last=0 < index == len(self._parts) - 1
        )
        if part.opening_shot:
            framing = replace(framing, shot_type=SCENE_SHOT_TYPE.nearest(part.opening_shot))
        self._location, self._framing = location, framing
        return SceneDraft(
            heading=heading,
            description=description,
            narration=part.narration,
            dialogue=dialogue,
            characters=tuple(people),
            background_prompt=write_background_prompt(location, place, mood),
            character_prompts=tuple(map(write_character_prompt, people, looks)),
            setting=location.setting,
            time_of_day=location.time_of_day,
            mood=mood,
            shot_type=framing.shot_type,
            camera_move=framing.camera_move,
            duration_sec=natural_seconds(part.narration, self._language),
            looks=looks,
            place=place,
            beats=beats,
        )

    def _list_beats(self, index: int, description: str) -> tuple[Beat, ...]:
        """Return the beats of a scene's action, with offsets into its description."""
        start = self._part_starts[index]
        beats, written, position = [], description.casefold(), 0
        for beat in self._reading.list_beats(start, start + len(self._parts[index].action)):
            words = self._action_prose.text[start + beat.start : start + beat.end].casefold()
            found = written.find(words, position)
            if found >= 0 and len(written) == len(description):
                names = {
                    name: self._spelled.get(_fold_name(name), name) for name in (*beat.agents, *beat.patients)
                }
                beats.append(
                    replace(
                        beat,
                        start=found,
                        end=found + len(words),
                        agents=tuple(names[name] for name in beat.agents),
                        patients=tuple(names[name] for name in beat.patients),
                    )
                )
                position = found
        return tuple(beats)

    def _find_weather(self, index: int) -> Weather | None:
        """Return the weather of most of a scene's action; one without action has that of the scene before."""
        first, end = self._find_sentences(index)
        if not any(moment.weather for moment in self._reading.moments):
            return find_weather(self._action_prose.sentences[first:end], self._lexicon)
        counts = Counter(
            moment.weather for moment in self._reading.moments[max(0, min(first, end - 1)) : end]
        )
        return counts.most_common(1)[0][0] if counts else None

    def _find_sentences(self, index: int) -> tuple[int, int]:
        """Return the range of a scene's sentences in the action of the screenplay."""
        start = self._part_starts[index]
        first = bisect_left(self._sentence_starts, start)
        return first, bisect_left(self._sentence_starts, start + max(1, len(self._parts[index].action)))

    def _find_location(self, part: ScenePart) -> Location:
        if not part.slug:
            return find_location(
                prose.read(part.narration, self._language).sentences, self._location, self._lexicon
            )
        return read_slug(part.slug, self._location, self._lexicon)

    def _list_people(self, index: int, dialogue: Sequence[DialogueLine]) -> list[str]:
        """List who speaks, then who is seen; a name in the action keeps its speaker's spelling."""
        names = list(dict.fromkeys(line.character for line in dialogue))
        for at in range(*self._find_sentences(index)):
            names += [
                found.value
                for found in self._called.find(
                    [word.lower for word in self._action_prose.sentences[at].words]
                )
            ]
            seen = [mention.person.name for mention in self._reading.mentions[at] if mention.weight >= 1]
            names += [self._spelled.get(_fold_name(name), name) for name in seen if self._is_somebody(name)]
        return list(dict.fromkeys(names))[:_MOST_PEOPLE]

    def _is_somebody(self, name: str) -> bool:
        """Return whether a name is a character's: "Snow" in "Snow falls" is nobody's."""
        noun = find_noun(_fold_name(name)) if self._language == "en" else None
        is_thing = noun is not None and noun.noun_class not in _LIVING
        return _fold_name(name) in self._spelled or not is_thing or find_name_gender(name) != "neutral"

    def _describe(self, name: str) -> Appearance:
        person = self._known.get(_fold_name(name))
        age = self._read_age(name)
        if person:
            look = summarize_appearance(person, name)
            return replace(look, age=age) if age else look
        nouns = self._lexicon.character_nouns
        noun = next((nouns[word] for word in name.lower().split() if word in nouns), None)
        return describe_noun(name, noun) if noun else Appearance(name, age=age or "adult")

    def _read_age(self, name: str) -> Age | None:
        """Read the age in years that follows a name where it is introduced: "MARA, 60" or "Mara (8)"."""
        told = re.search(
            rf"{re.escape(name)}(?: [^\W\d_]+)?[,(\s]+(\d{{1,3}})[,.;)s]", self._action_prose.text, re.I
        )
        years = int(told[1]) if told else None
        if years is None:
            return None
        return next(age for oldest, age in _AGES if years <= oldest)

    def _choose_framing(
        self,
        location: Location,
        mood: str,
        people: Sequence[str],
        dialogue: Sequence[DialogueLine],
        is_last: bool,
    ) -> Framing:
        is_new = self._framing is None or location.setting != self._location.setting
        speakers = len({line.character for line in dialogue})
        coverage = SceneCoverage(
            location.setting, location.indoors, mood, len(people), speakers, is_new, is_last
        )
        return choose_framing(coverage, self._framing)


def _write_heading(slug: str, location: Location) -> str:
    return " ".join(slug.lstrip(".").split()).upper() if slug else write_slug_line(location)


def _fold_name(name: str) -> str:
    return name.casefold().removeprefix("the ")
