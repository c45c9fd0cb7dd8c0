"""The adaptation of a screenplay: one scene for each slug line, with action and dialogue as written."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.story import casting, prose
from app.story.coverage import Framing, SceneCoverage, choose_framing
from app.story.lexicon import get_lexicon
from app.story.lexicon.entries import Lexicon, Phrases
from app.story.location import Location, describe_place, find_location, find_weather
from app.story.looks import Appearance, choose_look, describe_noun, find_era, summarize_appearance
from app.story.mood import find_mood
from app.story.prompts import write_background_prompt, write_character_prompt
from app.story.prose import LONGEST_SECONDS
from app.story.scene import DialogueLine, SceneDraft
from app.story.screenplay import Block
from app.story.slug import read_slug, write_slug_line
from app.story.wording import make_speakable
from app.vocabulary.speech_clock import natural_seconds, speaking_seconds
from app.vocabulary.staging_reader import read_staging

_SHOUTED = re.compile(r"\b[^\W\d_]{2,}\b")
_MOST_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class _Part:
    """The blocks of one scene draft under their slug line."""

    slug: str
    blocks: tuple[Block, ...]

    @property
    def narration(self) -> str:
        return " ".join(block.spoken for block in self.blocks if block.spoken)

    @property
    def action(self) -> str:
        return " ".join(block.spoken for block in self.blocks if block.kind == "action")


def cut_screenplay(blocks: Sequence[Block], language: str) -> list[SceneDraft]:
    """Return the scenes that slug lines make, action and dialogue as written; long ones are split."""
    parts = [part for scene in _split_by_slug(blocks) for part in _split_long_part(scene, language)]
    drafter = _ScreenplayDrafter(parts, get_lexicon(language), language)
    return [drafter.draft_scene(index) for index in range(len(parts))]


def _split_by_slug(blocks: Sequence[Block]) -> Iterator[_Part]:
    slug, body = "", list[Block]()
    for block in blocks:
        if block.kind == "slug":
            if body:
                yield _Part(slug, tuple(body))
            slug, body = block.text, []
        body.append(block)
    if body:
        yield _Part(slug, tuple(body))


def _split_long_part(scene: _Part, language: str) -> Iterator[_Part]:
    """Split a scene of more than thirty seconds evenly, between blocks or between a block's sentences."""
    total = speaking_seconds(scene.narration, language)
    even = total / math.ceil(max(total, 1) / LONGEST_SECONDS)
    pending: list[Block] = []
    seconds = 0.0
    for block in chain.from_iterable(_split_block(whole, language) for whole in scene.blocks):
        length = speaking_seconds(block.spoken, language)
        if seconds and (seconds + length > LONGEST_SECONDS or seconds + length / 2 > even):
            yield replace(scene, blocks=tuple(pending))
            pending, seconds = [], 0.0
        pending.append(block)
        seconds += length
    if pending:
        yield replace(scene, blocks=tuple(pending))


def _split_block(block: Block, language: str) -> Iterator[Block]:
    if speaking_seconds(block.spoken, language) <= LONGEST_SECONDS:
        yield block
        return
    position = 0
    for sentence in prose.read(block.text, language).sentences:
        text = block.text[position : sentence.end]
        _cue, _, rest = text.partition("\n")
        is_cue = block.kind == "speech" and position == 0 and bool(rest)
        yield replace(block, text=text.strip(), spoken=make_speakable(rest if is_cue else text))
        position = sentence.end


class _ScreenplayDrafter:
    """Drafts the scenes of a screenplay with one cast and one period."""

    def __init__(self, parts: Sequence[_Part], lexicon: Lexicon, language: str) -> None:
        self._parts, self._lexicon, self._language = parts, lexicon, language
        self._speakers = list(dict.fromkeys(b.speaker for p in parts for b in p.blocks if b.speaker))
        self._part_starts: list[int] = []
        self._action_prose = prose.read(self._join_action(), language)
        self._cast = casting.find_cast(self._action_prose, lexicon)
        self._sentence_starts = [sentence.start for sentence in self._action_prose.sentences]
        self._known = {_fold_name(person.name): person for person in self._cast.people}
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
            action = _SHOUTED.sub(lambda m: m[0].title() if m[0] in shouted else m[0], part.action)
            self._part_starts.append(length)
            pieces.append(action)
            length += len(action) + 2
        return "\n\n".join(pieces)

    def draft_scene(self, index: int) -> SceneDraft:
        """Draft one scene; slug line, action and dialogue stay as written."""
        part = self._parts[index]
        sentences = prose.read(part.narration, self._language).sentences
        location = self._find_location(part)
        weather = find_weather(sentences, self._lexicon)
        mood = find_mood(sentences, self._lexicon, weather)
        dialogue = tuple(DialogueLine(b.speaker, b.spoken) for b in part.blocks if b.speaker and b.spoken)
        people = self._list_people(index, dialogue)
        heading = _write_heading(part.slug, location)
        description = "\n\n".join(block.text for block in part.blocks)
        place = describe_place(location, weather, self._era, description, heading)
        looks = tuple(choose_look(self._describe(name), self._era) for name in people)
        framing = self._choose_framing(
            location, mood, people, dialogue, is_last=0 < index == len(self._parts) - 1
        )
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
            staging=read_staging(description),
        )

    def _find_location(self, part: _Part) -> Location:
        if not part.slug:
            return find_location(
                prose.read(part.narration, self._language).sentences, self._location, self._lexicon
            )
        return read_slug(part.slug, self._location, self._lexicon)

    def _list_people(self, index: int, dialogue: Sequence[DialogueLine]) -> list[str]:
        """List who speaks, then who is seen; a name in the action keeps its speaker's spelling."""
        names = list(dict.fromkeys(line.character for line in dialogue))
        first = bisect_left(self._sentence_starts, self._part_starts[index])
        end = bisect_left(
            self._sentence_starts, self._part_starts[index] + max(1, len(self._parts[index].action))
        )
        for at in range(first, end):
            names += [
                found.value
                for found in self._called.find(
                    [word.lower for word in self._action_prose.sentences[at].words]
                )
            ]
            seen = [mention.person.name for mention in self._cast.mentions[at] if mention.weight >= 1]
            names += [self._spelled.get(_fold_name(name), name) for name in seen]
        return list(dict.fromkeys(names))[:_MOST_PEOPLE]

    def _describe(self, name: str) -> Appearance:
        person = self._known.get(_fold_name(name))
        if person:
            return summarize_appearance(person, name)
        nouns = self._lexicon.character_nouns
        noun = next((nouns[word] for word in name.lower().split() if word in nouns), None)
        return describe_noun(name, noun) if noun else Appearance(name)

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
