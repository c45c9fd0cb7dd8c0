"""Sights of castles: walls, towers, ruins."""

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.towers import arrow_slit, battlement, tower


def _castle(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette, pen = scene.palette, pen.offset(0, 0, height / 300)
    stone, roof = palette.paint("#b8ab9a", depth), palette.paint("#6a5474", depth)
    back = mix(stone, palette.haze, 0.25)
    for x, width, tall in ((-60, 34, 214), (70, 30, 236), (8, 40, 282)):
        tower(pen.offset(x, 0), (width, tall), (back, roof), peaked=True)
    pen.rect((-150, -92), (300, 104), stone)
    battlement(pen.offset(-150, -92), 300, stone)
    for x, tall in ((-150, 142), (-44, 126), (44, 126), (150, 152)):
        tower(pen.offset(x, 6), (46, tall), (stone, roof), peaked=abs(x) > 100)
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


def _tower(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette, width = scene.palette, height * 0.3
    stone, roof = palette.paint("#b4a898", depth), palette.paint("#7a4a44", depth)
    tower(pen, (width, height * 0.72), (stone, roof), peaked=True)
    for y in (0.2, 0.4, 0.58):
        arrow_slit(pen.offset(width * (0.2 if y != 0.4 else -0.2), -height * y, height / 260), palette)
    pen.blob(
        [
            (-width * 0.22, 4),
            (-width * 0.22, -height * 0.12),
            (0, -height * 0.18),
            (width * 0.22, -height * 0.12),
            (width * 0.22, 4),
        ],
        mix(palette.ink, "#5a3a24", 0.3),
    )
    ivy = palette.paint("#5f8048", depth)
    for i in range(9):
        pen.ellipse((-width * 0.45 + 3 * (i % 3), -height * 0.06 * i), (width * 0.13, height * 0.035), ivy)


def _castle_wall(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Close a yard with a wall, its towers and its gate."""
    palette, half = scene.palette, 900.0
    stone, roof = palette.paint("#b4a898", depth), palette.paint("#6a5474", depth)
    pen.rect((-half, -height), (half * 2, height), stone)
    battlement(pen.offset(-half, -height), half * 2, stone)
    seams = [[(-half, -height * i / 6), (half, -height * i / 6)] for i in range(1, 6)]
    seams += [
        [(-half + 62 * i, -height * (i % 6) / 6), (-half + 62 * i, -height * (i % 6 + 1) / 6)]
        for i in range(29)
    ]
    pen.lines(seams, mix(stone, palette.ink, 0.35), 2.4, 0.5)
    for x in (-150, 150):
        tower(pen.offset(x, 0), (110, height * 1.35), (stone, roof), peaked=True)
        arrow_slit(pen.offset(x, -height * 0.9, 1.6), palette)
    pen.blob(
        [(-62, 6), (-62, -height * 0.5), (0, -height * 0.74), (62, -height * 0.5), (62, 6)],
        mix(palette.ink, "#4a3020", 0.25),
    )
    pen.lines([[(x, 4), (x, -height * 0.6)] for x in (-36, -12, 12, 36)], palette.paint("#5a4a40", depth), 5)
    for x in (-330, 330):
        banner = palette.paint("#b8443c" if x < 0 else "#3f6a9a", depth)
        pen.polygon(
            [
                (x - 26, -height * 0.84),
                (x + 26, -height * 0.84),
                (x + 26, -height * 0.3),
                (x, -height * 0.4),
                (x - 26, -height * 0.3),
            ],
            banner,
        )


def _ruin(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette, pen = scene.palette, pen.offset(0, 0, height / 270)
    stone = palette.paint("#a29a8e", depth)
    dark = mix(stone, palette.ink, 0.5)
    for x, tall in ((-330, 150), (-190, 230), (-60, 170), (110, 250), (250, 190)):
        pen.polygon([(x, 0), (x + 4, -tall), (x + 30, -tall - 16), (x + 48, -tall + 8), (x + 54, 0)], stone)
        pen.polygon([(x + 34, 0), (x + 34, -tall + 2), (x + 48, -tall + 8), (x + 54, 0)], dark, 0.5)
    pen.line([(-164, -200), (-130, -256), (-80, -262), (-38, -160)], stone, 22)
    pen.line([(136, -230), (180, -272), (232, -262), (272, -180)], stone, 22)
    ivy = palette.paint("#5f8048", depth)
    for x, y in ((-310, -90), (-170, -190), (-40, -120), (130, -200), (270, -140), (-300, -10), (140, -10)):
        pen.ellipse((x, y), (26, 20), ivy)


CASTLES = {
    "castle": _castle,
    "stone tower": _tower,
    "castle wall": _castle_wall,
    "ruin": _ruin,
}
