"""The texts of a board page, set as large as they fit and never cut off."""

from collections.abc import Sequence

from app.film.boards.lettering import Lettering

Text = tuple[str, str]
"""A text and the colour of its ink."""
_LARGEST_PX, _LEAST_PX, _LEADING = 22, 7, 1.3


def fit_texts(
    letters: Lettering, texts: Sequence[Text], room: tuple[int, int]
) -> tuple[int, list[tuple[str, str]]]:
    """Return the largest type in pixels by which texts fit into a room, and their lines with their inks."""
    for size in range(_LARGEST_PX, _LEAST_PX - 1, -1):
        lines = [
            (line, ink)
            for text, ink in texts
            for line in letters.wrap(text, ("sans", size), (room[0], len(text)))
        ]
        if len(lines) * _find_leading(size) <= room[1]:
            break
    return size, lines


def write_texts(
    letters: Lettering, texts: Sequence[Text], corner: tuple[int, int], room: tuple[int, int]
) -> None:
    """Write texts as large as they fit into a room, from its left top corner."""
    x, y = corner
    size, lines = fit_texts(letters, texts, room)
    for line, ink in lines:
        letters.write((x, y), line, ("sans", size), ink)
        y += _find_leading(size)


def _find_leading(size: int) -> int:
    return round(size * 1.3)
