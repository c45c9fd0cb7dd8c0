"""A project's cast in memory: its characters by their names and aliases."""

import re
from collections.abc import Iterable, Sequence

from app.modules.character.models import Character


def fold_name(name: str) -> str:
    """Return a name as names are compared: without case, and with single spaces."""
    return " ".join(name.casefold().split())


def list_words(character: Character) -> set[str]:
    """Return a character's folded name and aliases."""
    return {fold_name(word) for word in (character.name, *character.aliases)}


def join_aliases(character: Character, words: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return a character's aliases and further words for it, without its name, doubles and taken words."""
    seen = {fold_name(character.name), *map(fold_name, taken)}
    aliases = []
    for word in (*character.aliases, *words):
        if fold_name(word) not in seen:
            seen.add(fold_name(word))
            aliases.append(word)
    return aliases


class Cast:
    """The characters of one project, found by name or alias; a name counts before an alias."""

    def __init__(self, characters: Iterable[Character]) -> None:
        self.characters: list[Character] = []
        self.deleted: list[Character] = []
        self._by_name: dict[str, Character] = {}
        self._by_alias: dict[str, Character] = {}
        for character in characters:
            self.add(character)

    def add(self, character: Character) -> None:
        """Add a character, or the row of a deleted one."""
        if character.is_deleted:
            self.deleted.append(character)
            return
        self.characters.append(character)
        self._by_name.setdefault(fold_name(character.name), character)
        for alias in character.aliases:
            self._by_alias.setdefault(fold_name(alias), character)

    def find(self, name: str) -> Character | None:
        """Return the character that a word names; None for a word that names none."""
        folded = fold_name(name)
        return self._by_name.get(folded) or self._by_alias.get(folded)

    def is_deleted(self, name: str, aliases: Sequence[str] = ()) -> bool:
        """Return whether a character of this name was deleted, and no present one has it."""
        words = {fold_name(word) for word in (name, *aliases)}
        return self.find(name) is None and any(
            fold_name(name) in list_words(gone) or fold_name(gone.name) in words for gone in self.deleted
        )


def replace_name(text: str, before: str, name: str) -> str:
    """Return a text with one name in the place of another, whole words only."""
    return re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", lambda _: name, text)
