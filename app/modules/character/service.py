"""Characters: found by segmentation, named on scenes, and edited by their owner."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from app.modules.character.appearance import (
    get_appearance,
    make_appearance,
    set_appearance,
    write_prompt,
)
from app.modules.character.cast import Cast, fold_name, join_aliases, replace_name
from app.modules.character.errors import (
    MAX_CHARACTERS,
    CharacterNotFound,
    NameTaken,
    TooManyCharacters,
    VoiceNotOffered,
)
from app.modules.character.models import NAME_CHARACTERS, Character
from app.modules.character.recasting import Recasting
from app.modules.character.repository import CharacterRepository
from app.modules.project.models import Project
from app.providers.registry import speech_provider
from app.story.prompts import write_character_prompt
from app.story.scene import StoryDraft
from app.vocabulary import closed
from app.vocabulary.look_reader import read_look
from app.vocabulary.looks import CharacterLook

_TRAITS = ("kind", "species", "age", "gender", "role", "look")
_DERIVABLE = ("kind", "age", "gender")


class CharacterService:
    """Finds and changes the characters of projects that the caller has locked, or only reads."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.characters = CharacterRepository(session)

    def get_cast(self, project_id: int) -> Cast:
        """Return a project's cast, with the deleted characters that must not be found again."""
        return Cast(self.characters.list_all(project_id))

    def get(self, character_id: int, project_id: int) -> Character:
        """Return a character of a project that the caller may see. Raises CharacterNotFound."""
        character = self.characters.get(character_id, project_id)
        if character is None:
            raise CharacterNotFound
        return character

    def find(self, character_id: int, project_id: int) -> Character | None:
        """Return a character of a project; None for one that was deleted or merged."""
        return self.characters.get(character_id, project_id)

    def recast(self, project: Project, story: StoryDraft) -> Cast:
        """Join the cast of a story that was read anew with the project's, and return it.

        Characters whom no word of the story names any more are removed.
        """
        present = self.characters.list_all(project.id)
        found = Recasting(project.id, project.story_text, present).join(story)
        for character in present:
            if character not in found and not character.is_deleted:
                self.session.delete(character)
        self.session.add_all(found)
        self.session.flush()
        return Cast([*found, *(one for one in present if one.is_deleted)])

    def add(self, project_id: int, fields: Mapping[str, Any]) -> Character:
        """Store a character with the least importance; `fields` are those of a request.

        Raises NameTaken, TooManyCharacters or VoiceNotOffered.
        """
        cast = self.get_cast(project_id)
        character = self._make(cast, project_id, fields["name"])
        set_appearance(character, make_appearance(read_look(fields["name"], fields.get("prompt") or "")))
        character.is_edited = True
        self.change(character, fields)
        return self.characters.add(character)

    def add_named(
        self, cast: Cast, project_id: int, name: str, look: CharacterLook | None, prompt: str
    ) -> Character:
        """Add a character that a scene names to the cast; without a look its prompt describes it.

        Raises TooManyCharacters.
        """
        character = self._make(cast, project_id, name[:NAME_CHARACTERS])
        if look is None:
            set_appearance(character, make_appearance(read_look(name, prompt)))
            character.prompt = prompt
            character.is_prompt_written = character.is_edited = True
        else:
            known = _read_name(name, look)
            set_appearance(character, make_appearance(known))
            character.prompt = prompt if known == look else write_character_prompt(name, known)
        cast.add(character)
        return self.characters.add(character)

    def change(self, character: Character, fields: Mapping[str, Any]) -> None:
        """Change the fields of a request that are given, and let the prompt follow the look.

        Raises NameTaken or VoiceNotOffered.
        """
        fields = dict(fields)
        self._check_voice(fields.get("voice"))
        if "name" in fields or "aliases" in fields:
            self._rename(character, fields)
        for name in ("voice", "reference_asset_id"):
            if name in fields:
                setattr(character, name, fields[name] or None)
        self._change_appearance(character, fields)
        character.is_edited = character.is_edited or bool(fields)

    def absorb(self, survivor: Character, other: Character) -> None:
        """Let a character take over another one's names, and what it lacks itself; the other is deleted."""
        survivor.aliases = join_aliases(survivor, (other.name, *other.aliases))
        for name in ("portrait_key", "voice", "reference_asset_id"):
            setattr(survivor, name, getattr(survivor, name) or getattr(other, name))
        survivor.is_edited = True
        self.characters.delete(other)

    def delete(self, character: Character) -> None:
        """Delete a character; its row stays, so that it isn't found in the story again."""
        character.is_deleted, character.portrait_key, character.reference_asset_id = True, None, None
        self.session.flush()

    def show_portrait(self, character_id: int, storage_key: str) -> None:
        """Show a file as a character's portrait; nothing happens when the character was deleted."""
        character = self.characters.get_locked(character_id)
        if character is not None and not character.is_deleted:
            character.portrait_key = storage_key

    def set_reference(self, character_id: int, asset_id: int) -> None:
        """Use an asset as the reference of a character; nothing happens when the character was deleted."""
        character = self.characters.get_locked(character_id)
        if character is not None and not character.is_deleted:
            character.reference_asset_id = asset_id

    def remove_picture(self, project_id: int, storage_key: str, asset_id: int) -> None:
        """Show a file no longer as a portrait, and use an asset no longer as a reference."""
        for character in self.characters.list_locked(project_id):
            if character.portrait_key == storage_key:
                character.portrait_key = None
            if character.reference_asset_id == asset_id:
                character.reference_asset_id = None

    def _make(self, cast: Cast, project_id: int, name: str) -> Character:
        """Return a new character at the end of the cast; a deleted one of this name may be found again."""
        if len(cast.characters) >= MAX_CHARACTERS:
            raise TooManyCharacters
        self._release(cast, name)
        position = max((one.position for one in cast.characters), default=-1) + 1
        return Character(project_id=project_id, position=position, name=name, aliases=[], prompt="")

    def _release(self, cast: Cast, name: str) -> None:
        for gone in cast.deleted:
            if fold_name(gone.name) == fold_name(name):
                self.session.delete(gone)
            else:
                gone.aliases = [alias for alias in gone.aliases if fold_name(alias) != fold_name(name)]

    def _rename(self, character: Character, fields: dict[str, Any]) -> None:
        """Change name and aliases; the name before stays as an alias. Raises NameTaken."""
        before, name = character.name, fields.get("name", character.name)
        aliases = fields.get("aliases", character.aliases)
        cast = self.get_cast(character.project_id)
        for word in (name, *aliases):
            holder = cast.find(word)
            if holder is not None and holder is not character:
                raise NameTaken(
                    f"“{word}” is a name of another character; merge the two, or choose another word."
                )
            self._release(cast, word)
        character.name, character.aliases = name, []
        former = (before,) if "name" in fields else ()
        character.aliases = join_aliases(character, (*aliases, *former))
        if "prompt" not in fields:
            character.prompt = replace_name(character.prompt, before, name)

    @staticmethod
    def _change_appearance(character: Character, fields: Mapping[str, Any]) -> None:
        changes = {name: fields[name] for name in _TRAITS if name in fields}
        was_written, before = character.is_prompt_written, get_appearance(character)
        if fields.get("prompt") and fields["prompt"] != character.prompt:
            character.prompt, character.is_prompt_written = fields["prompt"], True
        elif fields.get("prompt") == "":
            character.is_prompt_written = False
        derived = make_appearance(read_look(character.name, character.prompt))
        changes |= {name: getattr(derived, name) for name in _DERIVABLE if changes.get(name) == ""}
        if changes:
            set_appearance(character, before.change(changes))
        has_changed = get_appearance(character) != before or was_written or not character.prompt
        if has_changed and not character.is_prompt_written:
            character.prompt = write_prompt(character.name, get_appearance(character))

    @staticmethod
    def _check_voice(voice: str | None) -> None:
        """Raise VoiceNotOffered for a voice that this installation does not have."""
        if voice and voice not in {offered.id for offered in speech_provider().voices()}:
            raise VoiceNotOffered(f"There is no voice “{voice}”; GET /jobs/options lists them.")


def _read_name(name: str, look: CharacterLook) -> CharacterLook:
    """Return a look with the age and the gender that a name tells, where the look leaves them open."""
    named = read_look(name, "")
    return replace(
        look,
        age=named.age if look.age == closed.AGE.default else look.age,
        gender=named.gender if look.gender == closed.GENDER.default else look.gender,
    )
