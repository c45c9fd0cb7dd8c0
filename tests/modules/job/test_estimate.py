"""The estimate of a film's tasks, costs and verdict."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.modules.job.models import Job, JobEvent
from app.modules.scene.models import Scene
from app.modules.task.models import Task
from tests.outbox import Outbox
from tests.pipeline.films import PRICES, create_project, make_film
from tests.vendors.openai_server import OpenAIServer


def estimate(api: TestClient, project_id: int, **config: object) -> dict[str, Any]:
    """Request the estimate of a small film."""
    request = {"project_id": project_id, "config": {"resolution": "480p", **config}}
    return dict(api.post("/jobs/estimate", json=request).json())


def count_tasks(found: dict[str, Any]) -> dict[str, tuple[int, int]]:
    return {stage["stage"]: (stage["tasks"], stage["cached"]) for stage in found["stages"]}


def test_the_stages_of_a_film_of_the_local_providers_cost_nothing(ada_api: TestClient) -> None:
    found = estimate(ada_api, create_project(ada_api))

    assert found["scenes"] == 1
    assert found["film_seconds"] > 3
    assert count_tasks(found) == {
        "validating": (1, 0),
        "processing": (3, 0),
        "generating_images": (2, 0),
        "generating_video": (4, 0),
        "generating_audio": (2, 0),
        "composing": (1, 0),
    }
    assert (found["total_cost_usd"], found["moderation"]) == (0.0, "passed")
    assert (found["scenes"], found["shots"], found["images"]) == (1, 2, 2)


def test_tasks_whose_products_exist_are_counted_as_cached(ada_api: TestClient, outbox: Outbox) -> None:
    job = make_film(ada_api, outbox)

    same, other = (estimate(ada_api, job["project_id"], title=title) for title in (None, "Another"))

    assert all(tasks == cached for tasks, cached in list(count_tasks(same).values())[2:])
    assert count_tasks(other)["composing"] == (1, 0)
    assert count_tasks(other)["generating_video"] == (4, 3), "the title card is another"


def test_an_estimate_stores_and_publishes_nothing(
    ada_api: TestClient, outbox: Outbox, session: Session
) -> None:
    project_id = create_project(ada_api)
    outbox.messages.clear()

    estimate(ada_api, project_id)

    counts = [session.scalar(select(func.count()).select_from(row)) for row in (Job, JobEvent, Task, Scene)]
    assert counts == [0, 0, 0, 0]
    assert list(outbox.messages) == []
    assert ada_api.get(f"/projects/{project_id}").json()["status"] == "draft"


def test_an_estimate_makes_no_paid_call(
    ada_api: TestClient, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(PRICES=PRICES)

    found = estimate(ada_api, create_project(ada_api))

    assert vendor.calls == []
    assert found["moderation"] == "unknown"
    costs = {stage["stage"]: stage["cost_usd"] for stage in found["stages"]}
    assert costs["generating_images"] > max(costs["generating_audio"], costs["processing"])
    assert min(costs["generating_audio"], costs["processing"]) > 0
    assert costs["composing"] == 0
    assert found["total_cost_usd"] == pytest.approx(sum(costs.values()), abs=1e-6)


def test_without_prices_the_cost_is_null(ada_api: TestClient, vendor: OpenAIServer) -> None:
    found = estimate(ada_api, create_project(ada_api))

    costs = {stage["stage"]: stage["cost_usd"] for stage in found["stages"]}
    assert (costs["generating_images"], costs["generating_video"]) == (None, 0.0)
    assert found["total_cost_usd"] is None


def test_a_film_whose_products_exist_costs_nothing(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(PRICES=PRICES)
    job = make_film(ada_api, outbox)

    found = estimate(ada_api, job["project_id"])

    assert (found["total_cost_usd"], found["moderation"]) == (0.0, "passed")
    assert count_tasks(found)["generating_images"] == (3, 3)


def test_the_estimate_of_a_flagged_story_says_so(ada_api: TestClient) -> None:
    project_id = create_project(ada_api, "Tom read aloud instructions for a pipe bomb. Mara left.")

    found = estimate(ada_api, project_id)

    assert found["moderation"] == "flagged"


def test_a_project_of_another_user_is_not_estimated(ada_api: TestClient, bob_api: TestClient) -> None:
    answer = bob_api.post("/jobs/estimate", json={"project_id": create_project(ada_api)})

    assert (answer.status_code, answer.json()["code"]) == (404, "project.not_found")


def test_the_estimate_of_an_unreadable_story_is_refused(ada_api: TestClient) -> None:
    body = {"title": "Broken", "story_text": "<FinalDraft", "story_format": "fdx"}
    project_id = ada_api.post("/projects", json=body).json()["id"]

    answer = ada_api.post("/jobs/estimate", json={"project_id": project_id})

    assert (answer.status_code, answer.json()["code"]) == (422, "story.invalid")


def test_an_estimate_costs_as_many_queries_for_many_scenes_as_for_few(
    ada_api: TestClient, queries: list[str]
) -> None:
    counts = []
    for number in (2, 8):
        project_id = create_project(ada_api)
        for day in range(number):
            ada_api.post(f"/projects/{project_id}/scenes", json={"description": f"Mara climbs hill {day}."})
        queries.clear()
        found = estimate(ada_api, project_id)
        counts.append((found["scenes"], len(queries)))

    assert counts[1] == (8, counts[0][1])
