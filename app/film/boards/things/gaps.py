"""The gaps between what stands in a frame."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.film.boards.canvas import Box
from app.film.boards.layers import Gradient, Layer

# What is no more opaque is a shadow.
_SHEER = 0.5


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the width of the canvas, in its units."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def list_spans(cast: Layer) -> list[Span]:
    """Return which parts of the width the figures take up; light and shadow take up none."""
    return [
        Span(shape.box.left, shape.box.right)
        for shape in cast.shapes
        if not (isinstance(shape.fill, Gradient) and shape.fill.is_radial) and shape.opacity > _SHEER
    ]


def list_gaps(frame: Box, taken: Sequence[Span]) -> list[Span]:
    """Return the parts of a frame that nothing takes up, from the left."""
    gaps, edge = [], frame.left
    for span in sorted(taken, key=lambda span: span.left):
        if span.left > edge:
            gaps.append(Span(edge, min(span.left, frame.right)))
        edge = max(edge, span.right)
    gaps.append(Span(min(edge, frame.right), frame.right))
    return [gap for gap in gaps if gap.width > 0] or [Span(frame.left, frame.right)]


def choose_gap(gaps: Sequence[Span], width: float) -> Span:
    """Return the gap next to the middle of those that are wide enough, or the widest."""
    middle = (gaps[0].left + gaps[-1].right) / 2
    wide = [gap for gap in gaps if gap.width >= width]
    if not wide:
        return max(gaps, key=lambda gap: gap.width)
    return min((_lie_near(gap, width, middle) for gap in wide), key=lambda gap: abs(gap.middle - middle))


def _lie_near(gap: Span, width: float, middle: float) -> Span:
    """Return the part of a gap of that width which is nearest to the middle, a little off its edge."""
    spare = min(width * 0.1, (gap.width - width) / 2)
    left = min(max(middle - width / 2, gap.left + spare), gap.right - width - spare)
    return Span(left, left + width)
