"""The contract of image providers, which every adapter meets."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image

from app.film.brief import Look
from app.providers import registry
from app.providers.image.base import CastPicture, ImageProvider, ImageRequest
from app.providers.ledger import UnrecordedCalls
from tests.providers.requests import PANEL, PORTRAIT, names_of
from tests.vendors.endpoints import picture
from tests.vendors.openai_server import OpenAIServer


@pytest.fixture(params=names_of("image"))
def provider(
    request: pytest.FixtureRequest, vendor: OpenAIServer, setting: Callable[..., None]
) -> ImageProvider:
    """Each adapter in turn."""
    setting(IMAGE_PROVIDER=request.param)
    return registry.image_provider()


def open_png(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (240, 240)])
def test_a_panel_is_a_png_in_the_aspect_of_the_frame(provider: ImageProvider, size: tuple[int, int]) -> None:
    image = open_png(provider.generate(replace(PANEL, look=Look(size)), UnrecordedCalls()).png)

    assert image.format == "PNG"
    assert image.width / image.height == pytest.approx(size[0] / size[1], rel=0.02)


def test_a_portrait_is_a_png(provider: ImageProvider) -> None:
    image = open_png(provider.generate(PORTRAIT, UnrecordedCalls()).png)

    assert image.format == "PNG"
    assert min(image.size) >= 64


def test_portraits_may_be_given_to_every_adapter(provider: ImageProvider) -> None:
    portrait = CastPicture("Mara", picture((64, 64), (200, 30, 30)))

    image = open_png(provider.generate(replace(PANEL, cast=(portrait,)), UnrecordedCalls()).png)

    assert image.format == "PNG"


@pytest.mark.parametrize("request_for_picture", [PANEL, PORTRAIT], ids=["panel", "portrait"])
def test_a_picture_has_a_size_before_it_is_drawn(
    provider: ImageProvider, request_for_picture: ImageRequest
) -> None:
    width, height = provider.picture_size(request_for_picture)

    assert (type(width), type(height)) == (int, int)
    assert min(width, height) > 0
