"""An asset that an active job has made or needs can't be deleted; any other asset can."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.files import image, sound, upload
from tests.outbox import Outbox
from tests.pipeline.films import create_project, make_film, start_job


def delete(api: TestClient, asset: dict[str, Any]) -> tuple[int, str | None]:
    """Delete an asset; return status and error code of the response."""
    answer = api.delete(f"/assets/{asset['id']}")
    return answer.status_code, answer.json()["code"] if answer.content else None


def list_assets(api: TestClient, job: int) -> list[dict[str, Any]]:
    return list(api.get(f"/jobs/{job}/assets").json())


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """A project of Ada's with two scenes."""
    made = create_project(ada_api)
    for text in ("Mara found a lantern.", "She carried it home."):
        ada_api.post(f"/projects/{made}/scenes", json={"description": text})
    return made


def test_an_asset_that_a_job_has_made_can_be_deleted_once_the_job_has_ended(
    ada_api: TestClient, outbox: Outbox, project: int
) -> None:
    job = start_job(ada_api, project)["id"]
    while not list_assets(ada_api, job):
        outbox.deliver(1)
    made = list_assets(ada_api, job)[0]

    early = delete(ada_api, made)
    outbox.deliver_all()

    assert early == (409, "project.busy")
    assert ada_api.get(f"/jobs/{job}").json()["status"] == "completed"
    assert delete(ada_api, made) == (204, None)


@pytest.mark.parametrize("kind", ["background", "music"])
def test_an_upload_that_a_job_needs_can_not_be_deleted_while_it_is_active(
    ada_api: TestClient, outbox: Outbox, project: int, kind: str
) -> None:
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]["id"]
    music = upload(ada_api, project, sound("audio/wav"), type="music", content_type="audio/wav")
    still = upload(ada_api, project, image(), type="background", scene_id=scene)
    job = start_job(ada_api, project, music=music["id"])["id"]

    early = delete(ada_api, {"background": still, "music": music}[kind])
    outbox.deliver_all()

    assert early == (409, "project.busy")
    assert ada_api.get(f"/jobs/{job}").json()["status"] == "completed"


def test_an_earlier_asset_of_a_cached_artifact_can_not_be_deleted_while_a_job_uses_it(
    ada_api: TestClient, outbox: Outbox
) -> None:
    first = make_film(ada_api, outbox)
    panel = next(one for one in list_assets(ada_api, first["id"]) if one["type"] == "background")
    second = start_job(ada_api, first["project_id"], subtitles="none")["id"]
    while not list_assets(ada_api, second):
        outbox.deliver(1)

    early = delete(ada_api, panel)
    outbox.deliver_all()

    assert early == (409, "project.busy")
    assert ada_api.get(f"/jobs/{second}").json()["status"] == "completed"


def test_an_asset_that_no_active_job_uses_can_be_deleted(
    ada_api: TestClient, outbox: Outbox, project: int
) -> None:
    reference = upload(ada_api, project, image(), type="reference")
    start_job(ada_api, project)

    assert delete(ada_api, reference) == (204, None)
