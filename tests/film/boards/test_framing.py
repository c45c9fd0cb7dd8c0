"""The framing of shots: angles differ, heads stay inside the frame and figures above the subtitles."""

from itertools import product

import pytest

from app.film.boards.canvas import Box, make_canvas
from app.film.boards.cast.blocking import paint_in_frame
from app.film.boards.layers import Layer
from app.film.boards.pen import Pen
from app.vocabulary.shots import ANGLES, SHOT_TYPES
from app.vocabulary.staging import Figure, Posture
from tests.film.boards.shots import FRAMES, draw, holds, mara, tobias


@pytest.mark.parametrize("size", FRAMES)
@pytest.mark.parametrize("shot_type", ["extreme_wide", "wide"])
def test_small_figures_stand_above_the_subtitles(shot_type: str, size: tuple[int, int]) -> None:
    painting = draw(shot_type, mara(side="left"), tobias(side="right"), size=size)

    feet = max(shape.box.bottom for shape in painting["cast"].shapes if isinstance(shape.fill, str))
    assert feet <= make_canvas(size).caption_top + 6


@pytest.mark.parametrize("shot_type", SHOT_TYPES)
def test_each_angle_looks_otherwise(shot_type: str) -> None:
    shots = [draw(shot_type, mara(), tobias(), angle=angle) for angle in ANGLES]

    assert len({(shot.window.top, shot.window.height, shot.keystone.tilt) for shot in shots}) == len(ANGLES)
    assert len({tuple(head.top for head in shot.heads) for shot in shots}) == len(ANGLES)


def test_from_below_the_set_sinks_and_people_tower_and_from_above_the_reverse() -> None:
    low, eye, high, overhead = (
        draw("wide", mara(), angle=angle) for angle in ("low", "eye", "high", "overhead")
    )

    # As large as the set is shown, so that people keep their scale against it.
    heights = [shot.heads[0].height * shot.window.height for shot in (overhead, high, eye, low)]
    assert low.window.top < high.window.top < overhead.window.top
    assert heights == sorted(heights)
    assert low.heads[0].height > eye.heads[0].height


def test_an_unknown_angle_is_at_eye_level() -> None:
    assert draw("wide", mara(), angle="dutch")["cast"] == draw("wide", mara())["cast"]


@pytest.mark.parametrize("size", FRAMES)
@pytest.mark.parametrize(("shot_type", "angle"), list(product(SHOT_TYPES, ANGLES)))
def test_no_staged_head_is_cropped(shot_type: str, angle: str, size: tuple[int, int]) -> None:
    casts = [
        (Figure("Rusty", side="right"),),
        (tobias(side="right", facing="left"), mara(Posture.RUN, "right", "right")),
        (mara(side="left"), Figure("Rusty"), tobias(Posture.SLEEP, "right", speaks=True)),
    ]

    paintings = [draw(shot_type, *cast, size=size, angle=angle) for cast in casts]

    heads = [(painting.canvas.safe, head) for painting in paintings for head in painting.heads]
    assert len(heads) >= len(casts)
    assert [head for safe, head in heads if not holds(safe, head)] == []


@pytest.mark.parametrize("corner", [(-30.0, 50.0), (95.0, 50.0), (50.0, -20.0), (50.0, 99.0), (50.0, 50.0)])
@pytest.mark.parametrize("radius", [10.0, 80.0])
def test_a_head_is_moved_and_made_smaller_until_it_is_in_the_frame(
    corner: tuple[float, float], radius: float
) -> None:
    frame, layer = Box(0, 0, 100, 100), Layer("cast")

    def paint(pen: Pen) -> Box:
        pen.dot(0, 0, radius, "#ff0000")
        return pen.layer.shapes[-1].box

    head = paint_in_frame(Pen(layer, *corner), frame, paint)

    assert holds(frame, head)
    assert [shape.box for shape in layer.shapes] == [head]
    assert head.width == pytest.approx(min(100, 2 * radius))
