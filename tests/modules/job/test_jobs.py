"""Jobs as clients see them."""

import ast
import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import app
from app.modules.job.state import TRANSITIONS
from tests.files import fetch
from tests.outbox import Outbox
from tests.pipeline.films import create_project, start_job
from tests.visitor import STORY

CONTENT_TYPES = {
    "background": "image/png",
    "clip": "video/mp4",
    "narration": "audio/wav",
    "film": "video/mp4",
    "thumbnail": "image/jpeg",
}


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """Ada's project."""
    return create_project(ada_api, STORY)


def start_film(api: TestClient, project: int, **config: object) -> int:
    """Start a job for a small film and return its id."""
    return int(start_job(api, project, **config)["id"])


def test_one_project_has_one_active_job(ada_api: TestClient, project: int) -> None:
    first = start_film(ada_api, project)

    second = ada_api.post("/jobs", json={"project_id": project})

    assert (second.status_code, second.json()["code"], second.json()["job_id"]) == (
        409,
        "job.active_exists",
        first,
    )


@pytest.mark.parametrize(
    "config",
    [
        {"fps": 60},
        {"resolution": "4k"},
        {"voice": "unknown"},
        {"music": 12345},
        {"audio_volume": 1.5},
        {"subtitles": "loud"},
        {"seed": -1},
        {"colour": "blue"},
    ],
)
def test_a_config_that_is_not_offered_is_refused(ada_api: TestClient, project: int, config: dict) -> None:
    answer = ada_api.post("/jobs", json={"project_id": project, "config": config})

    assert answer.status_code == 422
    assert ada_api.get("/jobs").json() == []


def test_the_options_list_the_values_of_a_config(ada_api: TestClient) -> None:
    options = ada_api.get("/jobs/options").json()

    assert options["config"]["fps"] == [24, 25, 30]
    assert {"storybook", "pencil"} <= set(options["styles"])
    assert set(options["voices"][0]) == {"id", "name", "language"}


def test_a_finished_job_shows_its_film_and_its_files(
    ada_api: TestClient, project: int, outbox: Outbox
) -> None:
    job = start_film(ada_api, project, subtitles="soft", music="bed", fps=25, title="Night")

    outbox.deliver_all()

    done = ada_api.get(f"/jobs/{job}").json()
    assets = ada_api.get(f"/jobs/{job}/assets").json()
    assert (done["film"]["width"], done["film"]["height"]) == (854, 480)
    assert {stage["status"] for stage in done["stages"]} == {"done"}
    for kind, content_type in CONTENT_TYPES.items():
        assert {a["content_type"] for a in assets if a["type"] == kind} == {content_type}, kind
    film = fetch(ada_api, done["output_video_url"])
    assert (film.status_code, len(film.content)) == (200, done["film"]["size_bytes"])
    assert ada_api.get(f"/projects/{project}").json()["video_path"].startswith("http")


@pytest.mark.parametrize("change", ["late", "signature", "key", "filename"])
def test_a_changed_signed_address_is_refused(
    ada_api: TestClient, project: int, outbox: Outbox, local_files: None, change: str
) -> None:
    scene = ada_api.post(f"/projects/{project}/scenes", json={"description": "A dog sat by the sea."}).json()
    ada_api.post(f"/projects/{project}/scenes/{scene['id']}/render", json={"what": "background"})
    outbox.deliver_all()
    url = ada_api.get(f"/projects/{project}").json()["scenes"][0]["background_path"]
    changed = {
        "late": url.replace("expires=1", "expires=2"),
        "signature": url[:-1] + ("0" if url[-1] != "0" else "1"),
        "key": url.replace(".png", ".jpg"),
        "filename": url.replace("filename=", "filename=x"),
    }[change]

    good, refused = ada_api.get(url), ada_api.get(changed)

    assert (good.status_code, good.headers["content-disposition"]) == (200, "inline")
    assert good.headers["cross-origin-resource-policy"] == "cross-origin"
    assert refused.status_code == 403


def test_an_event_stream_replays_resumes_and_ends(ada_api: TestClient, project: int, outbox: Outbox) -> None:
    job = start_film(ada_api, project, audio=False)
    outbox.deliver_all()

    whole = ada_api.get(f"/jobs/{job}/events")
    ids = [int(line[4:]) for line in whole.text.splitlines() if line.startswith("id: ")]
    rest = ada_api.get(f"/jobs/{job}/events", headers={"Last-Event-ID": str(ids[-3])})
    over = ada_api.get(f"/jobs/{job}/events", headers={"Last-Event-ID": str(ids[-1])})
    odd = ada_api.get(f"/jobs/{job}/events", headers={"Last-Event-ID": "odd"})

    assert whole.headers["content-type"].startswith("text/event-stream")
    assert ids == list(range(1, len(ids) + 1))
    data = [json.loads(line[6:]) for line in whole.text.splitlines() if line.startswith("data: ")]
    assert all({"status", "progress"} <= set(event) for event in data)
    assert data[-1]["status"] == "completed"
    assert rest.text.count("id: ") == 2
    assert (over.status_code, odd.text) == (204, whole.text)


def test_owners_may_only_cancel_and_admins_report_for_workers(
    ada_api: TestClient, grace_api: TestClient, project: int
) -> None:
    job = start_film(ada_api, project)

    forbidden = ada_api.patch(f"/jobs/{job}/status", json={"status": "validating"})
    illegal = grace_api.patch(f"/jobs/{job}/status", json={"status": "completed"})
    forward = grace_api.patch(f"/jobs/{job}/status", json={"status": "validating", "progress": 3})

    assert forbidden.status_code == 403
    assert (illegal.status_code, illegal.json()["detail"]) == (
        409,
        "Invalid state transition from pending to completed",
    )
    assert illegal.json()["allowed"] == ["validating", "failed", "cancelled"]
    assert (forward.json()["status"], forward.json()["progress"]) == ("validating", 3)


def test_the_pipeline_does_not_change_a_job_of_an_external_worker(
    ada_api: TestClient, grace_api: TestClient, project: int, outbox: Outbox
) -> None:
    job = start_film(ada_api, project)
    grace_api.patch(f"/jobs/{job}/status", json={"status": "validating"})

    outbox.deliver_all()

    assert ada_api.get(f"/jobs/{job}").json()["status"] == "validating"


def test_an_external_worker_can_not_complete_a_job_without_a_film(
    ada_api: TestClient, grace_api: TestClient, project: int
) -> None:
    job = start_film(ada_api, project)
    path = ["validating", "queued", "processing", "generating_images", "generating_video", "composing"]

    codes = [grace_api.patch(f"/jobs/{job}/status", json={"status": status}).status_code for status in path]
    completed = grace_api.patch(f"/jobs/{job}/status", json={"status": "completed"})

    assert codes == [200] * len(path)
    assert (completed.status_code, completed.json()["code"]) == (409, "job.film_missing")


def test_a_job_that_is_not_finished_has_no_download_and_no_retry(ada_api: TestClient, project: int) -> None:
    job = start_film(ada_api, project)

    assert ada_api.get(f"/jobs/{job}/download-url").json()["code"] == "job.not_completed"
    assert ada_api.post(f"/jobs/{job}/retry").json()["code"] == "job.invalid_transition"


def test_valid_transitions_are_those_of_the_present_status(ada_api: TestClient, project: int) -> None:
    job = start_film(ada_api, project)

    answer = ada_api.get(f"/jobs/{job}/valid-transitions").json()

    assert answer == {
        "current_status": "pending",
        "valid_transitions": ["validating", "failed", "cancelled"],
    }
    assert TRANSITIONS["generating_video"] == ("generating_audio", "composing", "failed", "cancelled")


def test_a_job_of_another_user_is_not_found(ada_api: TestClient, bob_api: TestClient, project: int) -> None:
    job = start_film(ada_api, project)

    paths = ["", "/events", "/history", "/assets", "/download-url", "/valid-transitions"]

    assert {bob_api.get(f"/jobs/{job}{path}").status_code for path in paths} == {404}
    assert bob_api.post(f"/jobs/{job}/cancel").status_code == 404
    assert bob_api.post("/jobs", json={"project_id": project}).status_code == 404


def test_a_film_is_as_long_as_its_project_wants(ada_api: TestClient, outbox: Outbox) -> None:
    request = {"title": "Short", "story_text": STORY, "duration_sec": 8}
    project = ada_api.post("/projects", json=request).json()["id"]
    job = start_film(ada_api, project)

    outbox.deliver_all()

    done = ada_api.get(f"/jobs/{job}").json()
    assert done["error_message"] is None
    assert abs(done["film"]["duration_sec"] - 8) <= 0.5


def test_deleting_a_project_deletes_its_jobs_and_files(
    ada_api: TestClient, project: int, outbox: Outbox
) -> None:
    job = start_film(ada_api, project, audio=False)
    outbox.deliver_all()
    film = ada_api.get(f"/jobs/{job}").json()["output_video_url"]

    answer = ada_api.delete(f"/projects/{project}")
    outbox.deliver_all()

    assert (answer.status_code, ada_api.get(f"/jobs/{job}").status_code) == (204, 404)
    assert fetch(ada_api, film).status_code in {404, 410}


def test_the_status_of_a_job_changes_in_one_file_alone() -> None:
    folder = Path(app.__file__).parent
    callers = {
        str(path.relative_to(folder))
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "move_to"
    }

    assert callers == {"modules/job/lifecycle.py"}
