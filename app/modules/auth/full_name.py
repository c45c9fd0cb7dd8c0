"""The full name of a user, which may carry no structure into a mail, a log or a page."""

import re
import unicodedata

# Control characters, line and paragraph separators, surrogates, and marks that change a text's direction.
_FORBIDDEN = {"Cc", "Zl", "Zp", "Cs"}
_DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_LINK = re.compile(r"://|\bwww\.|[<>]", re.IGNORECASE)


def parse_full_name(name: str) -> str:
    """Return the name. Raises ValueError for one with control characters, markup or the address of a page."""
    for character in name:
        if (
            unicodedata.category(character) in _FORBIDDEN
            or unicodedata.bidirectional(character) in _DIRECTIONS
        ):
            raise ValueError("A name is one line of text without control characters")
    if _LINK.search(name):
        raise ValueError("A name contains no links and no markup")
    return name
