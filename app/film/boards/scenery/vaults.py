"""What closes rooms above and at their sides: beams, rafters, hulls, vaults, the fittings of vehicles."""

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.interior import Interior
from app.film.boards.scenery.lamps import hang_tubes
from app.film.boards.scenery.plane import Plane


def hang_beams(scene: SceneCanvas, room: Interior) -> None:
    """Run beams under the ceiling."""
    pen, wall, plane = scene.pen("far"), room.wall, room.plane
    beam = mix(scene.palette.paint("#6a4c36"), scene.palette.ink, 0.25)
    for i in range(6):
        x = wall.left + wall.width * i / 5
        corners = [(x - 7, wall.top), (x + 7, wall.top)]
        pen.polygon([*corners, *(plane.draw_near(corner, 4) for corner in corners[::-1])], beam)
    pen.rect((wall.left, wall.top - 5), (wall.width, 13), beam)


def hang_rafters(scene: SceneCanvas, room: Interior) -> None:
    """Slope the roof down to both sides."""
    pen, wall, plane, palette = scene.pen("far"), room.wall, room.plane, scene.palette
    wood, dark = palette.paint("#80593a"), mix(palette.paint("#5a3e28"), palette.ink, 0.3)
    for x, inner in ((wall.left, wall.left + wall.width * 0.3), (wall.right, wall.right - wall.width * 0.3)):
        low, high = (x, wall.bottom - wall.height * 0.3), (inner, wall.top)
        pen.polygon(
            [low, high, plane.draw_near(high, 5), plane.draw_near(low, 5)], mix(wood, palette.ink, 0.2)
        )
        pen.polygon([low, high, (x, wall.top)], mix(wood, palette.ink, 0.2))
        for times in (1.0, 1.35, 1.9):
            pen.lines([[plane.draw_near(low, times), plane.draw_near(high, times)]], dark, 9 * times)


def hang_ribs(scene: SceneCanvas, room: Interior) -> None:
    """Round the corners of a hull and light its ribs."""
    pen, wall, plane, palette = scene.pen("far"), room.wall, room.plane, scene.palette
    dark, light = mix(palette.paint("#5a6878"), palette.ink, 0.25), "#bfe8ff"
    for side in (-1, 1):
        x = wall.centre[0] + side * wall.width / 2
        arc = [
            (x - side * wall.width * s, wall.top + wall.height * d)
            for s, d in ((0.16, 0), (0.06, 0.07), (0.02, 0.2), (0, 0.36))
        ]
        pen.polygon([*arc, (x, wall.top)], dark)
        for times in (1.0, 1.3, 1.75):
            pen.line([plane.draw_near(point, times) for point in (*arc, (x, wall.bottom))], dark, 14 * times)
        for height in (0.36, 0.38):
            strip = (x, wall.top + wall.height * height)
            pen.lines([[strip, plane.draw_near(strip, 4)]], light, 5, 0.9)


def hang_canvas(scene: SceneCanvas, room: Interior) -> None:
    """Gather the roof of a tent over a pole."""
    pen, palette, wall = scene.pen("far"), scene.palette, room.wall
    pole = room.hang(scene.pen("mid"), 0.5, 0)
    cloth = palette.paint("#b8935a")
    tip = (wall.centre[0], wall.top - wall.height * 0.4)
    for i in range(0, 8, 2):
        edge = [room.plane.draw_near((wall.left + wall.width * (i + k) / 8, wall.top), 1.0) for k in (0, 1)]
        pen.polygon([*edge, tip], cloth, 0.6)
    for x in (wall.left, wall.right):
        near = room.plane.draw_near((x, wall.top), 4)
        pen.polygon([(x, wall.top), tip, (tip[0], -200.0), near], mix(cloth, palette.ink, 0.2), 0.7)
    pole.rect((-2.5, -190), (5, 60), palette.paint("#6a4a30"))


def hang_vault(scene: SceneCanvas, room: Interior) -> None:
    """Round a tunnel over its lamps, ring behind ring."""
    palette, plane, wall = scene.palette, room.plane, room.wall
    stone = palette.paint("#6f7074")
    for times, layer in ((3.4, "sky"), (2.3, "sky"), (1.6, "far"), (1.12, "far")):
        half, top, foot = (
            wall.width * 0.5 * times,
            (wall.top - plane.horizon) * times,
            (wall.bottom - plane.horizon) * times,
        )
        pen, tone = scene.pen(layer), mix(stone, palette.ink, 0.06 + 0.16 / times)
        ring = [
            (-half, foot),
            (-half, top * 0.3),
            (-half * 0.72, top * 0.84),
            (0, top),
            (half * 0.72, top * 0.84),
            (half, top * 0.3),
            (half, foot),
        ]
        pen.line([(plane.middle + x, plane.horizon + y) for x, y in ring], tone, 20 * times)
        lamp = (plane.middle - half * 0.7, plane.horizon + top * 0.62)
        pen.dot(*lamp, 7 * times, "#ffe2a0")
        scene.pen("air").glow(lamp, 80 * times, LAMPLIGHT, 0.4)


def hang_doors(scene: SceneCanvas, room: Interior) -> None:
    """Light a corridor and let doors into its side walls."""
    hang_tubes(scene, room)
    palette, plane, wall = scene.palette, room.plane, room.wall
    wood, frame = palette.paint("#a8744a"), palette.paint("#efe8da")
    unit = plane.measure_unit(room.away)
    for side in (wall.left, wall.right):
        for near, far in ((1.22, 1.5), (1.85, 2.35), (2.95, 3.9)):
            _let_in(scene, plane, (side, wall.bottom), 128 * unit, (near * 0.985, far * 1.02), frame)
            _let_in(scene, plane, (side, wall.bottom), 120 * unit, (near, far), wood)


def _let_in(
    scene: SceneCanvas,
    plane: Plane,
    foot: tuple[float, float],
    height: float,
    span: tuple[float, float],
    colour: str,
) -> None:
    top = (foot[0], foot[1] - height)
    corners = [plane.draw_near(foot, span[0]), plane.draw_near(top, span[0])]
    corners += [plane.draw_near(top, span[1]), plane.draw_near(foot, span[1])]
    scene.pen("far").polygon(corners, colour)


def hang_dashboard(scene: SceneCanvas, room: Interior) -> None:
    """Build the wheel and the dashboard before those who sit in the car, and the mirror over them."""
    pen = room.plane.stand(scene.pen("foreground"), 0.5, 0.86)
    width, dark = scene.canvas.width, mix(scene.palette.ink, "#2a2c32", 0.6)
    top = -30.0
    pen.blob(
        [(-width, 60), (-170, top + 8), (-90, top - 4), (0, top), (90, top - 4), (170, top + 8), (width, 60)],
        dark,
    )
    wheel = pen.offset(-52, top - 4)
    ring = [(0, -26), (22, -18), (31, 0), (22, 18), (0, 26), (-22, 18), (-31, 0), (-22, -18), (0, -26)]
    wheel.line(ring, mix(dark, "#000000", 0.5), 6)
    wheel.lines([[(-29, 0), (29, 0)], [(0, 0), (0, 24)]], mix(dark, "#000000", 0.5), 5)
    mirror = room.hang(scene.pen("mid"), 0.5, 112)
    mirror.rect((-24, -8), (48, 13), dark)
    mirror.rect((-21, -6), (42, 9), mix(scene.palette.sky[1], "#ffffff", 0.3))


def hang_bars(scene: SceneCanvas, room: Interior) -> None:
    """Run grab rails with straps along a vehicle."""
    unit, wall = room.plane.measure_unit(room.away), room.wall
    pen, yellow = scene.pen("mid"), scene.palette.paint("#e8c23a")
    y = wall.top + unit * 10
    pen.lines([[(0, y), (scene.canvas.width, y)]], yellow, unit * 2.2)
    for i in range(11):
        strap = pen.offset(room.plane.find_x(0.08 + 0.084 * i), y, unit)
        strap.lines(
            [[(0, 0), (0, 9)], [(0, 9), (-4, 17)], [(-4, 17), (4, 17)], [(4, 17), (0, 9)]], "#3a3f46", 1.6
        )
