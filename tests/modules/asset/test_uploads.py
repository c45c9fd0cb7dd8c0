"""Uploads, from the form to the ready asset, by users and by admins."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.files import begin, fetch, film, image, send, upload

PNG = image()


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


def test_completing_before_uploading_is_rejected(ada_api: TestClient, project: int) -> None:
    asset_id = begin(ada_api, project, PNG).json()["asset_id"]

    completed = ada_api.post(f"/assets/{asset_id}/complete")
    download = ada_api.get(f"/assets/{asset_id}/download-url")

    assert completed.json()["code"] == "asset.rejected"
    assert download.json()["code"] == "asset.not_ready"


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
