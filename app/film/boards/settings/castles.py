"""Stone on hills: castle, church, ruins."""

from itertools import pairwise

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.houses import STONE, arrow_slit, battlement, tower
from app.film.boards.scenery.land import far_hills, grass, land, meadow, rocks
from app.film.boards.scenery.sky import paint_sky
from app.film.boards.scenery.trees import GREENS, bare, bush, leafy, tree_line
from app.film.boards.settings.heights import hill_road


def castle(scene: SceneCanvas) -> StandingArea:
    """Paint a castle on its hill, a road winding up to the gate."""
    horizon, palette, rng = scene.down(0.60), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#6f8478")
    hill = palette.paint("#6f8058", 0.62)
    width, top = scene.canvas.width, horizon - scene.down(0.13)
    pen = scene.pen("mid")
    _castle_walls(pen.offset(scene.across(0.56), top + 16, scene.canvas.reach / 760), scene)
    profile = [(-40, horizon + 30), (width * 0.22, horizon - 8), (width * 0.42, top + 8), (width * 0.56, top)]
    profile += [(width * 0.72, top + 10), (width * 0.9, horizon - 4), (width + 40, horizon + 26)]
    pen.blob([*profile, (width + 80, scene.down(1.05)), (-80, scene.down(1.05))], hill)
    _winding_road(scene, top, horizon)
    for _ in range(9):
        green = palette.paint(rng.choice(GREENS), 0.6)
        at = pen.offset(
            scene.across(rng.uniform(0, 0.32) if rng.random() < 0.5 else rng.uniform(0.78, 1)),
            horizon + 50,
        )
        leafy(at, rng, rng.uniform(70, 120), (green, mix(green, palette.light, 0.3)))
    ground = palette.paint("#6d7d4a", 0.95)
    land(scene, "near", scene.down(0.76), (ground, mix(ground, palette.ink, 0.45)), 14)
    bare(
        scene.pen("near").offset(scene.across(0.94), scene.down(0.86)),
        rng,
        scene.down(0.46),
        mix(palette.ink, "#3a302c", 0.3),
    )
    grass(scene, "near", scene.down(0.78), mix(ground, palette.ink, 0.45), 80)
    return StandingArea(scene.down(0.84), middle=0.40)


def church(scene: SceneCanvas) -> StandingArea:
    """Paint a village church with its steeple, graves and dark trees."""
    horizon, palette, rng = scene.down(0.55), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#74886e")
    tree_line(scene, "far", horizon + 10, 0.34)
    meadow(scene, horizon + 8, "#74895a")
    stone, roof = palette.paint("#c4b8a2", 0.82), palette.paint("#5f5660", 0.82)
    pen = scene.pen("mid").offset(scene.across(0.64), scene.down(0.70), scene.canvas.reach / 330)
    pen.rect((0, -62), (120, 62), stone)
    pen.polygon([(-6, -60), (14, -104), (108, -104), (128, -60)], roof)
    for x in (22, 56, 90):
        glass = LAMPLIGHT if palette.lamps_lit else mix(palette.ink, palette.sky[1], 0.4)
        pen.blob([(x - 7, -14), (x - 7, -36), (x, -48), (x + 7, -36), (x + 7, -14)], glass)
    tower(pen.offset(-20, 0), (44, 120), (stone, roof), peaked=True)
    pen.blob([(-30, 0), (-30, -22), (-20, -32), (-10, -22), (-10, 0)], mix(roof, palette.ink, 0.4))
    for share in (0.16, 0.24, 0.34, 0.42):
        at = scene.pen("mid").offset(
            scene.across(share),
            scene.down(0.72 + rng.uniform(-0.01, 0.03)),
            1.2,
            turn=rng.uniform(-7, 7),
        )
        at.blob([(-15, 2), (-15, -34), (0, -46), (15, -34), (15, 2)], mix(stone, palette.ink, 0.2))
    hill_road(scene, scene.down(0.71), "#c0aa84")
    grass(scene, "near", scene.down(0.80), mix(palette.paint("#6d7f48"), palette.ink, 0.4), 90)
    return StandingArea(scene.down(0.84), middle=0.44)


def ruins(scene: SceneCanvas) -> StandingArea:
    """Paint broken walls and arches grown over with green."""
    horizon, palette, rng = scene.down(0.57), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#74887a")
    meadow(scene, horizon + 4, "#728450")
    stone = palette.paint(STONE, 0.8)
    dark = mix(stone, palette.ink, 0.5)
    pen = scene.pen("mid").offset(scene.across(0.5), scene.down(0.70), scene.canvas.reach / 520)
    for x, height in ((-330, 150), (-190, 230), (-60, 170), (110, 250), (250, 190)):
        pen.polygon(
            [(x, 0), (x + 4, -height), (x + 30, -height - 16), (x + 48, -height + 8), (x + 54, 0)], stone
        )
        pen.polygon([(x + 34, 0), (x + 34, -height + 2), (x + 48, -height + 8), (x + 54, 0)], dark, 0.5)
    pen.line([(-164, -200), (-130, -256), (-80, -262), (-38, -160)], stone, 22)
    pen.line([(136, -230), (180, -272), (232, -262), (272, -180)], stone, 22)
    for _ in range(12):
        green = palette.paint(rng.choice(GREENS), 0.8)
        bush(
            pen.offset(rng.uniform(-340, 320), rng.uniform(-4, 10)),
            rng,
            26,
            (green, mix(green, palette.light, 0.3)),
        )
    rocks(scene, "near", scene.down(0.80), stone)
    grass(scene, "near", scene.down(0.78), mix(palette.paint("#6d7f48"), palette.ink, 0.4), 90)
    return StandingArea(scene.down(0.84))


def _winding_road(scene: SceneCanvas, top: float, horizon: float) -> None:
    """Paint the way from the gate down to us, wider with each bend."""
    way, widths = scene.palette.paint("#c9b48c", 0.7), (7, 12, 19, 28)
    end = (0.46, scene.down(0.72))
    bends = [(0.56, top + 4), (0.52, top + 40), (0.60, horizon - 10), (0.50, horizon + 40), end]
    for ((share, y), (next_share, next_y)), width in zip(pairwise(bends), widths, strict=True):
        bend = (scene.across((share + next_share) / 2) + 24, (y + next_y) / 2)
        stretch = [(scene.across(share), y), bend, (scene.across(next_share), next_y)]
        scene.pen("mid").line(stretch, way, width)


def _castle_walls(pen: Pen, scene: SceneCanvas) -> None:
    palette = scene.palette
    stone, roof = palette.paint("#b0a596", 0.62), palette.paint("#5b4f66", 0.66)
    back = mix(stone, palette.haze, 0.3)
    for x, width, height in ((-60, 34, 214), (70, 30, 236), (8, 40, 282)):
        tower(pen.offset(x, 0), (width, height), (back, roof), peaked=True)
    pen.rect((-150, -92), (300, 104), stone)
    battlement(pen.offset(-150, -92), 300, stone)
    for x, height in ((-150, 142), (-44, 126), (44, 126), (150, 152)):
        tower(pen.offset(x, 6), (46, height), (stone, roof), peaked=abs(x) > 100)
    for x, y in (
        (-150, -100),
        (150, -106),
        (-96, -58),
        (96, -58),
        (8, -220),
        (70, -180),
        (-60, -160),
        (8, -160),
    ):
        arrow_slit(pen.offset(x, y, 0.8), palette)
    gate = LAMPLIGHT if palette.lamps_lit else palette.ink
    pen.blob([(-20, 10), (-20, -34), (0, -54), (20, -34), (20, 10)], mix(palette.ink, gate, 0.75))
    pen.lines([[(x, 8), (x, -44)] for x in (-10, 0, 10)], palette.ink, 2.4, 0.8)
    courses = [[(-148 + 31 * i, -80 + 17 * (i % 4)), (-134 + 31 * i, -80 + 17 * (i % 4))] for i in range(10)]
    pen.lines(courses, mix(stone, palette.ink, 0.4), 2, 0.5)
