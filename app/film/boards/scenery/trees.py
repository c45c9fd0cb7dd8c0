"""Trees: firs, leafy ones, bare ones, trunks close by, bushes."""

import math
from random import Random

from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas

GREENS = ("#5f7f4a", "#6f8a4c", "#4f7550", "#7d8b4a")
AUTUMN = ("#b5762f", "#a4552f", "#c08a3c", "#8f6a3a")


def fir(pen: Pen, rng: Random, height: float, colours: tuple[str, str]) -> None:
    """Grow a fir from the pen's origin in ragged tiers, lit on the right."""
    width, tiers = height * rng.uniform(0.18, 0.24), max(4, int(height / 34))
    left, right = [], []
    for i in range(tiers):
        top, spread = -height * (1 - i / tiers), width * (0.15 + 0.85 * (i + 1) / tiers)
        foot = top + height / tiers * 1.12
        left += [(-spread * 0.5, top), (-spread * rng.uniform(0.85, 1.1), foot)]
        right += [(spread * 0.5, top), (spread * rng.uniform(0.85, 1.1), foot)]
    pen.rect((-height * 0.02, -height * 0.1), (height * 0.04, height * 0.11), mix(colours[0], "#3a2a22", 0.5))
    tip = (0.0, -height * 1.05)
    cut = -height * 0.04
    left, right = ([(x, min(y, cut)) for x, y in side] for side in (left, right))
    pen.polygon([tip, *right, *left[::-1]], colours[0])
    pen.polygon([tip, *right, (width * 0.12, cut)], colours[1], 0.4)


def leafy(pen: Pen, rng: Random, height: float, colours: tuple[str, str]) -> None:
    """Grow a round leafy tree from the pen's origin."""
    bark = mix(colours[0], "#2c211f", 0.42)
    pen.limb(
        [(0, 0), (rng.uniform(-0.03, 0.03) * height, -height * 0.5)], [height * 0.09, height * 0.05], bark
    )
    pen.limb([(0, -height * 0.38), (height * 0.13, -height * 0.58)], [height * 0.035, height * 0.02], bark)
    clumps = [(rng.uniform(0, math.tau), rng.uniform(0.05, 0.25) * height) for _ in range(10)]
    for angle, away in clumps:
        size = rng.uniform(0.13, 0.19) * height
        x, y = math.cos(angle) * away * 1.15, -height * 0.7 + math.sin(angle) * away * 0.8
        pen.ellipse((x, y), (size, size * 0.88), colours[0])
    for _ in range(7):
        x, y = rng.uniform(-0.12, 0.26) * height, -height * rng.uniform(0.68, 0.92)
        pen.ellipse((x, y), (height * 0.09, height * 0.06), colours[1], 0.4)


def bare(pen: Pen, rng: Random, height: float, colour: str) -> None:
    """Grow a leafless tree from the pen's origin."""
    pen.limb([(-height * 0.01, height * 0.02), (0, -height * 0.3)], [height * 0.085, height * 0.05], colour)
    _branch(pen.offset(0, -height * 0.28), rng, height * 0.3, 4)


def _branch(pen: Pen, rng: Random, length: float, generations: int) -> None:
    bend = rng.uniform(-0.12, 0.12) * length
    pen.line([(0, 0), (bend, -length * 0.5), (0, -length)], _colour_of(pen), length * 0.13)
    if generations:
        for side in (-1, 1, rng.uniform(-0.5, 0.5)):
            turn = side * rng.uniform(14, 46)
            _branch(pen.offset(0, -length, turn=turn), rng, length * rng.uniform(0.56, 0.78), generations - 1)


def _colour_of(pen: Pen) -> str:
    fill = pen.layer.shapes[-1].stroke or pen.layer.shapes[-1].fill
    return fill if isinstance(fill, str) else "#2a2430"


def bush(pen: Pen, rng: Random, size: float, colours: tuple[str, str]) -> None:
    """Round a bush up from the pen's origin."""
    for _ in range(6):
        x, y = rng.uniform(-0.7, 0.7) * size, -rng.uniform(0.15, 0.5) * size
        pen.ellipse((x, y), (size * 0.42, size * 0.36), colours[0])
    for _ in range(4):
        x, y = rng.uniform(-0.5, 0.6) * size, -rng.uniform(0.4, 0.75) * size
        pen.ellipse((x, y), (size * 0.2, size * 0.14), colours[1], 0.45)


def tree_line(scene: SceneCanvas, layer: str, y: float, depth: float) -> None:
    """Stand a far row of mixed trees along y."""
    pen, rng, palette = scene.pen(layer), scene.rng, scene.palette
    for i in range(26):
        colour = palette.paint(rng.choice(GREENS), depth)
        pair = (colour, mix(colour, palette.light, 0.25))
        at = pen.offset(scene.across((i + rng.uniform(-0.7, 1.7)) / 26), y + rng.uniform(-4, 8))
        height = rng.uniform(60, 130) * (0.55 + depth)
        if rng.random() < 0.4:
            bush(at, rng, height * 0.6, pair)
        else:
            (fir if rng.random() < 0.35 else leafy)(at, rng, height, pair)
