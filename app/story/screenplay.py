"""A screenplay as blocks, from any file format."""

import re
from dataclasses import dataclass
from typing import Literal

_EXTENSION = re.compile(r"\s*\([^()]*\)\s*|\s*\^\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a screenplay: `text` as written, `spoken` what a narrator says of it."""

    kind: Literal["slug", "action", "speech", "note"]
    text: str
    spoken: str = ""
    speaker: str = ""


def read_speaker_name(cue: str) -> str:
    """Strip (V.O.), (CONT'D) and the mark of dual dialogue off a character cue."""
    return " ".join(_EXTENSION.sub(" ", cue.lstrip("@")).split()) or cue.strip()
