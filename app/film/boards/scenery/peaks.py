"""Mountains: peaks with a lit and a shaded face and snow on top."""

from app.film.boards.colour import mix
from app.film.boards.pen import Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.land import ridge


def raise_peaks(scene: SceneCanvas, foot: float, depths: tuple[float, ...], rise: float) -> None:
    """Raise ranges of peaks, the far ones first; `rise` is a share of the canvas height."""
    rng = scene.rng
    for depth in depths:
        for i in range(5):
            x = scene.canvas.width * (i + rng.uniform(0.1, 0.9)) / 5
            raise_peak(
                scene,
                "far",
                (x, foot),
                scene.down(rise) * (1.15 - depth * 0.5) * rng.uniform(0.6, 1.15),
                depth,
            )


def raise_peak(scene: SceneCanvas, layer: str, foot: Point, height: float, depth: float) -> None:
    """Raise one peak of a height in canvas units over the middle of its foot."""
    palette, rng = scene.palette, scene.rng
    pen = scene.pen(layer).offset(*foot, height / 100)
    stone = palette.paint("#7d7f86", depth)
    base = mix(stone, palette.haze, 0.4)
    half = rng.uniform(80, 120)
    jag = [dy for _, dy in ridge(rng, 1, 7)[::8]]
    left = [(-half + half * i / 8, -100 * (i / 8) ** 1.2 + jag[i]) for i in range(8)]
    right = [(half * (i + 1) / 8, -100 * (1 - (i + 1) / 8) ** 1.2 + jag[i]) for i in range(8)]
    tip = (0.0, -100.0)
    spine = [(rng.uniform(-4, 10), -70), (rng.uniform(-10, 6), -45), (rng.uniform(0, 22), 0)]
    pen.polygon(
        [*left, tip, *right, (half, 20), (-half, 20)], pen.fade((0, -100), (0, 10), (0.0, stone), (1.0, base))
    )
    lit_side = right if palette.light_side > 0 else left[::-1]
    edge = [(half * palette.light_side, 20)]
    pen.polygon([tip, *lit_side, *edge, *spine[::-1]], mix(stone, palette.light, 0.4), 0.55)
    cap = palette.paint("#f4f4f2", 0.3 + 0.7 * depth)
    low = [right[2], (14, -50), (8, -66), (0, -52), (-7, -64), (-13, -48), left[-2]]
    pen.polygon([tip, right[0], right[1], *low, left[-1]], cap, 0.9)
    shade_side = [left[-1], left[-2], (-13, -48), (-7, -64), (-1, -56), (2, -80)]
    if palette.light_side < 0:
        shade_side = [right[0], right[1], right[2], (14, -50), (8, -66), (2, -80)]
    pen.polygon([tip, *shade_side], mix(cap, stone, 0.6), 0.6)
    runs = []
    for _ in range(9):
        x, y = rng.uniform(-0.5, 0.5) * half, -rng.uniform(6, 46)
        runs.append([(x, y), (x + rng.uniform(2, 9), y + rng.uniform(9, 20))])
    pen.lines(runs, mix(stone, palette.ink, 0.4), 0.9, 0.35)
