"""Fountain, the plain-text screenplay format, read with screenplain paragraph by paragraph.

Paragraph by paragraph, because what is written must be kept word for word beside what it means. screenplain
knows a cue in the capitals of any alphabet. The other library, screenplay-tools 0.0.10, does not serve: it
takes cues of A to Z only, so that ÉLODIE says nothing, it reads FADE IN: as a scene heading, speaks a
parenthetical of several lines, and leaves markers of notes in a text whose offsets it does not tell.
Neither knows lyrics in a speech, or the lines that set a shot: these are read here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

# It has no type hints.
from screenplain.parsers.fountain import InputParagraph, parse_title_page
from screenplain.types import Dialog, Slug, Transition

from app.story.directions import read_direction
from app.story.screenplay import Block, mask_unspoken, read_speaker_name
from app.story.wording import make_speakable

_BLANK_LINES = re.compile(r"\n(?:[ \t]?\n)+")
_NOTE = re.compile(r"\[\[.*?\]\]", re.DOTALL)
# Sections, synopses, page breaks, and lyrics outside a speech.
_STRUCTURE = re.compile(r"#{1,6}\s*[^#\s]|=|~")
_SLUG = re.compile(r"(?:INT|EXT|EST|I/E)\b[./ ]")
# A sentence that only begins like a slug line, such as "Est il parti ?".
_NO_SLUG = re.compile(r"(?:Int|Ext|Est|int|ext|est)\s+[^\n]*[.?!…]$")
# No name ends so: a shouted line of action does.
_NO_CUE = re.compile(r"[!?:,;]$")
_TITLE_KEYS = frozenset(
    [
        "title",
        "credit",
        "author",
        "authors",
        "source",
        "notes",
        "contact",
        "copyright",
        "date",
        "draft date",
        "revision",
    ]
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
    return [block for paragraph in paragraphs for block in _read_blocks(paragraph)]


def _split_paragraphs(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).strip("\n")
    return [paragraph.strip("\n") for paragraph in _BLANK_LINES.split(lines) if paragraph.strip()]


def _remove_comments(text: str) -> str:
    """Leave out comments; a line that held nothing else goes with its comment, and parts no speech."""
    pieces, position = list[str](), 0
    while (start := text.find("/*", position)) >= 0 and (end := text.find("*/", start + 2)) >= 0:
        pieces.append(text[position:start])
        position = end + 2
        is_alone = text[:start].endswith("\n") and text.startswith("\n", position)
        position += is_alone
    return "".join(pieces) + text[position:]


def _read_blocks(paragraph: str) -> Iterator[Block]:
    """Part a paragraph at the lines that stand for themselves, though no blank line sets them off."""
    if len(paragraph) > _LONGEST_PARAGRAPH:
        yield _read_action(paragraph)
        return
    pending: list[str] = []
    for line in _split_lines(paragraph):
        block = _read_line(line, is_said=_is_speech(pending))
        if block is None:
            pending.append(line)
            continue
        yield from _read_rest(pending)
        yield block
        pending = []
    yield from _read_rest(pending)


def _split_lines(paragraph: str) -> list[str]:
    """Return the lines of a paragraph; a note that goes over several lines stays in one."""
    lines: list[str] = []
    for line in paragraph.split("\n"):
        if lines and lines[-1].rfind("[[") > lines[-1].rfind("]]") and "]]" in paragraph:
            lines[-1] += f"\n{line}"
        else:
            lines.append(line)
    return lines


def _read_line(line: str, *, is_said: bool) -> Block | None:
    """Return a line that makes a block of its own, None for one of action or of speech."""
    bare = _NOTE.sub("", line).strip()
    if not bare:
        return None if is_said else Block("note", line)
    if not is_said and _STRUCTURE.match(bare):
        return Block("note", line)
    if _is_slug(bare) and (not is_said or _SLUG.match(bare)):
        return Block("slug", line)
    direction = read_direction(bare)
    if direction is None or (is_said and not (direction.kind == "note" and bare.endswith(":"))):
        return None
    return Block(direction.kind, line, shown=direction.shown, shot_type=direction.shot_type)


def _is_slug(bare: str) -> bool:
    return isinstance(_classify([bare]), Slug) and not _NO_SLUG.match(bare)


def _is_speech(lines: list[str]) -> bool:
    """Return whether a line after these would be a part of a speech."""
    cue = _NOTE.sub("", lines[0]).strip() if lines else ""
    return bool(cue) and isinstance(_classify([cue, "…"]), Dialog) and not _NO_CUE.search(cue)


def _classify(lines: list[str]) -> object:
    elements: list[object] = []
    InputParagraph([line.rstrip() for line in lines]).update_list(elements)
    return elements[0] if elements else None


def _read_rest(lines: list[str]) -> Iterator[Block]:
    """Yield the block of the lines between those that stand for themselves: action, speech or transition."""
    if not lines:
        return
    text = "\n".join(lines)
    bare = _NOTE.sub("", text).strip().split("\n")
    element = _classify(bare)
    if isinstance(element, Dialog) and not _NO_CUE.search(bare[0].strip()):
        name = read_speaker_name(str(element.character))
        speech = Block("speech", text, speaker=name, cue_length=len(lines[0]))
        yield replace(speech, spoken=make_speakable(mask_unspoken(speech)))
    else:
        yield Block("note", text) if isinstance(element, Transition) else _read_action(text)


def _read_action(text: str) -> Block:
    masked = mask_unspoken(Block("action", text))
    return Block("action", text, make_speakable(re.sub(r"^!", "", masked, flags=re.MULTILINE)))
