"""Fountain, the plain-text screenplay format, read with screenplain paragraph by paragraph.

Paragraph by paragraph, because what is written must be kept word for word beside what it means.
"""

import re

# It has no type hints.
from screenplain.parsers.fountain import InputParagraph, parse_title_page
from screenplain.types import Action, Dialog, DualDialog, Slug

from app.story.screenplay import Block, read_speaker_name
from app.story.wording import make_speakable

_BLANK_LINES = re.compile(r"\n(?:[ \t]?\n)+")
_NOTE = re.compile(r"\[\[[^\[\]]*\]\]")
_TITLE_KEYS = frozenset(
    ["title", "credit", "author", "authors", "source", "notes", "contact", "copyright", "date", "revision"]
)
_LONGEST_PARAGRAPH = (
    4000  # characters; longer than any cue or slug line, and emphasis marks take quadratic time
)


def read_title_page(text: str) -> dict[str, list[str]]:
    """Return the title page's entries by key, such as `Title`; empty where there is none."""
    head = next(iter(_split_paragraphs(text)), "")
    if len(head) > _LONGEST_PARAGRAPH or head.partition(":")[0].strip().casefold() not in _TITLE_KEYS:
        return {}
    return dict(parse_title_page(head.split("\n")) or {})


def read(text: str) -> list[Block]:
    """Read a Fountain screenplay into blocks; the title page and text in /* comments */ are left out."""
    text = _remove_comments(text)
    paragraphs = _split_paragraphs(text)
    if read_title_page(text):
        paragraphs = paragraphs[1:]
    return [_read_block(paragraph) for paragraph in paragraphs]


def _split_paragraphs(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).strip("\n")
    return [paragraph.strip("\n") for paragraph in _BLANK_LINES.split(lines) if paragraph.strip()]


def _remove_comments(text: str) -> str:
    kept, position = [], 0
    while (start := text.find("/*", position)) >= 0 and (end := text.find("*/", start + 2)) >= 0:
        kept.append(text[position:start])
        position = end + 2
    return "".join(kept) + text[position:]


def _read_block(paragraph: str) -> Block:
    bare = _NOTE.sub("", paragraph).strip()
    if not bare or bare.startswith(("=", "#")):
        return Block("note", paragraph)
    if len(bare) > _LONGEST_PARAGRAPH:
        return Block("action", paragraph, make_speakable(bare))
    elements: list[object] = []
    InputParagraph([line.rstrip() for line in bare.split("\n")]).update_list(elements)
    element = elements[0]
    if isinstance(element, Slug):
        return Block("slug", paragraph)
    if isinstance(element, Dialog | DualDialog):
        return _read_speech(paragraph, element)
    if isinstance(element, Action):
        return Block("action", paragraph, make_speakable("\n".join(str(line) for line in element.lines)))
    return Block("note", paragraph)


def _read_speech(paragraph: str, dialog: Dialog) -> Block:
    said = " ".join(str(line) for is_parenthetical, line in dialog.blocks if not is_parenthetical)
    return Block("speech", paragraph, make_speakable(said), read_speaker_name(str(dialog.character)))
