"""Camera angles: how each looks at the set and at the people in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AngleView:
    """What an angle changes in a picture at eye level.

    `tilt` is that of the keystone, half of it in a close shot. The set is enlarged by `zoom` about the height
    `centre`, a share of the canvas; people are `size` times as large, and faces lower by `drop`, a share of
    the safe frame's height.
    """

    tilt: float = 0.0
    zoom: float = 1.0
    centre: float = 0.46
    size: float = 1.0
    drop: float = 0.0


EYE_LEVEL = AngleView()
_VIEWS = {
    # From below the horizon sinks and people tower; from above the floor fills the picture.
    "low": AngleView(0.26, 1.14, 0.0, 1.22, -0.03),
    "high": AngleView(-0.24, 1.18, 1.0, 0.88, 0.06),
    "overhead": AngleView(-0.46, 1.36, 1.0, 0.76, 0.11),
}


def choose_view(angle: str) -> AngleView:
    """Return the view of an angle; unknown ones are at eye level."""
    return _VIEWS.get(angle, EYE_LEVEL)
