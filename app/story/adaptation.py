"""A screenplay adapted: the scenes its slug lines make, with action and dialogue as written."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.story import casting, prose
from app.story.backdrop import background_prompt
from app.story.coverage import Occasion, Shot, cover
from app.story.lexicon import lexicon_for
from app.story.lexicon.entries import Lexicon
from app.story.mood import mood_of
from app.story.pace import natural_seconds, speaking_seconds
from app.story.place import Stage, stage_of, times_in, weather_in
from app.story.prose import LONGEST_SECONDS
from app.story.scene import DialogueLine, SceneDraft
from app.story.screenplay import Block
from app.story.wardrobe import Wearer, era_of, prompt_for, wearer
from app.story.wording import speakable

_INTERIOR = re.compile(r"^\W*(?:INT|I/E)\b", re.IGNORECASE)
_PREFIX = re.compile(r"^\W*(?:INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|INT|EXT|EST|I/E)\b[.\s]*", re.IGNORECASE)
_DASHES = re.compile(r"\s+[-–—]+\s+")
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
    """Make scenes of slug lines, action and dialogue as written; one too long to hold is parted."""
    parts = [part for scene in _by_slug(blocks) for part in _parted(scene, language)]
    crew = _Crew(parts, lexicon_for(language), language)
    return [crew.draft(index) for index in range(len(parts))]


def _by_slug(blocks: Sequence[Block]) -> Iterator[_Part]:
    slug, body = "", list[Block]()
    for block in blocks:
        if block.kind == "slug":
            if body:
                yield _Part(slug, tuple(body))
            slug, body = block.text, []
        body.append(block)
    if body:
        yield _Part(slug, tuple(body))


def _parted(scene: _Part, language: str) -> Iterator[_Part]:
    """Part a scene of more than thirty seconds into even parts, between blocks or a block's sentences."""
    total = speaking_seconds(scene.narration, language)
    even = total / math.ceil(max(total, 1) / LONGEST_SECONDS)
    pending: list[Block] = []
    seconds = 0.0
    for block in chain.from_iterable(_pieces(whole, language) for whole in scene.blocks):
        length = speaking_seconds(block.spoken, language)
        if seconds and (seconds + length > LONGEST_SECONDS or seconds + length / 2 > even):
            yield replace(scene, blocks=tuple(pending))
            pending, seconds = [], 0.0
        pending.append(block)
        seconds += length
    if pending:
        yield replace(scene, blocks=tuple(pending))


def _pieces(block: Block, language: str) -> Iterator[Block]:
    if speaking_seconds(block.spoken, language) <= LONGEST_SECONDS:
        yield block
        return
    position = 0
    for sentence in prose.read(block.text, language).sentences:
        text = block.text[position : sentence.end]
        _cue, _, rest = text.partition("\n")
        is_cue = block.kind == "speech" and position == 0 and bool(rest)
        yield replace(block, text=text.strip(), spoken=speakable(rest if is_cue else text))
        position = sentence.end


class _Crew:
    """Drafts the scenes of a screenplay with one cast and one period."""

    def __init__(self, parts: Sequence[_Part], lexicon: Lexicon, language: str) -> None:
        self._parts, self._lexicon, self._language = parts, lexicon, language
        self._speakers = list(dict.fromkeys(b.speaker for p in parts for b in p.blocks if b.speaker))
        self._starts: list[int] = []
        self._seen = prose.read(self._seen_text(), language)
        self._cast = casting.cast(self._seen, lexicon)
        self._known = {person.name.casefold().removeprefix("the "): person for person in self._cast.people}
        words = [word.lower for sentence in self._seen.sentences for word in sentence.words]
        self._era = era_of(words, lexicon, otherwise="modern")
        self._stage = Stage()
        self._shot: Shot | None = None

    def _seen_text(self) -> str:
        """Join all action, with the capitals of MARA made Mara, so that people are found as in prose."""
        names = [re.escape(name) for name in self._speakers if name.isupper()]
        shouted = re.compile(rf"\b({'|'.join(sorted(names, key=len, reverse=True))})\b") if names else None
        pieces, length = [], 0
        for part in self._parts:
            action = shouted.sub(lambda match: match.group().title(), part.action) if shouted else part.action
            self._starts.append(length)
            pieces.append(action)
            length += len(action) + 2
        return "\n\n".join(pieces)

    def draft(self, index: int) -> SceneDraft:
        """Draft one scene; slug line, action and dialogue stay as written."""
        part = self._parts[index]
        sentences = prose.read(part.narration, self._language).sentences
        stage = self._stage_of(part)
        weather = weather_in(sentences, self._lexicon)
        mood = mood_of(sentences, self._lexicon, weather)
        dialogue = tuple(DialogueLine(b.speaker, b.spoken) for b in part.blocks if b.speaker and b.spoken)
        people = self._people(index, dialogue)
        shot = self._cover(stage, mood, people, dialogue, is_last=0 < index == len(self._parts) - 1)
        self._stage, self._shot = stage, shot
        return SceneDraft(
            heading=_heading(part.slug, stage),
            description="\n\n".join(block.text for block in part.blocks),
            narration=part.narration,
            dialogue=dialogue,
            characters=tuple(people),
            background_prompt=background_prompt(stage, weather, mood, self._era),
            character_prompts=tuple(prompt_for(self._wearer(name), self._era) for name in people),
            setting=stage.setting,
            time_of_day=stage.time_of_day,
            mood=mood,
            shot_type=shot.shot_type,
            camera_move=shot.camera_move,
            duration_sec=natural_seconds(part.narration, self._language),
        )

    def _stage_of(self, part: _Part) -> Stage:
        if not part.slug:
            return stage_of(prose.read(part.narration, self._language).sentences, self._stage, self._lexicon)
        place, *rest = _DASHES.split(_PREFIX.sub("", part.slug.lstrip(".")))
        time = self._time_of(" ".join(rest)) if rest else ""
        indoors = bool(_INTERIOR.match(part.slug))
        setting = place.strip(" .-").lower() or self._stage.setting
        return Stage(setting, indoors, time or self._stage.time_of_day)

    def _time_of(self, words: str) -> str:
        """Read DAY or NIGHT; CONTINUOUS and LATER keep the time of the scene before."""
        sentences = prose.read(words.lower(), self._language).sentences
        plain = [replace(sentence, is_heading=False) for sentence in sentences]
        times = [time for sentence in plain for time in times_in(sentence, self._lexicon)]
        if times:
            return times[0]
        return "day" if re.search(r"\bday\b", words, re.IGNORECASE) else ""

    def _people(self, index: int, dialogue: Sequence[DialogueLine]) -> list[str]:
        """List who speaks, then who is seen; a name in the action keeps its speaker's spelling."""
        names = list(dict.fromkeys(line.character for line in dialogue))
        spelled = {name.casefold().removeprefix("the "): name for name in self._speakers}
        action = self._parts[index].action.casefold()
        names += [name for name in self._speakers if re.search(rf"\b{re.escape(name.casefold())}\b", action)]
        start = self._starts[index]
        end = start + len(self._parts[index].action)
        for sentence, mentions in zip(self._seen.sentences, self._cast.mentions, strict=True):
            if start <= sentence.start < max(end, start + 1):
                seen = [m.person.name for m in mentions if m.weight >= 1]
                names += [spelled.get(name.casefold().removeprefix("the "), name) for name in seen]
        return list(dict.fromkeys(names))[:_MOST_PEOPLE]

    def _wearer(self, name: str) -> Wearer:
        person = self._known.get(name.casefold().removeprefix("the "))
        if person:
            return replace(wearer(person), name=name)
        role = next((r for word in name.lower().split() if (r := self._lexicon.roles.get(word))), None)
        if role:
            return Wearer(name, role.gender, role.age, role.kind, role.head)
        return Wearer(name)

    def _cover(
        self,
        stage: Stage,
        mood: str,
        people: Sequence[str],
        dialogue: Sequence[DialogueLine],
        is_last: bool,
    ) -> Shot:
        is_new = self._shot is None or stage.setting != self._stage.setting
        speakers = len({line.character for line in dialogue})
        occasion = Occasion(stage.setting, stage.indoors, mood, len(people), speakers, is_new, is_last)
        return cover(occasion, self._shot)


def _heading(slug: str, stage: Stage) -> str:
    if slug:
        return " ".join(slug.lstrip(".").split()).upper()
    return f"{'INT' if stage.indoors else 'EXT'}. {stage.setting.upper()} - {stage.time_of_day.upper()}"
