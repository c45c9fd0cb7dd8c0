"""A layered still: what is behind its cast, closed eyes and mouths, and what moves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A part of a picture as BGR pixels (height, width, 3) whose left top pixel has even coordinates."""

    left: int
    top: int
    pixels: Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """What stands in front: what is behind it, and its cover, 0 to 255, of the same height and width.

    `parallax` is the share by which the rest of the picture moves less, 0 to 1.
    """

    behind: Patch
    cover: Pixels
    parallax: float


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A face in front: its eyes when they are closed, and of one that speaks its mouth when it is shut."""

    eyes: Patch
    mouth: Patch | None = None


@dataclass(frozen=True, slots=True)
class Flicker:
    """A light that flickers: its centre and its radius in pixels of the still."""

    across: float
    down: float
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """What moves within a still.

    `falling` is the weather that falls in front of it, "rain" or "snow", and `dry` the whole still without
    that. `water` is the first row of a surface of water and the one after its last.
    """

    near: Near | None = None
    faces: tuple[Face, ...] = ()
    flickers: tuple[Flicker, ...] = ()
    water: tuple[int, int] | None = None
    falling: str = ""
    dry: Pixels | None = None

    @property
    def is_empty(self) -> bool:
        """Return whether nothing moves."""
        return not (self.near or self.flickers or self.water or self.falling)
