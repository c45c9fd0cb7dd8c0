"""The keystone: what is drawn is seen where its box says, and the frame that is shown is seen whole."""

import numpy as np
import pytest

from app.film.boards.canvas import Box, Canvas
from app.film.boards.keystone import Keystone
from app.film.boards.layers import start_painting
from app.film.boards.pen import Pen
from app.film.boards.raster import flatten
from tests.film.boards.shots import holds

SIZE = (320, 180)
TILTS = (-0.46, -0.2, 0.0, 0.26)


@pytest.mark.parametrize("tilt", TILTS)
@pytest.mark.parametrize("spot", [(60.0, 40.0), (160.0, 90.0), (250.0, 140.0)])
def test_a_box_is_seen_where_its_shape_is(tilt: float, spot: tuple[float, float]) -> None:
    painting = start_painting(Canvas(*SIZE))
    painting.keystone = Keystone(*SIZE, tilt)
    Pen(painting["cast"]).dot(*spot, 6, "#ffffff")

    rows, columns = np.nonzero(flatten(painting, SIZE)[..., 1] > 127)

    seen = painting.keystone.bend(painting["cast"].shapes[0].box)
    assert (columns.mean(), rows.mean()) == pytest.approx(seen.centre, abs=1.2)


@pytest.mark.parametrize("tilt", TILTS)
def test_what_is_shown_is_seen_within_the_frame(tilt: float) -> None:
    keystone, frame = Keystone(*SIZE, tilt), Box(32, 18, 288, 162)

    seen = keystone.bend(keystone.find_shown(frame))

    assert holds(frame, seen)
    assert (seen.top, seen.bottom) == pytest.approx((frame.top, frame.bottom))


def test_looking_up_enlarges_the_foot_and_looking_down_the_head() -> None:
    head, foot = Box(150, 10, 170, 20), Box(150, 150, 170, 160)

    up, down = (Keystone(*SIZE, tilt) for tilt in (0.3, -0.3))

    assert up.bend(foot).width > up.bend(head).width
    assert down.bend(foot).width < down.bend(head).width
