"""Text made speakable: no markup, no control characters, single spaces."""

import re
import unicodedata

from app.story.headings import split_headings

_MARKUP = (
    (re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,500}\)"), r"\1"),  # links and pictures keep their words
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+([^\n]*?)[ \t#]*$", re.M), r"\1"),
    (re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.M), ""),
    (re.compile(r"^[ \t]*(?:[*_-][ \t]*){3,}$", re.M), ""),
    (re.compile(r"^[ \t]*[*+-][ \t]+(?=\w)", re.M), ""),
    (re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,500})(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`+"), ""),
    (re.compile(r"(?<=\S)--+(?=\S)"), " — "),
)
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n")
_UNSPEAKABLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINERS = "\u200c\u200d"  # Persian, Hindi and emoji spell with these.


def make_speakable(text: str) -> str:
    """Return `text` as a narrator would read it out; words, punctuation and their order stay."""
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    if not text.isascii() or not text.isprintable():
        text = "".join(char for char in text if _is_spoken(char))
    return " ".join(text.split())


def write_narration(description: str) -> str:
    """Return what is spoken of a scene in prose: its text made speakable, titles ending like sentences.

    The heading of a chapter with which it begins is shown and not spoken.
    """
    _, told_text = split_headings(description)
    paragraphs = [make_speakable(paragraph) for paragraph in _BLANK_LINES.split(told_text)]
    told = [paragraph for paragraph in paragraphs if paragraph]
    ended = [f"{p}." if p[-1].isalnum() and p[-1].isascii() else p for p in told[:-1]]
    return " ".join([*ended, *told[-1:]])


def _is_spoken(char: str) -> bool:
    return char.isspace() or char in _JOINERS or unicodedata.category(char) not in _UNSPEAKABLE


def strip_spaces(text: str) -> str:
    """Return `text` without white space, for telling whether two texts say the same."""
    return "".join(text.split())
