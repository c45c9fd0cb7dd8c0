"""Open country: field, road, farm."""

from app.film.boards.colour import mix
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.houses import cottage
from app.film.boards.scenery.land import far_hills, fence, flowers, grass, land, meadow
from app.film.boards.scenery.sky import paint_sky
from app.film.boards.scenery.trees import AUTUMN, GREENS, bare, leafy, tree_line
from app.film.boards.settings.heights import hill_road
from app.vocabulary.places import Feature

BLOOMS = ("#e4d27a", "#d8708a", "#f2ece0", "#8fa0d8")


def field(scene: SceneCanvas) -> StandingArea:
    """Paint a meadow or a ripe field under a wide sky, a tree at its side."""
    horizon, palette = scene.down(0.55), scene.palette
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#7f9a78")
    tree_line(scene, "far", horizon + 8, 0.3)
    ripe = Feature.RIPE_GRAIN in scene.features
    colour = "#c9a850" if ripe else "#84a04f"
    meadow(scene, horizon + 4, colour)
    rows = [
        [(scene.across(-0.2 + 0.1 * i), scene.down(0.68)), (scene.across(0.3 + 0.025 * i), horizon + 14)]
        for i in range(17)
    ]
    scene.pen("mid").lines(rows, mix(palette.paint(colour), palette.ink, 0.3), 2, 0.3)
    _side_tree(scene)
    tone = mix(palette.paint(colour), palette.ink, 0.2 if ripe else 0.4)
    grass(scene, "near", scene.down(0.74), tone, 240 if ripe else 130)
    flowers(scene, scene.down(0.80), tuple(palette.paint(bloom) for bloom in BLOOMS))
    return StandingArea(scene.down(0.83))


def road(scene: SceneCanvas) -> StandingArea:
    """Paint a road winding over hills, a fence along it, a signpost at a crossing."""
    horizon, palette, rng = scene.down(0.55), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#8a9a70")
    meadow(scene, horizon, "#8f9a58")
    tree_line(scene, "mid", horizon + 14, 0.45)
    hill_road(scene, horizon + 12, "#cbb48a")
    land_edge = palette.paint("#7d8a4e")
    fence(
        scene.pen("near").offset(scene.across(0.62), scene.down(0.80)),
        rng,
        scene.across(0.4),
        palette.paint("#6d543e"),
    )
    if Feature.SIGNPOST in scene.features:
        _signpost(scene)
    _side_tree(scene)
    grass(scene, "near", scene.down(0.82), mix(land_edge, palette.ink, 0.4), 80)
    return StandingArea(scene.down(0.83))


def farm(scene: SceneCanvas) -> StandingArea:
    """Paint a farmyard: barn, haystacks, fence, fields behind."""
    horizon, palette, rng = scene.down(0.55), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#8f9a6a")
    yard = palette.paint("#a89468", 0.85)
    land(scene, "mid", horizon + 6, (palette.paint("#8fa058", 0.55), yard), 8)
    barn = scene.pen("mid").offset(scene.across(0.14), scene.down(0.70), scene.canvas.reach / 260)
    red, dark = palette.paint("#9a4638", 0.85), palette.paint("#4a3630", 0.85)
    barn.polygon([(0, 0), (0, -52), (18, -84), (50, -98), (82, -84), (100, -52), (100, 0)], red)
    barn.lines([[(x, 0), (x, -56)] for x in range(8, 100, 9)], dark, 0.8, 0.4)
    barn.line([(-4, -50), (18, -84), (50, -99), (82, -84), (104, -50)], dark, 5)
    barn.rect((32, -44), (36, 44), dark)
    barn.lines([[(32, -44), (68, 0)], [(68, -44), (32, 0)]], red, 2.4)
    cottage(scene.pen("mid").offset(scene.across(0.76), scene.down(0.66), 1.6), rng, palette, 0.7)
    for share in (0.60, 0.68):
        hay = palette.paint("#d8b45a", 0.85)
        at = scene.pen("mid").offset(scene.across(share), scene.down(0.70), 1.3)
        at.blob([(-40, 0), (-34, -36), (0, -62), (34, -36), (40, 0), (0, 6)], hay)
        at.blob([(6, -2), (4, -56), (34, -34), (39, 0)], mix(hay, palette.ink, 0.25), 0.6)
    land(scene, "near", scene.down(0.78), (yard, mix(yard, palette.ink, 0.4)), 8)
    fence(
        scene.pen("near").offset(scene.across(0.66), scene.down(0.80)),
        rng,
        scene.across(0.36),
        palette.paint("#6d543e"),
    )
    grass(scene, "near", scene.down(0.80), mix(yard, palette.ink, 0.35), 60)
    return StandingArea(scene.down(0.83))


def _side_tree(scene: SceneCanvas) -> None:
    palette, rng = scene.palette, scene.rng
    share = rng.choice((0.1, 0.9))
    at = scene.pen("near").offset(scene.across(share), scene.down(0.80))
    if Feature.BARE_TREES in scene.features:
        bare(at, rng, scene.down(0.55), mix(palette.ink, "#4a3a34", 0.35))
        return
    green = palette.paint(rng.choice(AUTUMN if Feature.AUTUMN in scene.features else GREENS), 0.95)
    leafy(at, rng, scene.down(0.52), (green, mix(green, palette.light, 0.3)))


def _signpost(scene: SceneCanvas) -> None:
    wood = scene.palette.paint("#7a5c40")
    pen = scene.pen("near").offset(scene.across(0.70), scene.down(0.82), 1.5)
    pen.rect((-4, -130), (8, 134), wood)
    for y, side in ((-120, 1), (-92, -1)):
        at = pen.offset(0, y, flip=side < 0)
        at.polygon([(-8, 0), (62, -4), (76, 8), (62, 20), (-8, 18)], mix(wood, scene.palette.light, 0.2))
