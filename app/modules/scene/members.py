"""The members of a scene's cast: its characters with the prompts and looks that they have there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.modules.character.appearance import find_look
from app.modules.character.cast import fold_name, replace_name
from app.modules.character.models import Character
from app.modules.scene.drafts import LOOKS, draft_of_shot, write_shot
from app.modules.scene.models import Scene
from app.modules.scene.shot_casting import recast_shot

Look = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Member:
    """A character on one scene; `look` is the JSON of a typed look, None where the prompt is read."""

    name: str
    prompt: str
    look: Look = None

    def is_called(self, name: str) -> bool:
        """Return whether a name is the member's."""
        return fold_name(name) == fold_name(self.name)

    def follows(self, prompt: str) -> bool:
        """Return whether it looks as on all other scenes; `prompt` is its character's."""
        return self.prompt in ("", prompt)


def member_of(character: Character) -> Member:
    """Return a character as it is on all scenes."""
    look = find_look(character)
    return Member(character.name, character.prompt, LOOKS.dump_python((look,), mode="json")[0])


def list_members(scene: Scene) -> list[Member]:
    """Return the cast of a scene, in order."""
    padding = len(scene.characters)
    prompts = [*scene.character_prompts, *[""] * padding]
    looks = [*(scene.looks or ()), *[None] * padding]
    return [Member(name, prompts[at], looks[at]) for at, name in enumerate(scene.characters)]


def set_members(scene: Scene, members: Sequence[Member]) -> None:
    """Store the cast of a scene; a name that is there twice is stored once."""
    unique: dict[str, Member] = {}
    for member in members:
        unique.setdefault(fold_name(member.name), member)
    scene.characters = [member.name for member in unique.values()]
    scene.character_prompts = [member.prompt for member in unique.values()]
    looks = [member.look for member in unique.values()]
    scene.looks = looks if any(looks) else None


def recast_scene(scene: Scene, before: Member, after: Member | None) -> None:
    """Put a character in the place of another one everywhere on a scene, or remove it where there is none.

    Both are given as all scenes show them. The lines of a removed one stay those of its name.
    """
    members, name = list_members(scene), after.name if after else None
    is_there = any(name and one.is_called(name) and not one.is_called(before.name) for one in members)
    recast = [_recast(one, before, None if is_there else after) for one in members]
    if recast != members:
        set_members(scene, [one for one in recast if one is not None])
    for shot in scene.shots:
        write_shot(shot, recast_shot(draft_of_shot(shot), lambda one: name if before.is_called(one) else one))
    keys = {key: file for key, file in scene.character_keys.items() if not before.is_called(key)}
    own = [file for key, file in scene.character_keys.items() if before.is_called(key)]
    scene.character_keys = ({name: own[0]} if name and own and not is_there else {}) | keys
    if name:
        scene.dialogue = [
            {**line, "character": name} if before.is_called(line["character"]) else line
            for line in scene.dialogue
        ]


def _recast(member: Member, before: Member, after: Member | None) -> Member | None:
    if not member.is_called(before.name):
        return member
    if after is None:
        return None
    if member.follows(before.prompt):
        return after
    return replace(member, name=after.name, prompt=replace_name(member.prompt, before.name, after.name))
