"""Films that are made shot by shot: stills that are shared, shots that are made anew, scenes as one take."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from app.core.database import reading
from app.modules.job.models import JobEvent
from app.modules.task.models import Task, TaskNeed
from app.vocabulary.timing import LEAD_SEC
from tests.outbox import Outbox
from tests.pipeline.films import create_project, make_film, run_to_end, start_job
from tests.scripted import ScriptedImages

TALK = (
    "Mara met Tom in the kitchen. “Good morning, Tom,” said Mara. “Good morning, Mara,” said Tom. "
    "“Did you sleep well?” asked Mara. “I slept very well,” said Tom."
)
TRAVEL = (
    "Mara stood on the shore at dawn. She looked at the sea.\n\n"
    "At night she ran into the forest. A wolf followed her."
)
SMALL = {"resolution": "480p", "transition": "cut"}


def list_shots(api: TestClient, project: int) -> list[dict[str, Any]]:
    """Return all shots of a project in order."""
    return [shot for scene in api.get(f"/projects/{project}/scenes").json() for shot in scene["shots"]]


def list_assets(api: TestClient, job: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return the assets of a job that are of one type."""
    return [one for one in api.get(f"/jobs/{job['id']}/assets").json() if one["type"] == kind]


def count(job: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Return the tasks of each stage of a job, and how many of them were cached."""
    return {stage["stage"]: (stage["total"], stage["cached"]) for stage in job["stages"]}


def test_every_shot_has_a_clip_and_they_are_as_long_as_the_film(ada_api: TestClient, outbox: Outbox) -> None:
    job = make_film(ada_api, outbox, TRAVEL, **SMALL)

    shots, clips = list_shots(ada_api, job["project_id"]), list_assets(ada_api, job, "clip")
    assert len(shots) > len(ada_api.get(f"/projects/{job['project_id']}/scenes").json()) > 1
    assert {clip["shot_id"] for clip in clips} == {shot["id"] for shot in shots}
    assert sum(clip["meta"]["frames"] for clip in clips) == round(job["film"]["duration_sec"] * 24)
    assert all(shot["still_path"] for shot in shots)


def test_shots_of_the_same_setup_share_a_still_that_is_drawn_once(
    ada_api: TestClient, outbox: Outbox
) -> None:
    project = create_project(ada_api, TALK)
    estimate = ada_api.post("/jobs/estimate", json={"project_id": project, "config": SMALL}).json()

    job = run_to_end(ada_api, outbox, start_job(ada_api, project, **SMALL)["id"])

    stills = {still["sha256"] for still in list_assets(ada_api, job, "background")}
    assert len(stills) == estimate["images"] < estimate["shots"] == len(list_shots(ada_api, project))
    assert count(job)["generating_images"] == (len(stills), 0)
    assert count(job)["generating_video"] == (estimate["shots"], 0)


def test_an_edit_of_one_shot_makes_its_still_and_clip_anew(ada_api: TestClient, outbox: Outbox) -> None:
    first = make_film(ada_api, outbox, TRAVEL, **SMALL)
    project = first["project_id"]
    shot = list_shots(ada_api, project)[1]
    place = f"/projects/{project}/scenes/{shot['scene_id']}/shots/{shot['id']}"
    size = "close_up" if shot["shot_type"] != "close_up" else "full"

    ada_api.patch(place, json={"shot_type": size})
    second = run_to_end(ada_api, outbox, start_job(ada_api, project, **SMALL)["id"])

    for stage in ("generating_images", "generating_video"):
        total, cached = count(second)[stage]
        assert (total, cached) == (count(first)[stage][0], total - 1)
    assert count(second)["generating_audio"][0] == count(second)["generating_audio"][1]


def test_a_held_shot_makes_the_film_longer_and_the_words_after_it_later(
    ada_api: TestClient, outbox: Outbox
) -> None:
    first = make_film(ada_api, outbox, TRAVEL, **SMALL, subtitles="soft")
    shot = list_shots(ada_api, first["project_id"])[0]
    place = f"/projects/{first['project_id']}/scenes/{shot['scene_id']}/shots/{shot['id']}"
    frames = min(clip["meta"]["frames"] for clip in list_assets(ada_api, first, "clip"))

    ada_api.patch(place, json={"duration_sec": 9.0})
    second = run_to_end(
        ada_api, outbox, start_job(ada_api, first["project_id"], **SMALL, subtitles="soft")["id"]
    )

    held = next(clip for clip in list_assets(ada_api, second, "clip") if clip["shot_id"] == shot["id"])
    clip = next(one for one in list_assets(ada_api, first, "clip") if one["shot_id"] == shot["id"])
    assert held["meta"]["frames"] == 9 * 24 > frames
    longer = (held["meta"]["frames"] - clip["meta"]["frames"]) / 24
    assert second["film"]["duration_sec"] == pytest.approx(first["film"]["duration_sec"] + longer)


def test_with_coverage_scene_each_scene_is_one_take_of_its_first_shot(
    ada_api: TestClient, outbox: Outbox
) -> None:
    job = make_film(ada_api, outbox, TRAVEL, **SMALL, coverage="scene")

    scenes = ada_api.get(f"/projects/{job['project_id']}/scenes").json()
    clips = list_assets(ada_api, job, "clip")
    assert [(clip["scene_id"], clip["shot_id"]) for clip in clips] == [(one["id"], None) for one in scenes]
    assert count(job)["generating_images"] == count(job)["generating_video"] == (len(scenes), 0)
    stills = list_assets(ada_api, job, "background")
    assert {still["shot_id"] for still in stills} == {scene["shots"][0]["id"] for scene in scenes}
    assert len(scenes[0]["shots"]) > 1


def test_paid_pictures_are_drawn_for_scenes_unless_shots_are_asked_for(
    ada_api: TestClient, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    project = create_project(ada_api, TRAVEL)

    auto, shots = (
        ada_api.post("/jobs/estimate", json={"project_id": project, "config": {"coverage": coverage}}).json()
        for coverage in ("auto", "shots")
    )

    assert auto["images"] == auto["shots"] == auto["scenes"]
    assert shots["shots"] > auto["shots"]
    assert scripted_images.calls == 0


def test_a_scene_dissolves_only_from_another_place_or_time(ada_api: TestClient, outbox: Outbox) -> None:
    project = create_project(ada_api, TRAVEL)
    ada_api.post(f"/projects/{project}/segment")
    outbox.deliver_all()
    first, second = ada_api.get(f"/projects/{project}/scenes").json()
    same = {name: first[name] for name in ("setting", "time_of_day", "heading", "background_prompt")}
    config = {"resolution": "480p", "transition": "crossfade", "audio": False}
    apart = run_to_end(ada_api, outbox, start_job(ada_api, project, **config)["id"])

    ada_api.patch(f"/projects/{project}/scenes/{second['id']}", json=same)
    together = run_to_end(ada_api, outbox, start_job(ada_api, project, **config)["id"])
    ids = [shot["id"] for shot in list_shots(ada_api, project) if shot["scene_id"] == second["id"]]

    assert needs_of_clip(apart, ids[0]) == 2
    assert needs_of_clip(together, ids[0]) == 1
    assert needs_of_clip(apart, ids[-1]) == 1


def needs_of_clip(job: dict[str, Any], shot_id: int) -> int:
    """Return how many tasks the clip of a shot needed."""
    with reading() as session:
        name = f"job:{job['id']}/animate/shot-{shot_id}"
        needs = select(func.count()).select_from(TaskNeed).join(Task, Task.id == TaskNeed.task_id)
        return session.scalar(needs.where(Task.subject == name)) or 0


def test_progress_names_scene_and_shot(ada_api: TestClient, outbox: Outbox) -> None:
    job = make_film(ada_api, outbox, TRAVEL, **SMALL)

    with reading() as session:
        events = session.scalars(select(JobEvent).where(JobEvent.job_id == job["id"])).all()
    filmed = [event.data for event in events if event.data.get("stage") == "generating_video"]
    ids = {shot["id"]: shot["scene_id"] for shot in list_shots(ada_api, job["project_id"])}
    assert {event["shot_id"]: event["scene_id"] for event in filmed} == ids
    assert max(event["done"] for event in filmed) == len(ids)


def test_a_film_of_a_fixed_length_shares_it_out_over_its_shots(ada_api: TestClient, outbox: Outbox) -> None:
    body = {"title": "Travel", "story_text": TRAVEL, "duration_sec": 30}
    project = int(ada_api.post("/projects", json=body).json()["id"])

    job = run_to_end(ada_api, outbox, start_job(ada_api, project, **SMALL)["id"])

    assert job["film"]["duration_sec"] == pytest.approx(30, abs=0.1)
    shots = list_shots(ada_api, project)
    assert sum(shot["duration_sec"] for shot in shots) == pytest.approx(30, abs=0.1)
    narrations = [scene["narration"] for scene in ada_api.get(f"/projects/{project}/scenes").json()]
    assert "".join(shot["text"] for shot in shots) == "".join(narrations)
    assert min(clip["meta"]["frames"] for clip in list_assets(ada_api, job, "clip")) / 24 > LEAD_SEC


def test_a_condensed_film_tells_in_its_shots_what_it_narrates(ada_api: TestClient, outbox: Outbox) -> None:
    body = {"title": "Travel", "story_text": TRAVEL * 3, "duration_sec": 12}
    project = int(ada_api.post("/projects", json=body).json()["id"])

    job = run_to_end(ada_api, outbox, start_job(ada_api, project, **SMALL)["id"])

    scenes = ada_api.get(f"/projects/{project}/scenes").json()
    assert job["status"] == "completed"
    assert any("condensed" in note for scene in scenes for note in scene["notes"])
    for scene in scenes:
        assert "".join(shot["text"] for shot in scene["shots"]) == scene["narration"]
