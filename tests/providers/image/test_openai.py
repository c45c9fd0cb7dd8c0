"""Pictures drawn by a vendor: their size, the likeness of characters, and broken answers."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from app.film.brief import Look, ShotBrief
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.image.base import CastPicture, ImageRequest
from app.providers.image.openai import REFERENCE_TOKENS, OpenAIArtist
from app.providers.image.prompt import MOST_REFERENCES
from app.providers.ledger import UnrecordedCalls
from tests.vendors.answers import error
from tests.vendors.endpoints import image_answer, picture
from tests.vendors.openai_server import Fault, OpenAIServer

BRIEF = ShotBrief("1A", "EXT. SHORE", "Mara walks.", ("Mara",), ("red scarf",), "a wide shore")


def panel(size: tuple[int, int] = (1280, 720), cast: tuple[CastPicture, ...] = ()) -> ImageRequest:
    return ImageRequest("panel", BRIEF, Look(size), cast)


def draw(request: ImageRequest) -> bytes:
    return OpenAIArtist().generate(request, UnrecordedCalls()).png


def size_of(png: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(png)) as image:
        return image.size


@pytest.mark.parametrize(
    ("frame", "requested", "drawn"),
    [
        ((854, 480), "1536x864", (1536, 863)),
        ((1280, 720), "1536x864", (1536, 864)),
        ((1920, 1080), "1920x1088", (1920, 1080)),
        ((720, 1280), "864x1536", (864, 1536)),
        ((480, 480), "1024x1024", (1024, 1024)),
    ],
)
def test_the_size_follows_the_frame(
    vendor: OpenAIServer, frame: tuple[int, int], requested: str, drawn: tuple[int, int]
) -> None:
    png = draw(panel(frame))

    assert vendor.bodies("generations")[0]["size"] == requested
    assert all(side % 16 == 0 for side in map(int, requested.split("x")))
    assert size_of(png) == drawn


def test_people_are_drawn_by_their_portraits(vendor: OpenAIServer) -> None:
    portrait = draw(ImageRequest("portrait", BRIEF, Look((1280, 720))))

    draw(panel(cast=(CastPicture("Mara", portrait),)))

    body = vendor.bodies("edits")[0]
    assert body["image[]"] == [portrait]
    assert "Mara: red scarf" in body["prompt"]


def test_the_place_is_sent_after_the_people(vendor: OpenAIServer) -> None:
    portrait, place = (picture((64, 64), (shade, 0, 0)) for shade in (10, 200))

    draw(replace(panel(cast=(CastPicture("Mara", portrait),)), set_picture=place))

    body = vendor.bodies("edits")[0]
    assert body["image[]"] == [portrait, place]
    assert "Picture 2 shows the place: keep it." in body["prompt"]


def test_the_most_references_hold_the_place_too(vendor: OpenAIServer) -> None:
    portraits = tuple(CastPicture(str(shade), picture((64, 64), (shade, 0, 0))) for shade in range(12))
    place = picture((64, 64), (0, 200, 0))

    draw(replace(panel(cast=portraits), set_picture=place))

    sent = vendor.bodies("edits")[0]["image[]"]
    assert sent == [*(one.png for one in portraits[: MOST_REFERENCES - 1]), place]


def test_every_reference_is_counted_in_the_estimate(vendor: OpenAIServer) -> None:
    artist, portrait = OpenAIArtist(), CastPicture("Mara", b"png")
    requests = (panel(), panel(cast=(portrait,)), replace(panel(cast=(portrait,)), set_picture=b"png"))

    counts = [artist.estimate_units(request)["image_input_tokens"] for request in requests]

    assert counts == [0, REFERENCE_TOKENS, 2 * REFERENCE_TOKENS]


def test_a_portrait_needs_no_picture_of_a_place(vendor: OpenAIServer) -> None:
    draw(ImageRequest("portrait", BRIEF, Look((1280, 720)), set_picture=picture((64, 64), (1, 2, 3))))

    assert (len(vendor.bodies("generations")), vendor.bodies("edits")) == (1, [])


def test_a_picture_of_nearly_the_right_shape_is_cut(vendor: OpenAIServer) -> None:
    vendor.faults.append(Fault("generations", "answer", body=image_answer(picture((1536, 1024), (1, 2, 3)))))

    png = draw(panel())

    assert size_of(png) == (1536, 864)


@pytest.mark.parametrize(
    "body",
    [
        image_answer(picture((64, 512), (1, 2, 3))),
        image_answer(b"no picture"),
        image_answer(picture((1536, 864), (1, 2, 3))[:400]),
        {"created": 1, "data": []},
        {"created": 1, "data": [{"url": "https://example.org/x.png"}]},
    ],
)
def test_a_broken_picture_may_be_requested_again(vendor: OpenAIServer, body: dict[str, object]) -> None:
    vendor.faults.append(Fault("generations", "answer", body=body))

    with pytest.raises(ProviderBusy):
        draw(panel())


def test_blocked_content_is_refused(vendor: OpenAIServer) -> None:
    vendor.faults.append(Fault("generations", "status", 400, body=error("No.", "moderation_blocked")))

    with pytest.raises(ProviderRefused) as caught:
        draw(panel())

    assert caught.value.code == "moderation.flagged"


def test_films_of_480_and_720_lines_share_their_pictures(vendor: OpenAIServer) -> None:
    artist = OpenAIArtist()

    assert artist.picture_size(panel((854, 480))) == artist.picture_size(panel((1280, 720)))
    assert artist.picture_size(panel((1920, 1080))) != artist.picture_size(panel((1280, 720)))
