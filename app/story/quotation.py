"""Quoted speech in a paragraph, in the quotation marks of many languages."""

import re
from collections.abc import Iterator

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "‟": "”"}
_SINGLES = {"‘": "’", "'": "'", "‚": "‘’"}
_LONGEST_SINGLE = 1500
_ENDINGS = ",.!?;:…—-–"
_OPENER = re.compile("[“„«»「『\"‟]|(?<!\\w)[‘'‚](?=\\w)|(?<![\\w’])‘")
_DASH = re.compile("—|–(?=\\s|\\w)")

Span = tuple[int, int]


def find_quotations(text: str, start: int, end: int) -> list[Span]:
    """Find quoted speech in `text[start:end]`, one paragraph, as (start, end) offsets without the marks.

    An unclosed double mark speaks to the end of the paragraph, as in a speech of several paragraphs; an
    unclosed single one is an apostrophe. A paragraph that opens with a dash is dialogue by dashes.
    """
    if text[start : start + 1] in ("—", "–"):
        return _find_by_dashes(text, start, end)
    found = []
    position = start
    while opener := _OPENER.search(text, position, end):
        inner = opener.end()
        close = _find_closing(text, opener.group(), inner, end)
        if close is None:
            position = inner
            continue
        if text[inner:close].strip():
            found.append((inner, close))
        position = close + 1
    return found


def _find_closing(text: str, mark: str, inner: int, end: int) -> int | None:
    if mark in _CLOSERS:
        closers = [at for closer in _CLOSERS[mark] if (at := text.find(closer, inner, end)) >= 0]
        return min(closers, default=end)
    return _find_closing_apostrophe(text, mark, inner, end)


def _find_closing_apostrophe(text: str, mark: str, inner: int, end: int) -> int | None:
    """Tell a closing single mark from an apostrophe: punctuation stands before it and no letter after it."""
    reopened = re.compile(f"(?<!\\w){mark}(?=\\w)").search(text, inner, end)
    limit = reopened.start() if reopened else end
    doubtful = None
    for at in _find_marks(text, _SINGLES[mark], inner, limit):
        if text[at + 1 : at + 2].isalnum():
            continue
        if text[at - 1] in _ENDINGS:
            return at
        doubtful = at if doubtful is None else doubtful
    return doubtful


def _find_marks(text: str, marks: str, start: int, end: int) -> Iterator[int]:
    # A longer quotation is a stray mark; the bound keeps a text full of stray marks linear.
    for at in range(start, min(end, start + _LONGEST_SINGLE)):
        if text[at] in marks:
            yield at


def _find_by_dashes(text: str, start: int, end: int) -> list[Span]:
    dashes = [match.start() for match in _DASH.finditer(text, start, end)] + [end]
    speeches = zip(dashes[0::2], dashes[1::2], strict=False)
    return [(a + 1, b) for a, b in speeches if text[a + 1 : b].strip()]
