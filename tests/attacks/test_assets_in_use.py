"""What an active job has made or needs can't be deleted under it; everything else can."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.files import image, sound, upload
from tests.outbox import Outbox
from tests.pipeline.films import film, new_job, new_project


def delete(api: TestClient, asset: dict[str, Any]) -> tuple[int, str | None]:
    """Delete an asset; return status and code of the answer."""
    answer = api.delete(f"/assets/{asset['id']}")
    return answer.status_code, answer.json()["code"] if answer.content else None


def list_assets(api: TestClient, job: int) -> list[dict[str, Any]]:
    return list(api.get(f"/jobs/{job}/assets").json())


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """A project of Ada's with two scenes."""
    made = new_project(ada_api)
    for text in ("Mara found a lantern.", "She carried it home."):
        ada_api.post(f"/projects/{made}/scenes", json={"description": text})
    return made


def test_what_a_job_has_made_stays_until_it_has_ended(
    ada_api: TestClient, outbox: Outbox, project: int
) -> None:
    job = new_job(ada_api, project)["id"]
    while not list_assets(ada_api, job):
        outbox.deliver(1)
    made = list_assets(ada_api, job)[0]

    early = delete(ada_api, made)
    outbox.deliver_all()

    assert early == (409, "project.busy")
    assert ada_api.get(f"/jobs/{job}").json()["status"] == "completed"
    assert delete(ada_api, made) == (204, None)


@pytest.mark.parametrize("kind", ["background", "music"])
def test_an_upload_that_a_job_needs_stays_until_it_has_ended(
    ada_api: TestClient, outbox: Outbox, project: int, kind: str
) -> None:
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]["id"]
    music = upload(ada_api, project, sound("audio/wav"), type="music", content_type="audio/wav")
    still = upload(ada_api, project, image(), type="background", scene_id=scene)
    job = new_job(ada_api, project, music=music["id"])["id"]

    early = delete(ada_api, {"background": still, "music": music}[kind])
    outbox.deliver_all()

    assert early == (409, "project.busy")
    assert ada_api.get(f"/jobs/{job}").json()["status"] == "completed"


def test_what_a_job_found_made_stays_under_every_link(ada_api: TestClient, outbox: Outbox) -> None:
    first = film(ada_api, outbox)
    panel = next(one for one in list_assets(ada_api, first["id"]) if one["type"] == "background")
    second = new_job(ada_api, first["project_id"], subtitles="none")["id"]
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
    new_job(ada_api, project)

    assert delete(ada_api, reference) == (204, None)
