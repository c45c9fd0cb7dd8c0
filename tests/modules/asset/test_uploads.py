"""Uploads, from the form to the ready asset."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update

from app.core.clock import db_now
from app.core.database import in_transaction, reading
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import remove_stale_uploads
from app.modules.auth.models import User
from app.providers.registry import storage
from tests.files import CODECS, begin, fetch, film, image, send, sound, upload
from tests.outbox import Outbox

PNG = image()


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """A project of Ada's with two scenes."""
    made = ada_api.post("/projects", json={"title": "Lantern", "story_text": "Mara woke. She sang."}).json()
    for description in ("Mara woke.", "She sang."):
        ada_api.post(f"/projects/{made['id']}/scenes", json={"description": description})
    return int(made["id"])


def read_storage_key(asset_id: int) -> str:
    return in_transaction(lambda session: session.get_one(Asset, asset_id).storage_key)


def test_an_upload_becomes_an_asset_that_can_be_fetched(ada_api: TestClient, project: int) -> None:
    begun = begin(ada_api, project, PNG)
    form = begun.json()["upload"]
    sent = send(ada_api, form, PNG)
    completed = ada_api.post(f"/assets/{begun.json()['asset_id']}/complete")

    assert (begun.status_code, sent.status_code, completed.status_code) == (201, 204, 200)
    assert form["method"] == "POST"
    assert form["expires_in"] <= 900
    asset = completed.json()
    assert (asset["status"], asset["size_bytes"], asset["meta"]) == (
        "ready",
        len(PNG),
        {"width": 64, "height": 48},
    )
    assert fetch(ada_api, asset["url"]).content == PNG


def test_completing_an_upload_twice_changes_nothing(ada_api: TestClient, project: int) -> None:
    asset = upload(ada_api, project, PNG)

    again = ada_api.post(f"/assets/{asset['id']}/complete").json()

    assert again["sha256"] == asset["sha256"]


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
    "fields",
    [
        {"content_type": "image/gif"},
        {"content_type": "audio/mpeg"},
        {"type": "music"},
        {"type": "subtitle"},
        {"type": "film", "content_type": "video/mp4"},
        {"size_bytes": 20_000_001},
        {"size_bytes": 0},
        {"filename": ""},
        {"key": "users/2/mine.png"},
    ],
)
def test_an_upload_that_is_not_offered_is_refused(
    ada_api: TestClient, project: int, fields: dict[str, Any]
) -> None:
    answer = begin(ada_api, project, PNG, **fields)

    assert answer.status_code == 422


def test_a_user_can_not_upload_to_a_project_of_another_user(bob_api: TestClient, project: int) -> None:
    answer = begin(bob_api, project, PNG)

    assert (answer.status_code, answer.json()["code"]) == (404, "project.not_found")


def test_a_user_can_not_complete_an_upload_of_another_user(
    ada_api: TestClient, bob_api: TestClient, project: int
) -> None:
    asset_id = begin(ada_api, project, PNG).json()["asset_id"]

    answer = bob_api.post(f"/assets/{asset_id}/complete")

    assert answer.status_code == 404


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


def test_completing_before_uploading_is_rejected(ada_api: TestClient, project: int) -> None:
    asset_id = begin(ada_api, project, PNG).json()["asset_id"]

    completed = ada_api.post(f"/assets/{asset_id}/complete")
    download = ada_api.get(f"/assets/{asset_id}/download-url")

    assert completed.json()["code"] == "asset.rejected"
    assert download.json()["code"] == "asset.not_ready"


def test_a_form_that_is_used_again_does_not_change_the_inspected_file(
    ada_api: TestClient, project: int
) -> None:
    begun = begin(ada_api, project, PNG).json()
    send(ada_api, begun["upload"], PNG)
    asset = ada_api.post(f"/assets/{begun['asset_id']}/complete").json()

    send(ada_api, begun["upload"], b"<script>".ljust(len(PNG)))

    assert fetch(ada_api, asset["url"]).content == PNG


@pytest.mark.parametrize(
    "change",
    [{"Content_Type": "text/html"}, {"key": "users/1/incoming/other.png"}, {"policy": "e30="}],
)
def test_a_changed_form_is_refused(ada_api: TestClient, project: int, change: dict[str, str]) -> None:
    begun = begin(ada_api, project, PNG).json()

    answer = send(ada_api, begun["upload"], PNG, **change)

    assert answer.status_code == 403


def test_a_form_accepts_no_file_larger_than_announced(ada_api: TestClient, project: int) -> None:
    begun = begin(ada_api, project, PNG).json()

    answer = send(ada_api, begun["upload"], PNG + b"more")

    assert answer.status_code == 400
    assert not storage().has(begun["upload"]["fields"]["key"])


def test_an_expired_form_is_refused(
    ada_api: TestClient, project: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("local", "s3"):
        monkeypatch.setattr(f"app.providers.storage.{module}.UPLOAD_SECONDS", -1)
    begun = begin(ada_api, project, PNG).json()

    answer = send(ada_api, begun["upload"], PNG)

    assert answer.status_code == 403


def test_a_background_named_after_a_scene_is_shown_on_it(ada_api: TestClient, project: int) -> None:
    asset = upload(ada_api, project, PNG, type="background", filename="scene-2.png")

    scenes = ada_api.get(f"/projects/{project}/scenes").json()
    assert asset["scene_id"] == scenes[1]["id"]
    assert fetch(ada_api, scenes[1]["background_path"]).content == PNG
    assert scenes[0]["background_path"] is None


def test_a_portrait_named_after_a_character_is_shown_for_it(ada_api: TestClient, project: int) -> None:
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]
    ada_api.patch(f"/projects/{project}/scenes/{scene['id']}", json={"characters": ["Otto", "Mara"]})

    upload(ada_api, project, PNG, type="character", filename="mara.png", scene_id=scene["id"])

    paths = ada_api.get(f"/projects/{project}/scenes").json()[0]["character_paths"]
    assert paths[0] is None
    assert fetch(ada_api, paths[1]).content == PNG


def test_an_upload_for_a_scene_that_the_project_lacks_is_refused(ada_api: TestClient, project: int) -> None:
    answer = begin(ada_api, project, PNG, type="background", scene_id=999_999)

    assert answer.json()["code"] == "scene.not_found"


def test_deleting_an_upload_removes_its_file(ada_api: TestClient, project: int, outbox: Outbox) -> None:
    asset = upload(ada_api, project, PNG, type="background", filename="scene-1.png")
    key = read_storage_key(asset["id"])

    answer = ada_api.delete(f"/assets/{asset['id']}")
    outbox.deliver_all()

    assert answer.status_code == 204
    assert not storage().has(key)
    assert ada_api.get(f"/projects/{project}/scenes").json()[0]["background_path"] is None


def test_deleting_a_project_removes_its_files(ada_api: TestClient, project: int, outbox: Outbox) -> None:
    ready = read_storage_key(upload(ada_api, project, PNG)["id"])
    pending = begin(ada_api, project, PNG).json()["upload"]
    send(ada_api, pending, PNG)

    ada_api.delete(f"/projects/{project}")
    outbox.deliver_all()

    assert not storage().has(ready)
    assert not storage().has(pending["fields"]["key"])


def test_uploads_that_are_not_completed_in_time_are_removed(
    ada_api: TestClient, project: int, outbox: Outbox
) -> None:
    stale, fresh = begin(ada_api, project, PNG).json(), begin(ada_api, project, PNG).json()
    send(ada_api, stale["upload"], PNG)
    old = update(Asset).where(Asset.id == stale["asset_id"]).values(created_at=db_now(-2 * 86_400))
    in_transaction(lambda session: session.execute(old))

    count = in_transaction(remove_stale_uploads)
    outbox.deliver_all()

    assert count == 1
    assert not storage().has(stale["upload"]["fields"]["key"])
    assert ada_api.get(f"/assets/{stale['asset_id']}").status_code == 404
    assert ada_api.get(f"/assets/{fresh['asset_id']}").status_code == 200


def test_admins_upload_a_film_to_any_project(grace_api: TestClient, project: int) -> None:
    answer = begin(grace_api, project, PNG, type="film", content_type="video/mp4", filename="film.mp4")

    assert answer.status_code == 201


def test_a_job_of_an_external_worker_is_completed_with_an_uploaded_film(
    ada_api: TestClient, grace_api: TestClient, project: int
) -> None:
    job = ada_api.post("/jobs", json={"project_id": project}).json()["id"]
    before = ("validating", "queued", "processing", "generating_images", "generating_video", "composing")
    for status in before:
        grace_api.patch(f"/jobs/{job}/status", json={"status": status})

    body = film()
    upload(grace_api, project, body, type="film", filename="film.mp4", content_type="video/mp4")
    grace_api.patch(f"/jobs/{job}/status", json={"status": "completed"})

    done = ada_api.get(f"/jobs/{job}").json()
    assert (done["status"], done["film"]["size_bytes"]) == ("completed", len(body))
    assert (done["film"]["width"], done["film"]["height"]) == (160, 90)
    download = ada_api.get(f"/jobs/{job}/download-url").json()
    assert fetch(ada_api, download["download_url"]).content == body


def test_deleting_an_account_removes_its_files(
    ada: User, ada_api: TestClient, grace_api: TestClient, project: int, outbox: Outbox
) -> None:
    uploaded = read_storage_key(upload(ada_api, project, PNG)["id"])
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]["id"]
    ada_api.post(f"/projects/{project}/scenes/{scene}/render", json={"what": "background"})
    outbox.deliver_all()
    with reading() as session:
        drawn = session.scalars(select(Artifact.storage_key)).one()

    answer = grace_api.delete(f"/admin/users/{ada.id}")
    outbox.deliver_all()

    assert answer.status_code == 200
    assert not storage().has(uploaded)
    assert not storage().has(drawn)
