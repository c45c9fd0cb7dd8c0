"""The cast that a model finds window by window, and its beats, at the words of the story that tell them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.providers.text.answer import CastMember, SceneBeat, SceneCut
from app.story.beat import Beat
from app.story.cast import CharacterDraft
from app.story.scene import SceneDraft
from app.story.segmentation import collect_cast
from app.vocabulary.feelings import find_feeling_of_adverb
from app.vocabulary.look_reader import read_look
from app.vocabulary.looks import CharacterLook

LONGEST_NAME = 80
LONGEST_LOOK = 600
MOST_ALIASES = 20


class ModelCast:
    """The characters that a model has named so far; a known one keeps what was said of it first."""

    def __init__(self) -> None:
        self.members: list[CastMember] = []
        self._taken_beats: set[int] = set()

    def add(self, found: Iterable[CastMember]) -> None:
        """Add the characters who are new, and new aliases of the known ones."""
        for member in map(_tidy, found):
            if not member.name or not member.look:
                continue
            known = self.find(member.name)
            if known is None:
                self.members.append(member.model_copy(update={"aliases": self._choose_aliases(member)}))
            else:
                known.aliases += self._choose_aliases(member)

    def find(self, name: str) -> CastMember | None:
        """Return the character that a name or an alias names; names count first."""
        folded = _fold_name(name)
        by_alias = (one for one in self.members if folded in map(_fold_name, one.aliases))
        return next((one for one in self.members if _fold_name(one.name) == folded), next(by_alias, None))

    def get_name(self, word: str) -> str:
        """Return the name of the character that a word names, or the word with single spaces."""
        member = self.find(word)
        return member.name if member else " ".join(word.split())

    def apply(self, scene: SceneDraft) -> SceneDraft:
        """Return a scene whose characters have the looks that the model gave them, in words and as data."""
        prompts, looks = list(scene.character_prompts), list(scene.looks)
        for at, name in enumerate(scene.characters):
            member = self.find(name)
            if member is not None:
                prompts[at], looks[at] = member.look, make_look(member)
        return replace(scene, character_prompts=tuple(prompts), looks=tuple(looks))

    def find_beats(self, cut: SceneCut, description: str) -> tuple[Beat, ...]:
        """Return those beats of a model's scene whose words stand in a description, each one once."""
        beats, end = [], 0
        for said in cut.beats:
            place = None if id(said) in self._taken_beats else _find_quote(said.quote, description, end)
            if place is not None:
                self._taken_beats.add(id(said))
                beats.append(self._make_beat(said, *place))
                end = place[1]
        return tuple(sorted(beats, key=lambda beat: beat.start))

    def draft_characters(self, scenes: Sequence[SceneDraft]) -> tuple[CharacterDraft, ...]:
        """Return the characters of scenes in the order of importance, with what the model said of them."""
        return tuple(self._describe(draft) for draft in collect_cast(scenes))

    def _describe(self, draft: CharacterDraft) -> CharacterDraft:
        member = self.find(draft.name)
        return replace(draft, look=make_look(member), aliases=tuple(member.aliases)) if member else draft

    def _choose_aliases(self, member: CastMember) -> list[str]:
        aliases = dict.fromkeys(alias for alias in member.aliases if alias and self.find(alias) is None)
        return [alias for alias in aliases if _fold_name(alias) != _fold_name(member.name)][:MOST_ALIASES]

    def _make_beat(self, said: SceneBeat, start: int, end: int) -> Beat:
        words = {name: " ".join(getattr(said, name).split()) for name in _WORDS_OF_BEATS}
        return Beat(
            start,
            end,
            action=said.action,
            agents=tuple(self.get_name(name) for name in said.agents if name.strip()),
            patients=tuple(self.get_name(name) for name in said.patients if name.strip()),
            status=said.status,
            feeling=find_feeling_of_adverb(words["manner"]),
            **words,
        )


_WORDS_OF_BEATS = ("verb", "instrument", "relation", "landmark", "manner")


def make_look(member: CastMember) -> CharacterLook:
    """Return a character's look: what the model said as data, and the rest read off its words."""
    read = read_look(member.name, member.look)
    kind = "animal" if member.species else member.kind
    species = (member.species or read.species) if kind == "animal" else None
    role = member.role or read.role
    return replace(read, kind=kind, species=species, age=member.age, gender=member.gender, role=role)


def _tidy(member: CastMember) -> CastMember:
    words = {
        "name": " ".join(member.name.split())[:LONGEST_NAME],
        "look": " ".join(member.look.split())[:LONGEST_LOOK],
        "aliases": [" ".join(alias.split())[:LONGEST_NAME] for alias in member.aliases],
    }
    return member.model_copy(update=words)


def _find_quote(quote: str, text: str, start: int) -> tuple[int, int] | None:
    """Return where a quote stands in a text, after `start` if it stands there too; white space may differ."""
    words = quote.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = pattern.search(text, start) or pattern.search(text)
    return found.span() if found else None


def _fold_name(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
