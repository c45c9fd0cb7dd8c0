"""The setting of text on a page, without empty boxes for characters that the face lacks."""

import unicodedata

from PIL.ImageDraw import ImageDraw

from app.film.fonts import font, unsupported_characters

Face = tuple[str, int]


class Lettering:
    """Writes on one drawing and remembers which characters it had to leave out.

    A face that lacks a character hands the whole text to the plain sans; what that lacks too is
    written without its accents, and failing that left out.
    """

    def __init__(self, draw: ImageDraw) -> None:
        self.draw = draw
        self.missing = ""

    def write(self, at: tuple[int, int], text: str, face: Face, colour: str, *, anchor: str = "la") -> None:
        """Write one line; `at` is where Pillow's anchor puts it."""
        text, (name, size) = self._make_writable(text, face)
        if text:
            self.draw.text(at, text, fill=colour, font=font(name, size), anchor=anchor)

    def keep_legible(self, text: str) -> str:
        """Return what of a text the plain sans can write, perhaps nothing."""
        return self._make_writable(text, ("sans", 20))[0]

    def width(self, text: str, face: Face) -> float:
        """Measure a line in pixels."""
        text, (name, size) = self._make_writable(text, face)
        return self.draw.textlength(text, font=font(name, size))

    def shorten(self, text: str, face: Face, room: float) -> str:
        """Shorten a line with an ellipsis until it fits."""
        if self.width(text, face) <= room:
            return text
        fitting, too_long = 0, len(text)
        while too_long - fitting > 1:
            middle = (fitting + too_long) // 2
            if self.width(text[:middle].rstrip() + "…", face) <= room:
                fitting = middle
            else:
                too_long = middle
        return text[:fitting].rstrip() + "…"

    def wrap(self, text: str, face: Face, room: tuple[float, int]) -> list[str]:
        """Break a text into at most so many lines of a width; the last one ends in an ellipsis if cut."""
        width, most = room
        text, face = self._make_writable(text, face)
        lines: list[str] = []
        words = text.split()
        while words and len(lines) < most:
            if len(lines) == most - 1:
                return [*lines, self.shorten(" ".join(words[:60]), face, width)]
            count = 1
            while count < len(words) and self.width(" ".join(words[: count + 1]), face) <= width:
                count += 1
            lines.append(self.shorten(" ".join(words[:count]), face, width))
            words = words[count:]
        return lines

    def _make_writable(self, text: str, face: Face) -> tuple[str, Face]:
        name, size = face
        if unsupported_characters(text, name):
            name = "sans-bold" if name == "typewriter-bold" else "sans"
            size = size * 5 // 6
        lacking = unsupported_characters(text, name)
        if lacking:
            text = "".join(
                _simplify(character, name) if character in lacking else character for character in text
            )
            gone = [character for character in lacking if not _simplify(character, name)]
            self.missing += "".join(character for character in gone if character not in self.missing)
            text = " ".join(text.split())
        return text, (name, size)


def _simplify(character: str, face: str) -> str:
    """Write a character as its nearest supported relative: without accents, unfolded, or not at all."""
    bare = unicodedata.normalize("NFKD", character)
    return "".join(
        part for part in bare if not unicodedata.combining(part) and not unsupported_characters(part, face)
    )
