"""The skull that all views of a head share: where a spot of the face lies when the head is turned.

Heads are a hundred units from chin to crown around the pen's origin and look to the right.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.film.boards.pen import Point

# Half the width of a face, which is the radius on which its features turn.
RADIUS = 34.0
# How far the features move up or down when the head is fully raised or lowered.
_NOD = 9.0
_AWAY = 120.0


@dataclass(frozen=True, slots=True)
class HeadTurn:
    """How a head is turned: `yaw` in degrees, 0 to the camera, 90 to the right, 180 away from the camera.

    `pitch` is -1 for a raised face and 1 for a lowered one. `gaze` is where the eyes look, each from -1 to 1,
    to the right and down. `tilt` leans the head to the right, in degrees.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    gaze: Point = (0.0, 0.0)
    tilt: float = 0.0

    @property
    def is_away(self) -> bool:
        return self.yaw > _AWAY

    @property
    def side(self) -> float:
        """How much of the profile is seen, 0 to 1."""
        return 0.0 if self.is_away else min(1.0, self.yaw / 90)

    @property
    def drop(self) -> float:
        """How far the features are lowered."""
        return self.pitch * _NOD

    def swing(self, x: float, radius: float = RADIUS) -> float:
        """Return where a spot that is `x` from the middle of the face lies across."""
        return radius * math.sin(min(self._find_angle(x, radius), math.pi / 2))

    def find_width(self, x: float) -> float:
        """Return how wide a feature at `x` looks, as a share of its width from the front; 0 if hidden."""
        return max(0.0, math.cos(self._find_angle(x, RADIUS)))

    def bend(self, front: Sequence[Point], profile: Sequence[Point]) -> list[Point]:
        """Return an outline between that of the front and that of the profile, point by point."""
        side = self.side
        return [
            (x + (other[0] - x) * side, y + (other[1] - y) * side)
            for (x, y), other in zip(front, profile, strict=True)
        ]

    def _find_angle(self, x: float, radius: float) -> float:
        return math.asin(max(-1.0, min(1.0, x / radius))) + math.radians(self.yaw)
