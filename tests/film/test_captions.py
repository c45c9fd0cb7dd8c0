import numpy as np
import pytest

from app.film.boards.canvas import CAPTION_SHARE
from app.film.camera import split_planes
from app.film.captions import Caption, burn_caption, typeset_caption, unsupported_letters


def grey(size: tuple[int, int]) -> np.ndarray:
    picture = np.full((size[1] * 3 // 2, size[0]), 90, np.uint8)
    split_planes(picture)[1][:] = 60
    return picture


def typeset(text: str, size: tuple[int, int]) -> Caption:
    caption = typeset_caption(text, size)
    assert caption is not None
    return caption


@pytest.mark.parametrize("size", [(320, 180), (854, 480), (720, 1280), (480, 480)])
def test_captions_stay_inside_the_frame_and_low(size: tuple[int, int]) -> None:
    picture = grey(size)

    burn_caption(
        picture,
        typeset("When he came up the long path to the shore,\nthe little hut by the sea was gone.", size),
    )

    rows, columns = np.nonzero(split_planes(picture)[0] > 200)
    assert rows.min() > size[1] / 2
    assert columns.min() > size[0] * 0.03
    assert columns.max() < size[0] * 0.97
    assert rows.max() < size[1] * 0.98


def test_letters_are_white_and_colourless_on_a_dark_edge() -> None:
    picture = grey((640, 360))

    burn_caption(picture, typeset("Mill", (640, 360)))

    luma, blue, _ = split_planes(picture)
    assert luma.max() > 215
    assert luma.min() < 35
    letters = luma[::2, ::2] > 215
    assert np.abs(blue[letters].astype(int) - 128).max() < 8


def test_outline_and_letters_are_set_in_the_same_place() -> None:
    picture = grey((640, 360))

    burn_caption(picture, typeset("HIM\nHIM", (640, 360)))

    bright, dark = (
        np.nonzero(mask.any(axis=1))[0]
        for mask in (split_planes(picture)[0] > 200, split_planes(picture)[0] < 40)
    )
    assert abs((bright.min() - dark.min()) - (dark.max() - bright.max())) <= 1


def test_letters_that_the_font_lacks_are_reported_and_not_burned() -> None:
    assert unsupported_letters("Hello 世界") == "世界"
    assert unsupported_letters("Žluťoučký Ёж ώρα, “—” 😀") == ""
    assert typeset_caption("Hello 世界", (320, 180)) is None


def test_pictographs_are_not_burned() -> None:
    with_face, without = (typeset(text, (320, 180)) for text in ("Hello 😀", "Hello"))

    assert np.array_equal(with_face.luma.premultiplied, without.luma.premultiplied)
    assert typeset_caption("😀", (320, 180)) is None


@pytest.mark.parametrize("size", [(854, 480), (1280, 720), (720, 1280), (480, 480)])
def test_two_lines_and_their_band_stand_in_the_strip_that_figures_keep_free(size: tuple[int, int]) -> None:
    picture = grey(size)
    picture[: size[1]] = 230

    burn_caption(
        picture,
        typeset("When he came up the long path to the shore,\nthe little hut by the sea was gone.", size),
    )

    changed = np.nonzero((split_planes(picture)[0] != 230).any(axis=1))[0]
    assert changed.min() >= size[1] * (1 - CAPTION_SHARE) - 3
    assert changed.max() < size[1]


def test_a_band_makes_letters_readable_on_a_bright_picture() -> None:
    picture = grey((854, 480))
    picture[:480] = 235

    burn_caption(picture, typeset("Mill", (854, 480)))

    luma = split_planes(picture)[0]
    rows, columns = np.nonzero(luma < 150)
    around = luma[rows.min() : rows.max(), columns.min() : columns.max()]
    assert np.median(around) < 150
