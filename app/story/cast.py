"""The cast of a story, as plain frozen data."""

from dataclasses import dataclass

from app.vocabulary.looks import CharacterLook


@dataclass(frozen=True, slots=True)
class CharacterDraft:
    """A character of a story, with everything that is known of it before it is drawn.

    `name` is the one name by which scenes and beats call it, `aliases` are the other words for it in the
    story ("the girl", "Miss Watson"). `look` says its kind, species, age, gender, role and appearance, which
    hold for the whole story. `lines` counts the lines that it speaks.
    """

    name: str
    look: CharacterLook
    aliases: tuple[str, ...] = ()
    lines: int = 0
