"""The keystone effect: upright lines converge where a camera looks up or down."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.film.boards.canvas import Box, enclose


@dataclass(frozen=True, slots=True)
class Keystone:
    """A bend of a whole picture of `width` × `height`; without `tilt` there is none.

    A camera that looks up shows the foot of the picture larger than its top by the share `tilt`; one that
    looks down has a negative tilt and shows the top larger. The larger side loses its corners.
    """

    width: float
    height: float
    tilt: float = 0.0

    def find_shown(self, seen: Box) -> Box:
        """Return the largest centred box that is seen wholly within a box about the picture's middle."""
        spread = 1 + abs(self.tilt) * max(seen.bottom, self.height - seen.top) / self.height
        half, middle = seen.width / 2 / spread, seen.centre[0]
        return Box(middle - half, self._unbend(seen.top), middle + half, self._unbend(seen.bottom))

    def bend(self, box: Box) -> Box:
        """Return the upright box in which a box is seen."""
        corners = [self._see(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        return enclose(corners)

    def make_matrix(self, drawn: tuple[int, int], seen: tuple[int, int]) -> NDArray[np.float64]:
        """Return the homography from pixels that are seen to those that were drawn, sizes in pixels."""
        tilt = abs(self.tilt)
        bend = np.array([[1, tilt / 2, 0], [0, 1 + tilt, 0], [0, tilt, 1]])
        turn = np.array([[1.0, 0, 0], [0, -1, 1], [0, 0, 1]]) if self.tilt < 0 else np.eye(3)
        unit = np.diag([1 / seen[0], 1 / seen[1], 1.0])
        return np.asarray(np.diag([drawn[0], drawn[1], 1.0]) @ turn @ bend @ turn @ unit, np.float64)

    def _see(self, x: float, y: float) -> tuple[float, float]:
        tilt, share = abs(self.tilt), self._from_small_side(y)
        down = share / (1 + tilt - tilt * share)
        across = self.width / 2 + (x - self.width / 2) * (1 + tilt * down)
        return across, self.height * (1 - down if self.tilt < 0 else down)

    def _unbend(self, y: float) -> float:
        tilt, share = abs(self.tilt), self._from_small_side(y)
        down = share * (1 + tilt) / (1 + tilt * share)
        return self.height * (1 - down if self.tilt < 0 else down)

    def _from_small_side(self, y: float) -> float:
        return 1 - y / self.height if self.tilt < 0 else y / self.height
