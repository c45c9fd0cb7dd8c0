"""The ground of open sets: grass, sand, snow, rock, craters, water; and what people paved."""

from collections.abc import Callable

from app.film.boards.colour import mix
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.ground_bands import band, tell_water
from app.film.boards.scenery.land import flowers, grass, land, rocks, waves
from app.film.boards.scenery.pavements import PAVEMENTS
from app.film.boards.scenery.plane import Plane

# How far away the edge of a roof or a balcony is.
_EDGE_AWAY = 1.45


def paint_ground(scene: SceneCanvas, plane: Plane, kind: str, colour: str) -> None:
    """Lay the ground from the horizon down to the foot of the picture."""
    near, far = scene.palette.paint(colour, 0.95), scene.palette.paint(colour, 0.5)
    pen, canvas = scene.pen("mid"), scene.canvas
    # From a roof one looks over its edge at the town below.
    top = plane.find_y(_EDGE_AWAY) if kind == "terrace" else plane.horizon
    fade = pen.fade(
        (0, top), (0, canvas.height), (0.0, far), (0.45, near), (1.0, mix(near, scene.palette.ink, 0.3))
    )
    pen.rect((0, top), (canvas.width, canvas.height - top), fade)
    _GROUNDS[kind](scene, plane, near)


def _grow_grass(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    ink = scene.palette.ink
    land(scene, "mid", plane.find_y(2.4), (mix(colour, scene.palette.haze, 0.12), mix(colour, ink, 0.12)), 9)
    land(scene, "near", plane.find_y(1.06), (colour, mix(colour, ink, 0.32)), 8)
    grass(scene, "near", plane.find_y(1.1), mix(colour, ink, 0.35), 90)


def _grow_flowers(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    _grow_grass(scene, plane, colour)
    blooms = ("#e4d27a", "#d8708a", "#f2ece0", "#8fa0d8")
    flowers(scene, plane.find_y(1.05), tuple(scene.palette.paint(bloom) for bloom in blooms))


def _tread(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    """Wind a trodden path over grass."""
    _grow_grass(scene, plane, colour)
    way = scene.palette.paint("#cbb48a", 0.9)
    pen, middle, unit = scene.pen("near"), plane.middle, plane.unit
    left, right = [], []
    for away, sway in ((0.66, -60), (0.85, -30), (1.1, 10), (1.5, 34), (2.3, 20), (4.5, -14), (12.0, 0)):
        x, half = middle + sway * unit / away, unit * 62 / away
        left.append((x - half, plane.find_y(away)))
        right.append((x + half, plane.find_y(away)))
    pen.blob(
        [*left, *right[::-1]],
        pen.fade((0, plane.horizon), (0, plane.ground), (0.0, mix(way, scene.palette.haze, 0.4)), (1.0, way)),
    )


def _drift(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    light = mix(colour, "#ffffff", 0.25)
    for away, rise in ((3.4, 8), (1.9, 12), (1.08, 12)):
        layer = "mid" if away > 1.5 else "near"
        land(scene, layer, plane.find_y(away), (light, mix(colour, scene.palette.ink, 0.16)), rise)


def _spread_sand(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    _drift(scene, plane, colour)
    rocks(scene, "near", plane.find_y(0.95), mix(colour, scene.palette.ink, 0.35))


def _strew_rock(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    _drift(scene, plane, colour)
    for away in (1.8, 1.05):
        rocks(scene, "near", plane.find_y(away), mix(colour, scene.palette.ink, 0.2))


def _dig_craters(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    rng, dark, light = scene.rng, mix(colour, "#101018", 0.45), mix(colour, "#ffffff", 0.3)
    for away, count in ((5.0, 7), (2.6, 6), (1.5, 4), (0.9, 2)):
        for _ in range(count):
            x, y = scene.choose_across(), plane.find_y(away * rng.uniform(0.9, 1.1))
            size = plane.measure_unit(away) * rng.uniform(40, 90)
            pen = scene.pen("mid")
            pen.ellipse((x, y), (size, size * 0.24), light)
            pen.ellipse((x + size * 0.06, y + size * 0.03), (size * 0.88, size * 0.19), dark)
            pen.ellipse((x + size * 0.1, y + size * 0.09), (size * 0.7, size * 0.1), colour)


def _flood(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    tell_water(scene, plane.horizon, scene.canvas.height)
    light, dark = mix(colour, scene.palette.light, 0.45), mix(colour, scene.palette.ink, 0.3)
    waves(scene, "mid", (plane.horizon, scene.canvas.height), (light, dark))


def _meet_water(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    """Lay water before the horizon and a shore of the ground's colour where people stand."""
    palette = scene.palette
    water = mix(palette.paint("#4a8aa4", 0.9), palette.sky[1], 0.2)
    band(scene, plane, 60, 1.16, water)
    tell_water(scene, plane.horizon, plane.find_y(1.2))
    light, dark = mix(water, palette.light, 0.5), mix(water, palette.ink, 0.3)
    waves(scene, "mid", (plane.horizon, plane.find_y(1.2)), (light, dark))
    line = land(scene, "near", plane.find_y(1.2), (colour, mix(colour, palette.ink, 0.28)), 9)
    scene.pen("near").line([(x, y + 1) for x, y in line[::4]], mix(colour, "#ffffff", 0.6), 5, 0.7)


def _meet_bank(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    _meet_water(scene, plane, colour)
    grass(scene, "near", plane.find_y(1.15), mix(colour, scene.palette.ink, 0.35), 90)


def _leave(_: SceneCanvas, __: Plane, ___: str) -> None:
    """Leave the ground plain."""


_GROUNDS: dict[str, Callable[[SceneCanvas, Plane, str], None]] = {
    "grass": _grow_grass,
    "flowers": _grow_flowers,
    "path": _tread,
    "snow": _drift,
    "sand": _spread_sand,
    "rock": _strew_rock,
    "craters": _dig_craters,
    "water": _flood,
    "shore": _meet_water,
    "bank": _meet_bank,
    "plain": _leave,
    "terrace": _leave,
    **PAVEMENTS,
}
