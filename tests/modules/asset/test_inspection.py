"""The inspection of uploaded files: which are accepted, and which are rejected."""

import pytest
from fastapi.testclient import TestClient

from app.providers.registry import storage
from tests.files import CODECS, begin, image, send, sound, upload

PNG = image()


@pytest.mark.parametrize(("kind", "content_type"), [("JPEG", "image/jpeg"), ("WEBP", "image/webp")])
def test_images_of_each_format_are_accepted(
    ada_api: TestClient, project: int, kind: str, content_type: str
) -> None:
    asset = upload(ada_api, project, image(kind), content_type=content_type)

    assert asset["status"] == "ready"


@pytest.mark.parametrize("content_type", CODECS)
def test_sound_of_each_format_is_accepted(ada_api: TestClient, project: int, content_type: str) -> None:
    asset = upload(ada_api, project, sound(content_type), type="music", content_type=content_type)

    assert asset["status"] == "ready"
    assert asset["meta"]["duration_sec"] == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(
    "body",
    [b"<script>alert(1)</script>".ljust(200), image("JPEG"), PNG[: len(PNG) // 2], image() + b"more"],
    ids=["script", "another kind", "half", "another size"],
)
def test_a_file_that_is_not_as_announced_is_rejected_and_removed(
    ada_api: TestClient, project: int, body: bytes
) -> None:
    announced = len(body) + (1 if body.endswith(b"more") else 0)
    begun = begin(ada_api, project, body, size_bytes=announced).json()
    send(ada_api, begun["upload"], body)

    answer = ada_api.post(f"/assets/{begun['asset_id']}/complete")

    assert (answer.status_code, answer.json()["code"]) == (422, "asset.rejected")
    assert not storage().has(begun["upload"]["fields"]["key"])
    assert ada_api.get(f"/assets/{begun['asset_id']}").json()["status"] == "pending"


def test_an_image_of_too_many_pixels_is_rejected(ada_api: TestClient, project: int) -> None:
    bomb = image(size=(8000, 6000))
    begun = begin(ada_api, project, bomb).json()
    send(ada_api, begun["upload"], bomb)

    answer = ada_api.post(f"/assets/{begun['asset_id']}/complete")

    assert answer.status_code == 422
    assert "48,000,000 pixels" in answer.json()["detail"]
