"""A screenplay as blocks, from any file format."""

import re
from dataclasses import dataclass
from typing import Literal

from app.vocabulary.shots import ShotType

_EXTENSION = re.compile(r"\s*\([^()]*\)\s*|\s*\^\s*$")
_NOTE = re.compile(r"\[\[.*?\]\]", re.DOTALL)
# A parenthetical opens a line and may close lines later; a pause may stand anywhere in a line.
_PARENTHETICAL = re.compile(
    r"^[ \t]*\([^()]*\)|\((?:a |long |short )?(?:beat|pause|silence|then)\)", re.MULTILINE | re.IGNORECASE
)
_LYRIC_MARK = re.compile(r"^[ \t]*~", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a screenplay: `text` as written, `spoken` what a narrator says of it.

    A note is neither spoken nor seen: a transition, a heading of an act, a synopsis, a remark. A shot is not
    spoken either; `shown` says what is in it and `shot_type` its size, None where it only moves the camera.
    `cue_length` counts the characters at the beginning of a speech that only say who speaks. A piece of a
    block that was too long for one scene `is_continued`, unless it is the first.
    """

    kind: Literal["slug", "action", "speech", "shot", "note"]
    text: str
    spoken: str = ""
    speaker: str = ""
    shown: str = ""
    shot_type: ShotType | None = None
    cue_length: int = 0
    is_continued: bool = False


def read_speaker_name(cue: str) -> str:
    """Strip (V.O.), (CONT'D) and the mark of dual dialogue off a character cue."""
    return " ".join(_EXTENSION.sub(" ", cue.lstrip("@")).split()) or cue.strip()


def mask_unspoken(block: Block) -> str:
    """Return the block's text with blanks in place of all that is not spoken, so that offsets still hold.

    Not spoken are notes, and in a speech its cue, its parentheticals and the marks of lyrics.
    """
    masked = _NOTE.sub(_blank, block.text)
    if block.kind == "speech":
        said = masked[block.cue_length :]
        masked = " " * block.cue_length + _LYRIC_MARK.sub(_blank, _PARENTHETICAL.sub(_blank, said))
    return masked


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())
