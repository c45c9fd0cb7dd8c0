"""The film's sound track: made beside the clips, copied into the film, found again, and older jobs' films."""

from typing import Any

import av
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.core.database import in_transaction, reading
from app.film.scene_timing import SceneLength
from app.modules.asset.models import Artifact
from app.modules.job.models import Job
from app.modules.task.models import Task, TaskNeed
from app.pipeline.film_plan import PlannedScene, PlannedShot
from app.pipeline.graph import plan_nodes
from app.providers.registry import storage
from tests.outbox import Outbox
from tests.pipeline.films import create_project, make_film, run_to_end, start_job

SMALL = {"resolution": "480p", "transition": "cut"}
TALE = "Mara stood on the shore at dawn. She looked at the sea."


def read_artifact(job_id: int, stage: str) -> Artifact:
    """Return the product of a job's only task of a stage."""
    with reading() as session:
        made = select(Artifact).join(Task, Task.artifact_id == Artifact.id)
        return session.scalars(made.where(Task.job_id == job_id, Task.stage == stage).limit(1)).one()


def read_packets(artifact: Artifact, folder: Any) -> list[bytes]:
    """Return the sound packets of an artifact."""
    path = folder / artifact.storage_key.rpartition("/")[2]
    storage().fetch(artifact.storage_key, path)
    with av.open(path) as file:
        return [bytes(packet) for packet in file.demux(audio=0) if packet.size]


def count_audio(job: dict[str, Any]) -> tuple[int, int]:
    """Return how many tasks of sound a job has, and how many of them were cached."""
    stage = next(one for one in job["stages"] if one["stage"] == "generating_audio")
    return stage["total"], stage["cached"]


def remove_sound_task(session: Session, job_id: int) -> None:
    """Change a planned job into one that an earlier version planned."""
    sound = session.scalars(select(Task).where(Task.job_id == job_id, Task.stage == "sound")).one()
    compose = session.scalars(select(Task).where(Task.job_id == job_id, Task.stage == "compose")).one()
    session.execute(delete(TaskNeed).where(TaskNeed.needed_id == sound.id))
    session.execute(delete(TaskNeed).where(TaskNeed.task_id == sound.id))
    session.execute(delete(Task).where(Task.id == sound.id))
    compose.needs_left -= 1
    compose.params = {"scenes": compose.params["scenes"]}
    session.get_one(Job, job_id).get_stage("generating_audio").total -= 1


@pytest.mark.parametrize("has_audio", [True, False])
def test_the_track_needs_the_takes_and_no_clip(has_audio: bool) -> None:
    shots = tuple(PlannedShot(number, number, str(number), "static") for number in (1, 2))
    scene = PlannedScene(7, "Two words.", shots, SceneLength((1, 1), (None, None), 96))

    nodes = {node.name: node for node in plan_nodes([scene], has_audio=has_audio)}

    assert ("sound/film" in nodes) == has_audio
    if has_audio:
        assert nodes["sound/film"].needs == ("narrate/7",)
        assert "sound/film" in nodes["compose/film"].needs
    assert {"animate/shot-1", "animate/shot-2"} <= set(nodes["compose/film"].needs)


def test_the_film_has_the_packets_of_the_track(ada_api: TestClient, outbox: Outbox, tmp_path: Any) -> None:
    job = make_film(ada_api, outbox, TALE, **SMALL, music="bed")

    track, film = read_artifact(job["id"], "sound"), read_artifact(job["id"], "compose")
    clip = read_artifact(job["id"], "animate")
    assert job["status"] == "completed"
    assert read_packets(film, tmp_path) == read_packets(track, tmp_path)
    assert track.meta.items() >= film.meta["quality"]["sound"].items()
    assert track.meta["seconds"] == pytest.approx(job["film"]["duration_sec"], abs=1e-6)
    assert clip.meta["quality"]["frames"] > 0
    assert film.meta["quality"]["shots"]["count"] > 1


def test_an_edited_shot_uses_the_same_track_again(ada_api: TestClient, outbox: Outbox) -> None:
    first = make_film(ada_api, outbox, TALE, **SMALL)
    project = first["project_id"]
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]
    shot = scene["shots"][-1]
    size = "close_up" if shot["shot_type"] != "close_up" else "full"
    place = f"/projects/{project}/scenes/{scene['id']}/shots/{shot['id']}"

    ada_api.patch(place, json={"shot_type": size})
    edited = run_to_end(ada_api, outbox, start_job(ada_api, project, **SMALL)["id"])
    louder = ada_api.post(
        "/jobs/estimate", json={"project_id": project, "config": {**SMALL, "audio_volume": 0.5}}
    ).json()

    assert count_audio(first) == (2, 0)
    assert count_audio(edited) == (2, 2)
    assert read_artifact(first["id"], "sound").id == read_artifact(edited["id"], "sound").id
    assert read_artifact(first["id"], "compose").id != read_artifact(edited["id"], "compose").id
    assert [(one["tasks"], one["cached"]) for one in louder["stages"]][-2:] == [(2, 1), (1, 0)]


def test_a_job_that_was_planned_without_a_track_completes(
    ada_api: TestClient, outbox: Outbox, tmp_path: Any
) -> None:
    job_id = start_job(ada_api, create_project(ada_api, TALE), **SMALL)["id"]
    while not is_planned(job_id):
        assert outbox.deliver(1)
    in_transaction(lambda session: remove_sound_task(session, job_id))

    job = run_to_end(ada_api, outbox, job_id)
    in_transaction(lambda session: forget_quality(session, job_id))
    again = run_to_end(ada_api, outbox, start_job(ada_api, job["project_id"], **SMALL, title="Again")["id"])

    assert (job["status"], count_audio(job)) == ("completed", (1, 0))
    assert (again["status"], count_audio(again)) == ("completed", (2, 1))
    films = [read_artifact(one["id"], "compose") for one in (job, again)]
    assert films[0].meta["quality"]["picture"] == films[1].meta["quality"]["picture"]
    assert read_packets(films[0], tmp_path) == read_packets(films[1], tmp_path)


def is_planned(job_id: int) -> bool:
    with reading() as session:
        return (
            session.scalar(select(Task.id).where(Task.job_id == job_id, Task.stage == "compose")) is not None
        )


def forget_quality(session: Session, job_id: int) -> None:
    """Change a job's clips into those that an earlier version made."""
    made = select(Artifact).join(Task, Task.artifact_id == Artifact.id)
    for clip in session.scalars(made.where(Task.job_id == job_id, Task.stage == "animate")):
        clip.meta = {name: value for name, value in clip.meta.items() if name != "quality"}
