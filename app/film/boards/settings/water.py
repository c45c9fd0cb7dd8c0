"""Settings by water: sea, shore and harbour, lighthouse, river, lake."""

from app.film.boards.bricks.houses import cottage
from app.film.boards.bricks.land import far_hills, grass, land, rock, rocks, waves
from app.film.boards.bricks.sky import paint_sky
from app.film.boards.bricks.trees import GREENS, leafy, tree_line
from app.film.boards.cast.props import boat
from app.film.boards.colour import mix
from app.film.boards.easel import Easel, Stage
from app.film.boards.palette import LAMPLIGHT


def sea(easel: Easel) -> Stage:
    """Paint open water to the horizon; people on it are given a boat."""
    horizon = easel.down(0.50)
    paint_sky(easel, horizon)
    rough = 22.0 if easel.weather == "storm" else 5.0
    _water(easel, horizon, easel.down(1.0), rough)
    return Stage(easel.down(0.74), afloat=True)


def shore(easel: Easel) -> Stage:
    """Paint a beach: sea behind, sand in front, a jetty or rocks at the side."""
    horizon, palette = easel.down(0.48), easel.palette
    paint_sky(easel, horizon)
    _headland(easel, horizon)
    _water(easel, horizon, easel.down(0.72), 4.0)
    sand = palette.paint("#dcc493", 0.9)
    line = land(easel, "near", easel.down(0.70), (sand, mix(sand, palette.ink, 0.28)), 16)
    foam = mix(sand, "#ffffff", 0.6)
    easel.pen("near").line([(x, y + 2) for x, y in line[::4]], foam, 7, 0.7)
    easel.pen("near").line([(x, y + 18) for x, y in line[::4]], mix(sand, palette.ink, 0.2), 10, 0.35)
    if easel.words.has_any("harbour", "harbor", "port", "dock", "quay", "pier", "jetty", "ship"):
        _jetty(easel, horizon)
    else:
        rocks(easel, "near", easel.down(0.74), palette.paint("#7d766c"))
    return Stage(easel.down(0.83))


def _headland(easel: Easel, horizon: float) -> None:
    """Let a headland run out into the water on one side."""
    palette, chance = easel.palette, easel.chance
    pen, flip = easel.pen("far"), chance.random() < 0.5
    at = pen.moved(easel.canvas.width if flip else 0, horizon, flip=flip)
    reach = easel.across(chance.uniform(0.3, 0.5))
    top = [(reach * i / 6, -((1 - i / 6) ** 0.7) * 95 * chance.uniform(0.8, 1.2)) for i in range(7)]
    at.polygon([(0, 3), *top, (reach, 3)], palette.paint("#6f8068", 0.35))


def lighthouse(easel: Easel) -> Stage:
    """Paint a lighthouse on its rocks above the sea."""
    stage = shore(easel)
    palette, canvas = easel.palette, easel.canvas
    base = (easel.across(0.74), easel.down(0.60))
    cliff = palette.paint("#6d6861", 0.7)
    pen = easel.pen("mid").moved(*base)
    pen.blob(
        [(-190, 90), (-150, 20), (-70, -4), (70, -8), (160, 30), (260, 60), (420, 110), (100, 140)], cliff
    )
    pen.polygon([(0, -6), (70, -8), (160, 30), (200, 90), (60, 100)], mix(cliff, palette.light, 0.3), 0.6)
    height = canvas.height * (0.36 if not canvas.is_tall else 0.28)
    _light_tower(easel, (base[0], base[1] - 4), height)
    return stage


def river(easel: Easel) -> Stage:
    """Paint a river between banks, with a bridge when the words name one."""
    horizon, palette, chance = easel.down(0.52), easel.palette, easel.chance
    paint_sky(easel, horizon)
    far_hills(easel, horizon, "#7a9070")
    tree_line(easel, "mid", horizon + 20, 0.42)
    bank = palette.paint("#74884e", 0.8)
    land(easel, "mid", horizon + 12, (palette.paint("#8a9a60", 0.55), bank), 5)
    _stream(easel, horizon + 30)
    if easel.words.has_any("bridge"):
        _bridge(easel, horizon + easel.down(0.11))
    land(easel, "near", easel.down(0.80), (bank, mix(bank, palette.ink, 0.4)), 12)
    grass(easel, "near", easel.down(0.80), mix(bank, palette.ink, 0.45), 110)
    colour = palette.paint(chance.choice(GREENS), 0.95)
    leafy(
        easel.pen("near").moved(easel.across(0.06), easel.down(0.86)),
        chance,
        easel.down(0.6),
        (colour, mix(colour, palette.light, 0.3)),
    )
    return Stage(easel.down(0.85))


def lake(easel: Easel) -> Stage:
    """Paint still water with mirrored hills, reeds and a near bank."""
    horizon, palette, chance = easel.down(0.50), easel.palette, easel.chance
    paint_sky(easel, horizon)
    far_hills(easel, horizon, "#64806e")
    tree_line(easel, "far", horizon + 6, 0.32)
    _water(easel, horizon, easel.down(0.8), 1.5)
    shade = mix(palette.paint("#4f6a58", 0.5), palette.haze, 0.2)
    pen = easel.pen("mid")
    pen.rect(
        (0, horizon),
        (easel.canvas.width, 70),
        pen.fade((0, horizon), (0, horizon + 70), (0.0, shade, 0.7), (1.0, shade, 0.0)),
    )
    bank = palette.paint("#6f8448", 0.9)
    land(easel, "near", easel.down(0.77), (bank, mix(bank, palette.ink, 0.4)), 20)
    grass(easel, "near", easel.down(0.77), mix(bank, palette.ink, 0.4), 90)
    runs = []
    for _ in range(46):
        share = chance.uniform(0, 0.2) if chance.random() < 0.5 else chance.uniform(0.82, 1)
        x, y = easel.across(share), easel.down(chance.uniform(0.8, 0.9))
        runs.append([(x, y), (x + chance.uniform(-14, 14), y - chance.uniform(90, 190))])
    easel.pen("foreground").lines(runs, mix(bank, palette.ink, 0.5), 4.5, 0.9)
    return Stage(easel.down(0.84))


def _water(easel: Easel, top: float, bottom: float, swell: float) -> None:
    palette, chance = easel.palette, easel.chance
    pen, width = easel.pen("mid"), easel.canvas.width
    deep = mix(palette.paint("#2f6a86", 0.95), palette.sky[0], 0.25)
    shallow = mix(palette.paint("#5f9aa8", 0.6), palette.sky[2], 0.35)
    pen.rect(
        (0, top), (width, bottom + 60 - top), pen.fade((0, top), (0, bottom), (0.0, shallow), (1.0, deep))
    )
    if palette.sun:
        _glitter(easel, top, easel.across(palette.sun[0]))
    light = mix(shallow, palette.light, 0.5)
    waves(easel, "mid", (top, bottom), (light, mix(deep, palette.ink, 0.35)))
    if swell > 10:
        for i in range(5):
            y = top + (bottom - top) * (0.15 + 0.2 * i)
            crest = [
                (width * k / 10, y - chance.uniform(-1, 1) * swell * (0.5 + i * 0.45)) for k in range(11)
            ]
            pen.blob(
                [*crest, (width + 300, y + 150), (-300, y + 150)], mix(shallow, deep, 0.3 + 0.16 * i), 0.9
            )
            pen.line(crest, light, 3, 0.6)


def _glitter(easel: Easel, top: float, x: float) -> None:
    pen, chance = easel.pen("mid"), easel.chance
    runs = []
    for i in range(26):
        y = top + 3 + i * i * 0.42
        half = chance.uniform(6, 26) + i * 1.2
        middle = x + chance.uniform(-1, 1) * (6 + i * 1.4)
        runs.append([(middle - half, y), (middle + half, y)])
    pen.lines(runs, easel.palette.light, 2.4, 0.6)


def _jetty(easel: Easel, horizon: float) -> None:
    palette = easel.palette
    wood = palette.paint("#7a5c42", 0.8)
    pen, foot = easel.pen("near"), easel.down(0.76)
    left, end = easel.across(0.02), easel.across(0.34)
    for share in (0.1, 0.35, 0.6, 0.85):
        x = left + (end - left) * share
        y = foot + (horizon + 60 - foot) * share
        pen.rect((x, y - 8), (9, 70), mix(wood, palette.ink, 0.4))
    pen.polygon(
        [(left - 120, foot + 10), (left + 70, foot + 10), (end + 16, horizon + 58), (end - 22, horizon + 54)],
        wood,
    )
    boat(easel.pen("mid").moved(easel.across(0.80), horizon + easel.down(0.11), 0.85), palette, sail=True)
    cottage(easel.pen("far").moved(easel.across(0.07), horizon + 4, 0.7), easel.chance, palette, 0.4)
    cottage(easel.pen("far").moved(easel.across(0.13), horizon + 4, 0.6), easel.chance, palette, 0.36)


def _light_tower(easel: Easel, foot: tuple[float, float], height: float) -> None:
    palette = easel.palette
    pen = easel.pen("mid").moved(*foot, height / 100)
    white, red = palette.paint("#eee6d8", 0.85), palette.paint("#b8453a", 0.85)
    dark = mix(palette.ink, palette.haze, 0.15)
    for i in range(5):
        low, high = 12 - i * 1.0, 11 - i * 1.0
        y = -16 * i
        pen.polygon([(-low, y), (low, y), (high, y - 16), (-high, y - 16)], red if i % 2 else white)
    pen.polygon([(3, 0), (12, 0), (7, -80), (2, -80)], dark, 0.2)
    pen.rect((-10, -83), (20, 3), dark)
    lit = palette.time in ("dusk", "night", "dawn") or easel.weather in ("storm", "fog")
    pen.rect((-5.5, -95), (11, 12), LAMPLIGHT if lit else mix(palette.sky[1], "#ffffff", 0.4))
    pen.lines([[(x, -95), (x, -83)] for x in (-5.5, 0, 5.5)], dark, 0.9)
    pen.polygon([(-7.5, -95), (0, -104), (7.5, -95)], red)
    if lit:
        beam = pen.fade((0, 0), (-150, 0), (0.0, LAMPLIGHT, 0.55), (1.0, LAMPLIGHT, 0.0))
        pen.polygon([(0, -91), (-150, -108), (-150, -72), (0, -87)], beam)
        pen.glow((0, -89), 42, LAMPLIGHT, 0.75)
    pen.rect((-3, -8), (6, 8), dark)


def _stream(easel: Easel, top: float) -> None:
    palette, pen, width = easel.palette, easel.pen("mid"), easel.canvas.width
    deep = mix(palette.paint("#3f7a90", 0.9), palette.sky[1], 0.3)
    fade = pen.fade((0, top), (0, easel.down(0.9)), (0.0, mix(deep, palette.sky[2], 0.5)), (1.0, deep))
    foot = easel.down(0.92)
    pen.blob(
        [
            (width * 0.60, top), (width * 0.66, top + 4), (width * 0.60, top + (foot - top) * 0.35),
            (width * 0.98, top + (foot - top) * 0.7), (width * 1.1, foot), (-width * 0.1, foot),
            (width * 0.24, top + (foot - top) * 0.62), (width * 0.42, top + (foot - top) * 0.3),
        ],
        fade,
    )  # fmt: skip
    span = (top + (foot - top) * 0.45, easel.down(0.84))
    waves(easel, "mid", span, (mix(deep, palette.light, 0.55), mix(deep, palette.ink, 0.3)))


def _bridge(easel: Easel, y: float) -> None:
    palette = easel.palette
    stone = palette.paint("#a79a88", 0.8)
    dark = mix(stone, palette.ink, 0.45)
    pen = easel.pen("mid").moved(easel.across(0.5), y, easel.canvas.width / 1000)
    deck = [(-430, 40), (-250, -6), (0, -34), (250, -6), (430, 40)]
    pen.blob([*deck, (430, 84), (250, 74), (0, 66), (-250, 74), (-430, 84)], stone)
    for x in (-170, 0, 170):
        rise = 62 if x == 0 else 46
        pen.blob(
            [(x - 62, 92), (x - 52, 92 - rise), (x, 84 - rise - 10), (x + 52, 92 - rise), (x + 62, 92)], dark
        )
    pen.line([(x, dy - 14) for x, dy in deck], mix(stone, palette.light, 0.3), 13)
    pen.line(deck, dark, 3, 0.6)
    rock(pen.moved(-110, 96), easel.chance, 26, (dark, stone))
    rock(pen.moved(100, 96), easel.chance, 24, (dark, stone))
