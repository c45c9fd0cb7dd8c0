"""What is fixed to a wall: its place and size, and the light that falls through windows."""

from collections.abc import Callable
from dataclasses import dataclass

from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.boards import BOARDS
from app.film.boards.scenery.doors import DOORS
from app.film.boards.scenery.hangings import HANGINGS
from app.film.boards.scenery.interior import Interior
from app.film.boards.scenery.shelves import SHELVES
from app.film.boards.scenery.views import paint_view
from app.film.boards.scenery.windows import WINDOWS


@dataclass(frozen=True, slots=True)
class Fixture:
    """A thing on the back wall: its middle as a share of the wall's width, the rest in body units.

    `up` is the height of its foot above the floor, `text` what is lettered on it.
    """

    kind: str
    across: float
    width: float
    height: float
    up: float = 0.0
    colour: str = "#8a6a4a"
    text: str = ""


_FLAT = {**BOARDS, **HANGINGS}
_PAINTERS: dict[str, Callable[[Pen, SceneCanvas, tuple[float, float], str], None]] = {**DOORS, **SHELVES}


def paint_fixture(scene: SceneCanvas, room: Interior, fixture: Fixture, view: str) -> None:
    """Paint a fixture on the back wall of a room; windows show the view."""
    pen = room.hang(scene.pen("far"), fixture.across, fixture.up)
    size = (fixture.width, fixture.height)
    if fixture.kind in WINDOWS:
        paint_view(pen, scene, view, size)
        WINDOWS[fixture.kind](pen, scene, size, fixture.colour)
        _cast_light(scene, room, fixture)
    elif fixture.kind in _FLAT:
        _FLAT[fixture.kind](pen, scene, size, fixture.colour, fixture.text)
    else:
        _PAINTERS[fixture.kind](pen, scene, size, fixture.colour)


def _cast_light(scene: SceneCanvas, room: Interior, fixture: Fixture) -> None:
    """Let the daylight or the moon fall from a window on the floor."""
    palette = scene.palette
    if palette.time == "dusk" or fixture.width < 24 or fixture.up < 12:
        return
    strength = 0.14 if palette.time == "night" else 0.22
    pen = room.hang(scene.pen("air"), fixture.across, fixture.up)
    half, height, drop = fixture.width / 2, fixture.height, fixture.up + 34
    side = -palette.light_side * fixture.width * 0.7
    colour = mix(palette.light, palette.sky[1], 0.3 if palette.time == "night" else 0.0)
    fade = pen.fade((0, -height), (side, drop), (0.0, colour, strength), (1.0, colour, 0.02))
    pen.polygon(
        [(-half, -height), (half, -height), (side + half * 1.5, drop), (side - half * 1.3, drop)], fade
    )
