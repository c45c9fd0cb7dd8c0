"""The canvas of a painting: its units, its safe frame, its boxes."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.vocabulary.frame import OVERSCAN

SHORT_SIDE = 900.0
# The part of the safe frame that two lines of burned-in subtitles take up at its foot.
CAPTION_SHARE = 0.16


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in canvas units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def enclose(points: Iterable[tuple[float, float]]) -> Box:
    """Return the smallest box that holds some points."""
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def join(boxes: Iterable[Box], margin: float = 0.0) -> Box:
    """Return the smallest box that holds some boxes, with a margin around them."""
    edges = [(box.left, box.top, box.right, box.bottom) for box in boxes]
    left, top, right, bottom = zip(*edges, strict=True)
    return Box(min(left) - margin, min(top) - margin, max(right) + margin, max(bottom) + margin)


@dataclass(frozen=True, slots=True)
class Canvas:
    """The whole still in units whose short side is 900, whatever its pixels.

    The camera shows at most the `safe` middle when it stands still; the rest is room for its moves.
    """

    width: float
    height: float

    @property
    def whole(self) -> Box:
        return Box(0, 0, self.width, self.height)

    @property
    def safe(self) -> Box:
        """The frame a locked-off camera shows."""
        inset = (1 - 1 / OVERSCAN) / 2
        return Box(
            self.width * inset, self.height * inset, self.width * (1 - inset), self.height * (1 - inset)
        )

    @property
    def caption_top(self) -> float:
        """The height at which burned-in subtitles begin."""
        return self.safe.bottom - self.safe.height * CAPTION_SHARE

    @property
    def reach(self) -> float:
        """The length figures and faces are measured by: tall frames do not make giants."""
        return min(self.height, self.width * 1.2)

    @property
    def is_tall(self) -> bool:
        return self.height > self.width * 1.2


def make_canvas(size: tuple[int, int]) -> Canvas:
    """Lay out a canvas with the proportions of a frame given in pixels."""
    width, height = size
    unit = SHORT_SIDE / min(width, height)
    return Canvas(width * unit, height * unit)
