"""Sights that grow: trees, bushes, palms, vines, ferns, reeds."""

from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.trees import AUTUMN, GREENS, bare, bush, fir, leafy
from app.vocabulary.places import Feature


def _green(scene: SceneCanvas, depth: float) -> tuple[str, str]:
    greens = AUTUMN if Feature.AUTUMN in scene.features else GREENS
    green = scene.palette.paint(scene.rng.choice(greens), depth)
    return green, mix(green, scene.palette.light, 0.32)


def _tree(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    if Feature.BARE_TREES in scene.features:
        bare(pen, scene.rng, height, mix(scene.palette.ink, "#4a3a34", 0.4))
        return
    leafy(pen, scene.rng, height, _green(scene, depth))


def _fruit_tree(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    leafy(pen, scene.rng, height, _green(scene, depth))
    for _ in range(9):
        x, y = scene.rng.uniform(-0.24, 0.24) * height, -scene.rng.uniform(0.56, 0.9) * height
        pen.dot(x, y, height * 0.02, scene.palette.paint("#c8453a", depth))


def _fir(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    green = scene.palette.paint("#3f6048", depth)
    fir(pen, scene.rng, height, (green, mix(green, scene.palette.light, 0.3)))


def _bare(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    bare(
        pen,
        scene.rng,
        height,
        mix(mix(scene.palette.ink, "#4a3a34", 0.45), scene.palette.haze, (1 - depth) * 0.6),
    )


def _bush(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    bush(pen, scene.rng, height, _green(scene, depth))


def _rose_bush(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    bush(pen, scene.rng, height, _green(scene, depth))
    for _ in range(12):
        bloom = scene.rng.choice(("#d8607a", "#e8c25a", "#f0e6da", "#e08a5a"))
        x, y = scene.rng.uniform(-0.8, 0.8) * height, -scene.rng.uniform(0.1, 0.75) * height
        pen.dot(x, y, height * 0.07, scene.palette.paint(bloom, depth))


def _trunk(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Stand a trunk whose crown is out of the picture."""
    palette, rng = scene.palette, scene.rng
    bark = mix(palette.paint("#6a4f3a", depth), palette.ink, 0.12)
    half = height * 0.045
    left = [(-half * (1.7 - 0.7 * min(1, i / 2)) - rng.uniform(0, 2), -height * i / 7) for i in range(8)]
    right = [(half * (1.7 - 0.7 * min(1, i / 2)) + rng.uniform(0, 2), -height * i / 7) for i in range(8)]
    pen.blob([*left, *right[::-1]], bark)
    lit = [(x - half * 0.5, y) for x, y in right]
    pen.blob([*right, *lit[::-1]], mix(bark, palette.light, 0.35), 0.5)
    runs = [
        [(x, y), (x + 2, y - height * 0.06)]
        for x, y in ((rng.uniform(-half, half) * 0.8, -height * rng.uniform(0.05, 0.9)) for _ in range(14))
    ]
    pen.lines(runs, mix(bark, palette.ink, 0.5), 1.6, 0.6)


def _palm(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette = scene.palette
    pen.limb(
        [(0, 0), (height * 0.05, -height * 0.45), (height * 0.16, -height)],
        [height * 0.08, height * 0.06, height * 0.045],
        palette.paint("#7a5a3c", depth),
    )
    leaf = palette.paint("#4f8a45", depth)
    top = (height * 0.16, -height)
    for dx, dy in ((-0.5, 0.05), (-0.4, -0.22), (-0.1, -0.3), (0.24, -0.28), (0.46, -0.12), (0.5, 0.12)):
        tip = (top[0] + dx * height, top[1] + dy * height + height * 0.12)
        pen.blob(
            [
                top,
                ((top[0] + tip[0]) / 2, min(top[1], tip[1]) - height * 0.09),
                tip,
                ((top[0] + tip[0]) / 2, tip[1] - height * 0.05),
            ],
            leaf,
        )


def _vine(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Hang a liana with broad leaves."""
    green = scene.palette.paint("#3f7a44", depth)
    sway = scene.rng.uniform(-14, 14)
    pen.line(
        [(0, -height), (sway, -height * 0.6), (0, -height * 0.25)], mix(green, scene.palette.ink, 0.3), 3
    )
    for i in range(6):
        side = 1 if i % 2 else -1
        pen.ellipse((sway * 0.6 + side * 11, -height * (0.9 - i * 0.11)), (13, 6), green, turn=side * 30)


def _fern(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    green = scene.palette.paint(scene.rng.choice(("#4f8a4a", "#3f7a50", "#6a9a48")), depth)
    for dx, dy in ((-1.1, -0.5), (-0.7, -0.95), (0, -1.15), (0.7, -0.95), (1.1, -0.5)):
        tip = (dx * height, dy * height)
        pen.blob(
            [
                (0, 0),
                (tip[0] * 0.5 - height * 0.1, tip[1] * 0.75),
                tip,
                (tip[0] * 0.5 + height * 0.1, tip[1] * 0.5),
            ],
            green,
        )


def _reeds(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    rng, green = scene.rng, scene.palette.paint("#6f7f4a", depth)
    runs, heads = [], []
    for _ in range(16):
        x, tall = rng.uniform(-0.6, 0.6) * height, height * rng.uniform(0.6, 1.1)
        lean = rng.uniform(-0.12, 0.12) * height
        runs.append([(x, 0), (x + lean, -tall)])
        heads.append([(x + lean, -tall), (x + lean, -tall - height * 0.12)])
    pen.lines(runs, green, 2.2)
    pen.lines(heads[::2], scene.palette.paint("#6a4428", depth), 5)


PLANTS = {
    "tree": _tree,
    "fruit tree": _fruit_tree,
    "fir": _fir,
    "bare tree": _bare,
    "bush": _bush,
    "rose bush": _rose_bush,
    "trunk": _trunk,
    "palm": _palm,
    "vine": _vine,
    "fern": _fern,
    "reeds": _reeds,
}
