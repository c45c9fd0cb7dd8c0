"""The casting of scenes: the names on them are those of the project's characters, who look alike on all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from app.modules.character.appearance import find_look
from app.modules.character.cast import Cast, fold_name
from app.modules.character.models import Character
from app.modules.character.service import CharacterService
from app.modules.project.models import Project
from app.modules.scene.drafts import draft_of
from app.modules.scene.members import Member, list_members, member_of, set_members
from app.modules.scene.models import Scene
from app.modules.scene.shot_casting import recast_shot
from app.story.scene import SceneDraft
from app.story.segmentation import complete
from app.story.shot import ShotDraft
from app.vocabulary.looks import CharacterLook


class SceneCasting:
    """Casts the scenes of one project, whose row the caller has locked."""

    def __init__(self, session: Session, project: Project) -> None:
        self.project = project
        self.characters = CharacterService(session)
        self.cast = self.characters.get_cast(project.id)

    def cast_new(self, draft: SceneDraft, given: Mapping[str, Any]) -> SceneDraft:
        """Return a new scene with characters of the project; `given` is what its writer has sent.

        Names that are not in the cast are added to it. Raises TooManyCharacters.
        """
        written = [*given.get("character_prompts", ()), *[""] * len(draft.characters)]
        members: dict[int, tuple[str, str, CharacterLook | None]] = {}
        for at, name in enumerate(draft.characters):
            character = self.cast.find(name)
            if character is None and "characters" not in given and self.cast.is_deleted(name):
                continue
            if character is None:
                look = None if written[at] else draft.looks[at]
                character = self._add(name, look, written[at] or draft.character_prompts[at])
            prompt = written[at] or character.prompt
            look = find_look(character) if prompt == character.prompt else None
            members.setdefault(character.id, (character.name, prompt, look))
        names, prompts, looks = zip(*members.values(), strict=True) if members else ((), (), ())
        extra = tuple(given.get("character_prompts", ()))[len(draft.characters) :]
        shots = _cast_shots(draft.shots, self.cast)
        return replace(
            draft, characters=names, character_prompts=(*prompts, *extra), looks=looks, shots=shots
        )

    def cast_changed(self, scene: Scene, changes: Mapping[str, Any]) -> None:
        """Cast a scene anew, whose characters or their prompts its writer has changed.

        A prompt that is left out or empty is the one that the scene had, or else the character's. Raises
        TooManyCharacters.
        """
        before = list_members(scene)
        names: Sequence[str] = changes.get("characters", scene.characters)
        written: Sequence[str] = changes.get("character_prompts", ())
        has_prompts = "character_prompts" in changes
        new = self._describe_new(scene, [name for name in names if self.cast.find(name) is None])
        members = []
        for at, name in enumerate(names):
            prompt = written[at] if at < len(written) else ""
            look, derived = (None, prompt) if prompt else new.get(name, (None, ""))
            character = self.cast.find(name) or self._add(name, look, derived)
            known = next((one for one in before if one.is_called(character.name)), Member("", ""))
            members.append(_choose_member(character, prompt or ("" if has_prompts else known.prompt), known))
        set_members(scene, members)
        scene.character_prompts = [*scene.character_prompts, *written[len(names) :]]

    def _describe_new(
        self, scene: Scene, names: Sequence[str]
    ) -> Mapping[str, tuple[CharacterLook | None, str]]:
        """Return the looks and the prompts of names that are not in the cast, by name."""
        if not names:
            return {}
        language = self.project.language
        described = complete(scene.description, {"characters": names}, draft_of(scene), language)
        pairs = zip(described.looks, described.character_prompts, strict=True)
        return dict(zip(names, pairs, strict=True))

    def _add(self, name: str, look: CharacterLook | None, prompt: str) -> Character:
        return self.characters.add_named(self.cast, self.project.id, name, look, prompt)


def _choose_member(character: Character, prompt: str, known: Member) -> Member:
    """Return a character with a prompt of a scene's own, or as it is on all scenes."""
    shared = member_of(character)
    if known.name and (prompt or shared.prompt) == known.prompt:
        return replace(known, name=character.name)
    own = Member(character.name, prompt)
    return shared if own.follows(shared.prompt) else own


def cast_found(draft: SceneDraft, cast: Cast) -> SceneDraft:
    """Return a scene that was found in a story, with the characters of a cast in the place of their words.

    Characters that were deleted leave it; those that were edited look as they do in the cast.
    """
    members: dict[int, tuple[str, str, CharacterLook | None]] = {}
    looks = (*draft.looks, *(None,) * len(draft.characters))
    prompts = (*draft.character_prompts, *("",) * len(draft.characters))
    for at, name in enumerate(draft.characters):
        character = cast.find(name)
        if character is None:
            continue
        own = (character.name, prompts[at] or character.prompt, looks[at])
        edited = (character.name, character.prompt, find_look(character))
        members.setdefault(character.id, edited if character.is_edited else own)
    names, found_prompts, found_looks = zip(*members.values(), strict=True) if members else ((), (), ())
    dialogue = tuple(replace(line, character=_name(line.character, cast)) for line in draft.dialogue)
    return replace(
        draft,
        characters=names,
        character_prompts=found_prompts,
        looks=found_looks,
        dialogue=dialogue,
        shots=_cast_shots(draft.shots, cast),
    )


def _cast_shots(shots: Iterable[ShotDraft], cast: Cast) -> tuple[ShotDraft, ...]:
    def rename(word: str) -> str | None:
        return None if cast.is_deleted(word) else _name(word, cast)

    return tuple(recast_shot(shot, rename) for shot in shots)


def _name(word: str, cast: Cast) -> str:
    """Return the name of the character that a word names, or the word."""
    character = cast.find(word)
    return character.name if character else word


def count_lines(dialogues: Sequence[Sequence[Mapping[str, str]]], cast: Cast) -> dict[int, int]:
    """Return how many lines each character speaks, by its id."""
    counts = dict.fromkeys((character.id for character in cast.characters), 0)
    speakers: dict[str, int | None] = {}
    for dialogue in dialogues:
        for line in dialogue:
            folded = fold_name(line["character"])
            if folded not in speakers:
                found = cast.find(folded)
                speakers[folded] = found.id if found else None
            speaker = speakers[folded]
            if speaker is not None:
                counts[speaker] += 1
    return counts
