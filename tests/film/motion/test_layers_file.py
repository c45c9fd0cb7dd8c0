"""Layers in a PNG file: what is written is read, and viewers see the still alone."""

import io

import numpy as np
from PIL import Image

from app.film.motion.layered_still import Flicker, Layers
from app.film.motion.layers_file import read_layers
from tests.film.motion.stills import HEIGHT, LEFT, TOP, WIDTH, fill, make_layers, make_still


def test_layers_are_read_as_they_were_written() -> None:
    wanted = make_layers(flickers=(Flicker(10, 20, 5),), water=(100, 220), falling="rain")

    found = read_layers(make_still(wanted).png)

    assert found.near is not None
    assert found.near.behind.pixels.shape == (HEIGHT, WIDTH, 3)
    assert (found.near.behind.left, found.near.behind.top, found.near.parallax) == (LEFT, TOP, 0.5)
    assert (found.near.cover == 255).all()
    assert [face.eyes.top for face in found.faces] == [TOP + 20]
    assert (found.flickers, found.water, found.falling) == ((Flicker(10, 20, 5),), (100, 220), "rain")


def test_the_dry_picture_comes_back_nearly_as_it_was() -> None:
    found = read_layers(make_still(make_layers(falling="snow", dry=fill(400, 224, 90))).png)

    assert found.dry is not None
    assert np.abs(found.dry.astype(int) - 90).max() <= 2


def test_viewers_see_the_still_alone() -> None:
    still = make_still(make_layers())

    with Image.open(io.BytesIO(still.png)) as image:
        image.load()
        assert image.size == (400, 224)


def test_a_file_without_layers_has_empty_ones() -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 30)).save(file, "PNG")

    assert read_layers(file.getvalue()).is_empty
    assert read_layers(b"").is_empty
    assert Layers().is_empty
