"""Stills in motion: what the camera does to the layers, and what lives within them."""

from itertools import pairwise

import numpy as np
import pytest

from app.film.camera import Plane
from app.film.motion.layered_still import Flicker, Layers
from app.film.motion.moving_picture import NO_ACTING, Acting, MovingPicture, Still
from tests.film.motion.stills import SIZE, fill, make_layers, make_still

SECONDS, FPS = 4, 24


def film(layers: Layers, move: str = "static", acting: Acting = NO_ACTING) -> list[Plane]:
    """Return the frames of the layered square."""
    picture = MovingPicture(make_still(layers), move, SECONDS * FPS, FPS, SIZE)
    return [picture.render(index, acting) for index in range(SECONDS * FPS)]


def find_edge(frame: Plane) -> float:
    """Return how many pixels from the left the bright square begins."""
    row = frame[SIZE[1] // 2, : SIZE[0]].astype(float)
    return float(np.argmax(row > 120))


def test_a_static_shot_without_a_cast_stands_still() -> None:
    frames = film(Layers())

    assert all(np.array_equal(frames[0], frame) for frame in frames)


def test_at_rest_the_layers_make_up_the_still() -> None:
    still = make_still(make_layers(faces=()))

    layered = MovingPicture(still, "static", 24, FPS, SIZE).render(0, NO_ACTING)
    flat = MovingPicture(Still(still.png), "static", 24, FPS, SIZE).render(0, NO_ACTING)

    assert np.abs(layered.astype(int) - flat).max() <= 12  # the soft edge of the cover alone
    assert np.abs(layered.astype(int) - flat).mean() < 0.3


def test_the_set_moves_less_than_the_cast_before_it() -> None:
    frames = film(make_layers(faces=()), "pan_left")

    near = find_edge(frames[-1]) - find_edge(frames[0])
    marked = make_layers(faces=(), near=None)
    alone = film(marked, "pan_left")
    assert near == pytest.approx(find_edge(alone[-1]) - find_edge(alone[0]), abs=1.5)
    assert near > 0


def test_eyes_blink_now_and_then_for_a_moment() -> None:
    frames = film(make_layers())

    closed = [int(frame[60:84, 150:170].min()) < 60 for frame in frames]
    assert 2 <= sum(closed) <= 10
    assert not closed[0]


def test_a_mouth_moves_while_its_owner_speaks_and_is_shut_otherwise() -> None:
    frames = film(make_layers(), acting=Acting(speech=((1.0, 2.0),)))

    shut = np.array([int(frame[84:108, 150:170].min()) < 60 for frame in frames])
    assert shut[:FPS].all()
    assert shut[2 * FPS :].all()
    assert 0.2 < shut[FPS : 2 * FPS].mean() < 0.8
    assert np.abs(np.diff(shut[FPS : 2 * FPS].astype(int))).sum() >= 6


def test_those_in_front_breathe() -> None:
    frames = film(make_layers(faces=()))

    assert len({frame.tobytes() for frame in frames}) > 5


@pytest.mark.parametrize("weather", ["rain", "snow"])
def test_rain_and_snow_fall(weather: str) -> None:
    frames = film(Layers(falling=weather, dry=fill(400, 224, 60)))

    changes = [np.abs(one[: SIZE[1]].astype(int) - two[: SIZE[1]]) for one, two in pairwise(frames)]
    assert all(0.05 < change.mean() < 12 for change in changes)


def test_water_ripples_and_fire_flickers_where_they_are() -> None:
    picture = make_still(make_layers(near=None, faces=(), flickers=(Flicker(60, 60, 30),), water=(120, 224)))
    moving = MovingPicture(picture, "static", 48, FPS, SIZE)

    frames = [moving.render(index, NO_ACTING)[: SIZE[1]].astype(int) for index in range(24)]
    changes = np.max([np.abs(frame - frames[0]) for frame in frames], axis=0)

    assert changes[120:175].max() > 5
    assert changes[20:60, 20:60].max() > 3
    assert changes[10:60, 220:].max() == 0


def test_a_blow_shakes_the_camera_and_it_comes_to_rest() -> None:
    frames = film(Layers(), acting=Acting(impact_sec=1.0))

    moved = [not np.array_equal(frames[0], frame) for frame in frames]
    assert not any(moved[:FPS])
    assert any(moved[FPS : FPS + 10])
    assert not any(moved[FPS + 12 :])


def test_an_upload_that_claims_layers_is_filmed_as_it_is() -> None:
    still = Still(make_still(make_layers()).png, is_layered=False)

    frames = [MovingPicture(still, "static", 96, FPS, SIZE).render(i, NO_ACTING) for i in (0, 20, 50)]

    assert all(np.array_equal(frames[0], frame) for frame in frames)
