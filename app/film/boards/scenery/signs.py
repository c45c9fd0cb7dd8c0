"""Painted signs: block letters of a few strokes, on a board."""

from app.film.boards.pen import Pen, Point

# Strokes on a grid of 4 by 6, each corner as its column and row.
_LETTERS = {
    "A": "06 20 46,14 34",
    "B": "00 06 36 45 44 33 03,00 30 41 42 33",
    "C": "41 30 10 01 05 16 36 45",
    "D": "00 06 26 44 42 20 00",
    "E": "40 00 06 46,03 33",
    "F": "40 00 06,03 33",
    "G": "41 30 10 01 05 16 36 45 43 23",
    "H": "00 06,40 46,03 43",
    "I": "20 26",
    "K": "00 06,40 03 46",
    "L": "00 06 46",
    "M": "06 00 23 40 46",
    "N": "06 00 46 40",
    "O": "10 30 41 45 36 16 05 01 10",
    "P": "06 00 30 41 42 33 03",
    "R": "06 00 30 41 42 33 03,23 46",
    "S": "41 30 10 01 02 13 33 44 45 36 16 05",
    "T": "00 40,20 26",
    "U": "00 05 16 36 45 40",
    "W": "00 16 22 36 40",
    "X": "00 46,40 06",
    "Y": "00 23 40,23 26",
    "Z": "00 40 06 46",
    "1": "11 20 26",
    "2": "01 10 30 41 42 06 46",
    "3": "00 40 23 44 45 36 16 05",
}
_ADVANCE = 5.6


def letter(pen: Pen, text: str, height: float, colour: str) -> None:
    """Letter a text in capitals, `height` units high, its middle on the pen's origin."""
    step = height / 6
    left = -(len(text) * _ADVANCE - 1.6) * step / 2
    runs: list[list[Point]] = []
    for place, character in enumerate(text):
        start = left + place * _ADVANCE * step
        for stroke in _LETTERS.get(character, "").split(","):
            corners = [(int(corner[0]), int(corner[1])) for corner in stroke.split()]
            runs.append([(start + x * step, y * step - height / 2) for x, y in corners])
    pen.lines([run for run in runs if run], colour, height * 0.19)


def measure_lettering(text: str, height: float) -> float:
    """Return how wide a lettered text is, in the units of its height."""
    return (len(text) * _ADVANCE - 1.6) * height / 6
