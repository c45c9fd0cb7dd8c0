"""The graph of a film by shots or by scenes, as it is stored; nothing of it is drawn or filmed."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from app.core.database import reading
from app.modules.task.models import Task, TaskNeed
from app.pipeline.film_plan import CardParams
from tests.outbox import Outbox
from tests.pipeline.films import create_project, start_job
from tests.scripted import ScriptedImages

TALK = (
    "Mara met Tom in the kitchen. “Good morning, Tom, and welcome home,” said Mara. “Good morning, my dear "
    "Mara,” said Tom. “Did you sleep well in the old house?” asked Mara. “I slept very well,” said Tom."
)
TRAVEL = (
    "Mara stood on the shore at dawn. She looked at the sea.\n\n"
    "At night she ran into the forest. A wolf followed her."
)
Graph = dict[str, Task]


def plan(api: TestClient, outbox: Outbox, project: int, **config: Any) -> Graph:
    """Return the tasks of a new job by their names, once they are planned; the job is cancelled then."""
    job = start_job(api, project, **config)["id"]
    while "compose/film" not in (graph := read_graph(job)):
        assert outbox.deliver(1)
    api.post(f"/jobs/{job}/cancel")
    outbox.messages.clear()
    return graph


def read_graph(job: int) -> Graph:
    with reading() as session:
        tasks = session.scalars(select(Task).where(Task.job_id == job)).all()
    return {task.subject.partition("/")[2]: task for task in tasks}


def list_needs(graph: Graph, name: str) -> set[str]:
    """Return the names of the tasks that a task needs."""
    with reading() as session:
        ids = set(session.scalars(select(TaskNeed.needed_id).where(TaskNeed.task_id == graph[name].id)))
    return {other for other, task in graph.items() if task.id in ids}


def list_scenes(api: TestClient, project: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = api.get(f"/projects/{project}/scenes").json()
    return found


def list_of(graph: Graph, stage: str) -> list[str]:
    return [name for name in graph if name.startswith(f"{stage}/")]


def test_every_shot_has_a_clip_of_its_still_and_its_scenes_take(ada_api: TestClient, outbox: Outbox) -> None:
    project = create_project(ada_api, TRAVEL)

    graph = plan(ada_api, outbox, project, transition="cut")

    for scene in list_scenes(ada_api, project):
        for shot in scene["shots"]:
            needs = list_needs(graph, f"animate/shot-{shot['id']}")
            assert needs == {f"draw/shot-{shot['id']}", f"narrate/{scene['id']}"}
    assert list_needs(graph, "compose/film") >= set(list_of(graph, "animate"))


def test_shots_of_the_same_setup_share_a_still_that_is_drawn_once(
    ada_api: TestClient, outbox: Outbox
) -> None:
    project = create_project(ada_api, TALK)

    estimate = ada_api.post("/jobs/estimate", json={"project_id": project}).json()
    graph = plan(ada_api, outbox, project)

    stills = [graph[name] for name in list_of(graph, "draw")]
    assert len(stills) == estimate["images"] < estimate["shots"] == len(list_of(graph, "animate"))
    shown = [shot for still in stills for shot in still.params["shots"]]
    assert sorted(shown) == sorted(
        shot["id"] for scene in list_scenes(ada_api, project) for shot in scene["shots"]
    )


def test_with_coverage_scene_each_scene_is_one_take_of_its_first_shot(
    ada_api: TestClient, outbox: Outbox
) -> None:
    project = create_project(ada_api, TRAVEL)

    graph = plan(ada_api, outbox, project, coverage="scene")

    scenes = list_scenes(ada_api, project)
    assert set(list_of(graph, "animate")) == {f"animate/{scene['id']}" for scene in scenes}
    assert set(list_of(graph, "draw")) == {f"draw/shot-{scene['shots'][0]['id']}" for scene in scenes}
    assert max(len(scene["shots"]) for scene in scenes) > 1


def test_paid_pictures_are_drawn_for_scenes_unless_shots_are_asked_for(
    ada_api: TestClient, scripted_images: type[ScriptedImages]
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
    apart = plan(ada_api, outbox, project, transition="crossfade", audio=False)
    first, second = list_scenes(ada_api, project)
    same = {name: first[name] for name in ("setting", "time_of_day", "heading", "background_prompt")}

    ada_api.patch(f"/projects/{project}/scenes/{second['id']}", json=same)
    together = plan(ada_api, outbox, project, transition="crossfade", audio=False)

    opening, *_, ending = (f"animate/shot-{shot['id']}" for shot in list_scenes(ada_api, project)[1]["shots"])
    needs = [len(list_needs(graph, name)) for graph in (apart, together) for name in (opening, ending)]
    assert needs == [2, 1, 1, 1]


@pytest.mark.parametrize("seconds", [12, 30])
def test_a_film_of_a_fixed_length_shares_it_out_over_its_shots(
    ada_api: TestClient, outbox: Outbox, seconds: int
) -> None:
    body = {"title": "Travel", "story_text": "\n\n".join([TRAVEL] * 3), "duration_sec": seconds}
    project = int(ada_api.post("/projects", json=body).json()["id"])

    graph = plan(ada_api, outbox, project)

    scenes = list_scenes(ada_api, project)
    cards = sum(CardParams.load(graph[name].params).planned.frames for name in list_of(graph, "card")) / 24
    assert 0 < cards <= seconds / 4
    assert cards + sum(scene["duration_sec"] for scene in scenes) == pytest.approx(seconds, abs=0.1)
    for scene in scenes:
        assert "".join(shot["text"] for shot in scene["shots"]) == scene["narration"]
