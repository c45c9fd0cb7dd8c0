"""Settings by water: sea, shore and harbour, lighthouse, river, lake."""

from app.film.boards.cast.props import boat
from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.houses import cottage
from app.film.boards.scenery.land import far_hills, grass, land, rock, rocks, waves
from app.film.boards.scenery.sky import paint_sky
from app.film.boards.scenery.trees import GREENS, leafy, tree_line
from app.vocabulary.places import Feature


def sea(scene: SceneCanvas) -> StandingArea:
    """Paint open water to the horizon; people on it are given a boat."""
    horizon = scene.down(0.50)
    paint_sky(scene, horizon)
    rough = 22.0 if scene.weather == "storm" else 5.0
    _water(scene, horizon, scene.down(1.0), rough)
    return StandingArea(scene.down(0.74), is_afloat=True)


def shore(scene: SceneCanvas) -> StandingArea:
    """Paint a beach: sea behind, sand in front, a jetty or rocks at the side."""
    horizon, palette = scene.down(0.48), scene.palette
    paint_sky(scene, horizon)
    _headland(scene, horizon)
    _water(scene, horizon, scene.down(0.72), 4.0)
    sand = palette.paint("#dcc493", 0.9)
    line = land(scene, "near", scene.down(0.70), (sand, mix(sand, palette.ink, 0.28)), 16)
    foam = mix(sand, "#ffffff", 0.6)
    scene.pen("near").line([(x, y + 2) for x, y in line[::4]], foam, 7, 0.7)
    scene.pen("near").line([(x, y + 18) for x, y in line[::4]], mix(sand, palette.ink, 0.2), 10, 0.35)
    if Feature.PORT in scene.features:
        _jetty(scene, horizon)
    else:
        rocks(scene, "near", scene.down(0.74), palette.paint("#7d766c"))
    return StandingArea(scene.down(0.83))


def _headland(scene: SceneCanvas, horizon: float) -> None:
    """Let a headland run out into the water on one side."""
    palette, rng = scene.palette, scene.rng
    pen, flip = scene.pen("far"), rng.random() < 0.5
    at = pen.offset(scene.canvas.width if flip else 0, horizon, flip=flip)
    reach = scene.across(rng.uniform(0.3, 0.5))
    top = [(reach * i / 6, -((1 - i / 6) ** 0.7) * 95 * rng.uniform(0.8, 1.2)) for i in range(7)]
    at.polygon([(0, 3), *top, (reach, 3)], palette.paint("#6f8068", 0.35))


def lighthouse(scene: SceneCanvas) -> StandingArea:
    """Paint a lighthouse on its rocks above the sea."""
    area = shore(scene)
    palette, canvas = scene.palette, scene.canvas
    base = (scene.across(0.74), scene.down(0.60))
    cliff = palette.paint("#6d6861", 0.7)
    pen = scene.pen("mid").offset(*base)
    pen.blob(
        [(-190, 90), (-150, 20), (-70, -4), (70, -8), (160, 30), (260, 60), (420, 110), (100, 140)], cliff
    )
    pen.polygon([(0, -6), (70, -8), (160, 30), (200, 90), (60, 100)], mix(cliff, palette.light, 0.3), 0.6)
    height = canvas.height * (0.36 if not canvas.is_tall else 0.28)
    _light_tower(scene, (base[0], base[1] - 4), height)
    return area


def river(scene: SceneCanvas) -> StandingArea:
    """Paint a river between banks, with a bridge where the place has one."""
    horizon, palette, rng = scene.down(0.52), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#7a9070")
    tree_line(scene, "mid", horizon + 20, 0.42)
    bank = palette.paint("#74884e", 0.8)
    land(scene, "mid", horizon + 12, (palette.paint("#8a9a60", 0.55), bank), 5)
    _stream(scene, horizon + 30)
    if Feature.BRIDGE in scene.features:
        _bridge(scene, horizon + scene.down(0.11))
    land(scene, "near", scene.down(0.80), (bank, mix(bank, palette.ink, 0.4)), 12)
    grass(scene, "near", scene.down(0.80), mix(bank, palette.ink, 0.45), 110)
    colour = palette.paint(rng.choice(GREENS), 0.95)
    leafy(
        scene.pen("near").offset(scene.across(0.06), scene.down(0.86)),
        rng,
        scene.down(0.6),
        (colour, mix(colour, palette.light, 0.3)),
    )
    return StandingArea(scene.down(0.85))


def lake(scene: SceneCanvas) -> StandingArea:
    """Paint still water with mirrored hills, reeds and a near bank."""
    horizon, palette, rng = scene.down(0.50), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#64806e")
    tree_line(scene, "far", horizon + 6, 0.32)
    _water(scene, horizon, scene.down(0.8), 1.5)
    shade = mix(palette.paint("#4f6a58", 0.5), palette.haze, 0.2)
    pen = scene.pen("mid")
    pen.rect(
        (0, horizon),
        (scene.canvas.width, 70),
        pen.fade((0, horizon), (0, horizon + 70), (0.0, shade, 0.7), (1.0, shade, 0.0)),
    )
    bank = palette.paint("#6f8448", 0.9)
    land(scene, "near", scene.down(0.77), (bank, mix(bank, palette.ink, 0.4)), 20)
    grass(scene, "near", scene.down(0.77), mix(bank, palette.ink, 0.4), 90)
    runs = []
    for _ in range(46):
        share = rng.uniform(0, 0.2) if rng.random() < 0.5 else rng.uniform(0.82, 1)
        x, y = scene.across(share), scene.down(rng.uniform(0.8, 0.9))
        runs.append([(x, y), (x + rng.uniform(-14, 14), y - rng.uniform(90, 190))])
    scene.pen("foreground").lines(runs, mix(bank, palette.ink, 0.5), 4.5, 0.9)
    return StandingArea(scene.down(0.84))


def _water(scene: SceneCanvas, top: float, bottom: float, swell: float) -> None:
    palette, rng = scene.palette, scene.rng
    pen, width = scene.pen("mid"), scene.canvas.width
    deep = mix(palette.paint("#2f6a86", 0.95), palette.sky[0], 0.25)
    shallow = mix(palette.paint("#5f9aa8", 0.6), palette.sky[2], 0.35)
    pen.rect(
        (0, top), (width, bottom + 60 - top), pen.fade((0, top), (0, bottom), (0.0, shallow), (1.0, deep))
    )
    if palette.sun:
        _glitter(scene, top, scene.across(palette.sun[0]))
    light = mix(shallow, palette.light, 0.5)
    waves(scene, "mid", (top, bottom), (light, mix(deep, palette.ink, 0.35)))
    if swell > 10:
        for i in range(5):
            y = top + (bottom - top) * (0.15 + 0.2 * i)
            crest = [(width * k / 10, y - rng.uniform(-1, 1) * swell * (0.5 + i * 0.45)) for k in range(11)]
            pen.blob(
                [*crest, (width + 300, y + 150), (-300, y + 150)], mix(shallow, deep, 0.3 + 0.16 * i), 0.9
            )
            pen.line(crest, light, 3, 0.6)


def _glitter(scene: SceneCanvas, top: float, x: float) -> None:
    pen, rng = scene.pen("mid"), scene.rng
    runs = []
    for i in range(26):
        y = top + 3 + i * i * 0.42
        half = rng.uniform(6, 26) + i * 1.2
        middle = x + rng.uniform(-1, 1) * (6 + i * 1.4)
        runs.append([(middle - half, y), (middle + half, y)])
    pen.lines(runs, scene.palette.light, 2.4, 0.6)


def _jetty(scene: SceneCanvas, horizon: float) -> None:
    palette = scene.palette
    wood = palette.paint("#7a5c42", 0.8)
    pen, foot = scene.pen("near"), scene.down(0.76)
    left, end = scene.across(0.02), scene.across(0.34)
    for share in (0.1, 0.35, 0.6, 0.85):
        x = left + (end - left) * share
        y = foot + (horizon + 60 - foot) * share
        pen.rect((x, y - 8), (9, 70), mix(wood, palette.ink, 0.4))
    pen.polygon(
        [(left - 120, foot + 10), (left + 70, foot + 10), (end + 16, horizon + 58), (end - 22, horizon + 54)],
        wood,
    )
    boat(scene.pen("mid").offset(scene.across(0.80), horizon + scene.down(0.11), 0.85), palette, sail=True)
    cottage(scene.pen("far").offset(scene.across(0.07), horizon + 4, 0.7), scene.rng, palette, 0.4)
    cottage(scene.pen("far").offset(scene.across(0.13), horizon + 4, 0.6), scene.rng, palette, 0.36)


def _light_tower(scene: SceneCanvas, foot: tuple[float, float], height: float) -> None:
    palette = scene.palette
    pen = scene.pen("mid").offset(*foot, height / 100)
    white, red = palette.paint("#eee6d8", 0.85), palette.paint("#b8453a", 0.85)
    dark = mix(palette.ink, palette.haze, 0.15)
    for i in range(5):
        low, high = 12 - i * 1.0, 11 - i * 1.0
        y = -16 * i
        pen.polygon([(-low, y), (low, y), (high, y - 16), (-high, y - 16)], red if i % 2 else white)
    pen.polygon([(3, 0), (12, 0), (7, -80), (2, -80)], dark, 0.2)
    pen.rect((-10, -83), (20, 3), dark)
    lit = palette.time in ("dusk", "night", "dawn") or scene.weather in ("storm", "fog")
    pen.rect((-5.5, -95), (11, 12), LAMPLIGHT if lit else mix(palette.sky[1], "#ffffff", 0.4))
    pen.lines([[(x, -95), (x, -83)] for x in (-5.5, 0, 5.5)], dark, 0.9)
    pen.polygon([(-7.5, -95), (0, -104), (7.5, -95)], red)
    if lit:
        beam = pen.fade((0, 0), (-150, 0), (0.0, LAMPLIGHT, 0.55), (1.0, LAMPLIGHT, 0.0))
        pen.polygon([(0, -91), (-150, -108), (-150, -72), (0, -87)], beam)
        pen.glow((0, -89), 42, LAMPLIGHT, 0.75)
    pen.rect((-3, -8), (6, 8), dark)


def _stream(scene: SceneCanvas, top: float) -> None:
    palette, pen, width = scene.palette, scene.pen("mid"), scene.canvas.width
    deep = mix(palette.paint("#3f7a90", 0.9), palette.sky[1], 0.3)
    fade = pen.fade((0, top), (0, scene.down(0.9)), (0.0, mix(deep, palette.sky[2], 0.5)), (1.0, deep))
    foot = scene.down(0.92)
    pen.blob(
        [
            (width * 0.60, top), (width * 0.66, top + 4), (width * 0.60, top + (foot - top) * 0.35),
            (width * 0.98, top + (foot - top) * 0.7), (width * 1.1, foot), (-width * 0.1, foot),
            (width * 0.24, top + (foot - top) * 0.62), (width * 0.42, top + (foot - top) * 0.3),
        ],
        fade,
    )  # fmt: skip
    span = (top + (foot - top) * 0.45, scene.down(0.84))
    waves(scene, "mid", span, (mix(deep, palette.light, 0.55), mix(deep, palette.ink, 0.3)))


def _bridge(scene: SceneCanvas, y: float) -> None:
    palette = scene.palette
    stone = palette.paint("#a79a88", 0.8)
    dark = mix(stone, palette.ink, 0.45)
    pen = scene.pen("mid").offset(scene.across(0.5), y, scene.canvas.width / 1000)
    deck = [(-430, 40), (-250, -6), (0, -34), (250, -6), (430, 40)]
    pen.blob([*deck, (430, 84), (250, 74), (0, 66), (-250, 74), (-430, 84)], stone)
    for x in (-170, 0, 170):
        rise = 62 if x == 0 else 46
        pen.blob(
            [(x - 62, 92), (x - 52, 92 - rise), (x, 84 - rise - 10), (x + 52, 92 - rise), (x + 62, 92)], dark
        )
    pen.line([(x, dy - 14) for x, dy in deck], mix(stone, palette.light, 0.3), 13)
    pen.line(deck, dark, 3, 0.6)
    rock(pen.offset(-110, 96), scene.rng, 26, (dark, stone))
    rock(pen.offset(100, 96), scene.rng, 24, (dark, stone))
