"""The lamps of rooms, lit in the evening, and those that always are."""

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.interior import Interior


def _is_lit(scene: SceneCanvas) -> bool:
    return scene.palette.lamps_lit


def hang_tubes(scene: SceneCanvas, room: Interior) -> None:
    """Set bright panels into the ceiling of a room of today."""
    pen, wall, plane = scene.pen("far"), room.wall, room.plane
    bright = mix(scene.palette.paint("#f2f6f4"), "#ffffff", 0.6)
    for across in (0.22, 0.5, 0.78):
        for near, far in ((1.08, 1.28), (1.5, 1.95)):
            x, half = wall.left + wall.width * across, wall.width * 0.035
            corners = [(x - half, wall.top), (x + half, wall.top)]
            back = [plane.draw_near(corner, near) for corner in corners]
            front = [plane.draw_near(corner, far) for corner in corners[::-1]]
            pen.polygon([*back, *front], bright)
    scene.pen("air").glow((plane.middle, wall.top), wall.width * 0.5, "#eaf4f2", 0.16)


def hang_pendants(scene: SceneCanvas, room: Interior) -> None:
    """Hang two lamps with shades."""
    for across in (0.3, 0.7):
        _hang_lamp(scene, room, across, "#c9a65a", 22)


def hang_pendant(scene: SceneCanvas, room: Interior) -> None:
    """Hang one lamp with a shade."""
    _hang_lamp(scene, room, 0.5, "#d8c7a0", 26)


def hang_bulb(scene: SceneCanvas, room: Interior) -> None:
    """Hang a bare bulb, always lit."""
    _hang_lamp(scene, room, 0.5, "#4a4a48", 11, always=True)


def _hang_lamp(
    scene: SceneCanvas, room: Interior, across: float, colour: str, size: float, *, always: bool = False
) -> None:
    pen = room.hang(scene.pen("far"), across, 138)
    shade, dark = scene.palette.paint(colour), scene.palette.ink
    pen.line([(0, -60), (0, -10)], dark, 1.2)
    pen.polygon([(-size * 0.35, -12), (size * 0.35, -12), (size, 4), (-size, 4)], shade)
    if _is_lit(scene) or always:
        pen.ellipse((0, 4), (size * 0.8, 3.4), "#fff2c8")
        room.hang(scene.pen("air"), across, 128).glow((0, 0), 170, LAMPLIGHT, 0.42)


def hang_chandelier(scene: SceneCanvas, room: Interior) -> None:
    """Hang a chandelier, always lit."""
    pen = room.hang(scene.pen("mid"), 0.5, 122)
    gold = scene.palette.paint("#c8a04a")
    pen.lines([[(0, -90), (0, 0)], [(-30, -6), (0, 4)], [(30, -6), (0, 4)], [(-16, -4), (16, -4)]], gold, 2.6)
    for x in (-30, -16, 16, 30):
        pen.rect((x - 1.6, -15), (3.2, 9), "#efe4cc")
        pen.ellipse((x, -18), (1.8, 3.6), "#ffd880")
    room.hang(scene.pen("air"), 0.5, 122).glow((0, 0), 200, LAMPLIGHT, 0.5 if _is_lit(scene) else 0.14)


def hang_spots(scene: SceneCanvas, room: Interior) -> None:
    """Let three cones of stage light fall on the floor."""
    for across, lean, colour in ((0.25, 50, "#ffe2a0"), (0.5, 0, "#fff4d8"), (0.75, -50, "#a8d0ff")):
        pen = room.hang(scene.pen("air"), across, 0)
        fade = pen.fade((0, -165), (lean, 40), (0.0, colour, 0.5), (1.0, colour, 0.06))
        pen.polygon([(-6, -165), (6, -165), (lean + 60, 40), (lean - 60, 40)], fade)
        room.hang(scene.pen("far"), across, 150).rect((-9, -14), (18, 18), "#23262c")


def light_beacon(scene: SceneCanvas, room: Interior) -> None:
    """Set the great lamp of a lighthouse on its stand, its beam going out."""
    palette, plane = scene.palette, room.plane
    pen = plane.stand(scene.pen("mid"), 0.5, 1.3)
    iron, brass = palette.paint("#4a5258"), palette.paint("#c89a42")
    pen.polygon([(-26, 0), (26, 0), (18, -46), (-18, -46)], iron)
    pen.rect((-30, -52), (60, 8), brass)
    glass = "#fff0b8" if palette.lamps_lit else mix(palette.sky[2], "#ffffff", 0.5)
    pen.blob([(-27, -54), (-33, -86), (-20, -116), (0, -122), (20, -116), (33, -86), (27, -54)], glass)
    pen.lines([[(-32, y), (32, y)] for y in (-66, -78, -90, -102)], brass, 2.2)
    pen.lines([[(x, -54), (x * 0.8, -118)] for x in (-20, 0, 20)], brass, 2.0)
    pen.polygon([(-22, -118), (0, -136), (22, -118)], brass)
    if palette.lamps_lit:
        air = plane.stand(scene.pen("air"), 0.5, 1.3)
        air.glow((0, -86), 150, LAMPLIGHT, 0.85)
        for side in (-1, 1):
            beam = air.fade((0, 0), (side * 420, 0), (0.0, LAMPLIGHT, 0.6), (1.0, LAMPLIGHT, 0.0))
            air.polygon([(0, -96), (side * 420, -140), (side * 420, -40), (0, -76)], beam)
