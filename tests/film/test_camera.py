import io
from collections.abc import Callable

import cv2
import numpy as np
import pytest
from PIL import Image

from app.film.camera import compute_crop, load_planes, normalize_move, sample, split_planes
from app.vocabulary.frame import still_size
from app.vocabulary.shots import CAMERA_MOVES

SIZE = (320, 180)


@pytest.mark.parametrize("size", [(854, 480), (480, 854), (480, 480), (1280, 720), (1920, 1080)])
def test_stills_are_a_quarter_larger_and_even(size: tuple[int, int]) -> None:
    width, height = still_size(size)

    assert width % 2 == height % 2 == 0
    assert abs(width / size[0] - 1.25) < 0.003
    assert abs(height / size[1] - 1.25) < 0.003


@pytest.mark.parametrize("move", CAMERA_MOVES)
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (720, 720)])
def test_the_camera_never_leaves_the_still_nor_enlarges_it(move: str, size: tuple[int, int]) -> None:
    still = still_size(size)

    for progress in np.linspace(0, 1, 50):
        view = compute_crop(move, progress, still, size)
        assert view.x >= -1e-6
        assert view.y >= -1e-6
        assert view.x + view.width <= still[0] + 1e-6
        assert view.y + view.height <= still[1] + 1e-6
        assert view.width >= size[0] - 1e-6


def test_moves_go_where_their_names_say() -> None:
    first, last = (
        {move: compute_crop(move, progress, (400, 224), SIZE) for move in CAMERA_MOVES} for progress in (0, 1)
    )

    assert last["pan_left"].x < first["pan_left"].x
    assert last["tilt_up"].y < first["tilt_up"].y
    assert last["push_in"].width < first["push_in"].width
    assert last["pull_out"].width > first["pull_out"].width


def test_unknown_moves_are_static_and_synonyms_are_known() -> None:
    assert normalize_move("whip-pan") == "static"
    assert normalize_move("Push In") == "push_in"
    assert normalize_move("track_left") == "pan_left"


def test_moves_start_and_end_at_rest() -> None:
    steps = np.diff([compute_crop("pan_right", k / 100, (400, 224), SIZE).x for k in range(101)])

    assert steps[0] < steps[50] / 20
    assert steps[-1] < steps[50] / 20
    assert (steps > 0).all()


@pytest.mark.parametrize("move", ["pan_left", "pan_right", "tilt_up", "push_in", "pull_out"])
def test_a_dot_glides_without_jitter(move: str) -> None:
    dot = np.exp(-(((np.arange(400) - 210) / 6) ** 2) - ((np.arange(224)[:, None] - 118) / 6) ** 2)
    still = load_planes(np.repeat((30 + 200 * dot).astype(np.uint8)[..., None], 3, axis=2), SIZE)

    errors = []
    for index in range(72):
        view = compute_crop(move, index / 71, (400, 224), SIZE)
        scale = view.width / SIZE[0]
        wanted = ((210.5 - view.x) / scale - 0.5, (118.5 - view.y) / scale - 0.5)
        errors.append(np.hypot(*np.subtract(_centre(split_planes(sample(still, view, SIZE))[0]), wanted)))

    assert max(errors) <= 0.2


def test_colours_survive_bt709() -> None:
    colours = np.array([[255, 255, 255], [0, 0, 0], [255, 0, 0], [0, 0, 255]], np.uint8)
    expected = [(235, 128, 128), (16, 128, 128), (63, 102, 240), (32, 240, 118)]

    for colour, want in zip(colours, expected, strict=True):
        still = load_planes(np.broadcast_to(colour, (224, 400, 3)).copy(), SIZE)
        assert tuple(int(np.median(plane)) for plane in still) == pytest.approx(want, abs=1)


@pytest.mark.parametrize("size", [(90, 160), (3000, 40), (17, 17), (1024, 1024)])
def test_pictures_of_any_shape_fill_the_frame(painted: Callable[..., bytes], size: tuple[int, int]) -> None:
    still = load_planes(painted(3, size), SIZE)

    assert [plane.shape for plane in still] == [(224, 400), (112, 200), (112, 200)]
    assert sample(still, compute_crop("push_in", 0, (400, 224), SIZE), SIZE).shape == (270, 320)


@pytest.mark.parametrize("mode", ["L", "RGBA", "P", "CMYK", "I;16", "LA"])
def test_pictures_of_any_mode_can_be_filmed(mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (64, 36)).save(file, "JPEG" if mode == "CMYK" else "PNG")

    assert load_planes(file.getvalue(), SIZE)[0].dtype == np.uint8


def test_transparent_parts_become_white() -> None:
    clear = Image.new("RGBA", (64, 36), (0, 0, 0, 0))
    file = io.BytesIO()
    clear.save(file, "PNG")

    assert load_planes(file.getvalue(), SIZE)[0].min() >= 234


def _centre(luma: np.ndarray) -> tuple[float, float]:
    weights = np.clip(luma.astype(float) - 60, 0, None)
    moments = cv2.moments(weights)
    return moments["m10"] / moments["m00"], moments["m01"] / moments["m00"]
