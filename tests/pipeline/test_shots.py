"""Films that are made shot by shot: an edit remakes its shot alone, and a held shot moves what follows."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from app.core.database import reading
from app.modules.job.models import JobEvent
from tests.outbox import Outbox
from tests.pipeline.films import create_project, run_to_end, start_job

STORY = "Mara stood on the shore at dawn. At night she ran into the forest."


def list_shots(api: TestClient, project: int) -> list[dict[str, Any]]:
    """Return all shots of a project in order."""
    return [shot for scene in api.get(f"/projects/{project}/scenes").json() for shot in scene["shots"]]


def list_clips(api: TestClient, job: dict[str, Any]) -> dict[int, int]:
    """Return the frames of a job's clips by the id of their shot."""
    assets = api.get(f"/jobs/{job['id']}/assets").json()
    return {one["shot_id"]: one["meta"]["frames"] for one in assets if one["type"] == "clip"}


def count(job: dict[str, Any], stage: str) -> tuple[int, int]:
    """Return the tasks of a stage of a job, and how many of them were cached."""
    return next((one["total"], one["cached"]) for one in job["stages"] if one["stage"] == stage)


def test_an_edited_shot_is_made_anew_alone_and_a_held_one_makes_the_film_longer(
    ada_api: TestClient, outbox: Outbox
) -> None:
    project, config = (
        create_project(ada_api, STORY),
        {"transition": "cut", "subtitles": "soft", "titles": False},
    )
    first = run_to_end(ada_api, outbox, start_job(ada_api, project, **config)["id"])
    shots, clips = list_shots(ada_api, project), list_clips(ada_api, first)
    edited = f"/projects/{project}/scenes/{shots[-1]['scene_id']}/shots/{shots[-1]['id']}"
    held = f"/projects/{project}/scenes/{shots[0]['scene_id']}/shots/{shots[0]['id']}"

    ada_api.patch(edited, json={"shot_type": "insert" if shots[-1]["shot_type"] == "full" else "full"})
    second = run_to_end(ada_api, outbox, start_job(ada_api, project, **config)["id"])
    ada_api.patch(held, json={"duration_sec": 9.0})
    third = run_to_end(ada_api, outbox, start_job(ada_api, project, **config)["id"])

    total = len(shots)
    assert set(clips) == {shot["id"] for shot in shots}
    assert sum(clips.values()) == round(first["film"]["duration_sec"] * 24)
    assert count(second, "generating_images") == count(second, "generating_video") == (total, total - 1)
    assert count(second, "generating_audio")[0] == count(second, "generating_audio")[1]
    assert list_clips(ada_api, third)[shots[0]["id"]] == 9 * 24
    longer = 9 - clips[shots[0]["id"]] / 24
    assert third["film"]["duration_sec"] == pytest.approx(second["film"]["duration_sec"] + longer)
    assert count(third, "generating_images") == (total, total)
    assert list_filmed(first) == {shot["id"]: shot["scene_id"] for shot in shots}


def list_filmed(job: dict[str, Any]) -> dict[int, int]:
    """Return the scenes of the shots that the events of a job have named as filmed."""
    with reading() as session:
        events = session.scalars(select(JobEvent).where(JobEvent.job_id == job["id"])).all()
    filmed = [event.data for event in events if event.data.get("stage") == "generating_video"]
    return {event["shot_id"]: event["scene_id"] for event in filmed}
