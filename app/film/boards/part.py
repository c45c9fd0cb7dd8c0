"""A part of a picture."""

from dataclasses import dataclass

from app.film.boards.canvas import Box


@dataclass(frozen=True, slots=True)
class Part:
    """An upright rectangle of whole pixels; `of` is the width and height of the whole picture."""

    left: int
    top: int
    width: int
    height: int
    of: tuple[int, int]

    @property
    def rows(self) -> slice:
        return slice(self.top, self.top + self.height)

    @property
    def columns(self) -> slice:
        return slice(self.left, self.left + self.width)

    def pad(self, margin: int) -> "Part":
        """Return the part with a margin around it, as far as the picture goes."""
        left, top = max(0, self.left - margin), max(0, self.top - margin)
        right = min(self.of[0], self.left + self.width + margin)
        bottom = min(self.of[1], self.top + self.height + margin)
        return Part(left, top, right - left, bottom - top, self.of)

    def find_in(self, outer: "Part") -> "Part":
        """Return this part in the pixels of one that holds it."""
        left, top = self.left - outer.left, self.top - outer.top
        return Part(left, top, self.width, self.height, (outer.width, outer.height))


def cover_whole(size: tuple[int, int]) -> Part:
    """Return a whole picture as a part of itself."""
    return Part(0, 0, *size, size)


def find_part(box: Box, across: float, down: float, of: tuple[int, int]) -> Part | None:
    """Return the pixels of a box that lie in a picture, None for none; left, top and sides are even.

    `across` and `down` are pixels a unit of the box.
    """
    left, top = (max(0, int(edge)) // 2 * 2 for edge in (box.left * across, box.top * down))
    right = min(of[0], int(box.right * across) + 2) // 2 * 2
    bottom = min(of[1], int(box.bottom * down) + 2) // 2 * 2
    if right <= left or bottom <= top:
        return None
    return Part(left, top, right - left, bottom - top, of)
