"""Many requests to draw the same panel are one task, and a flood of others has a low priority."""

from fastapi.testclient import TestClient

from app.core.tasks import LOWEST_PRIORITY
from tests.outbox import Outbox
from tests.pipeline.films import create_project, start_job

MANY = 30


def add_scenes(api: TestClient, project: int, count: int) -> list[int]:
    """Add scenes and return their ids."""
    return [
        int(api.post(f"/projects/{project}/scenes", json={"description": f"Wave {n} came."}).json()["id"])
        for n in range(count)
    ]


def render(api: TestClient, project: int, scene: int) -> int:
    """Request a scene's panel and return the status code of the response."""
    request = {"what": "background"}
    return api.post(f"/projects/{project}/scenes/{scene}/render", json=request).status_code


def test_many_requests_for_the_same_panel_are_one_task(ada_api: TestClient, outbox: Outbox) -> None:
    project = create_project(ada_api)
    scene = add_scenes(ada_api, project, 1)[0]

    answers = {render(ada_api, project, scene) for _ in range(MANY)}

    assert answers == {202}
    assert len(outbox.messages) == 1


def test_a_panel_that_was_drawn_can_be_requested_again(ada_api: TestClient, outbox: Outbox) -> None:
    project = create_project(ada_api)
    scene = add_scenes(ada_api, project, 1)[0]
    render(ada_api, project, scene)
    outbox.deliver_all()

    render(ada_api, project, scene)

    assert len(outbox.messages) == 1


def test_a_flood_of_renders_is_published_with_ever_lower_priority(
    ada_api: TestClient, bob_api: TestClient, outbox: Outbox
) -> None:
    project = create_project(ada_api)
    for scene in add_scenes(ada_api, project, MANY):
        render(ada_api, project, scene)
    flood = [message.priority for message in outbox.messages]
    start_job(bob_api, create_project(bob_api))

    assert flood == [*range(LOWEST_PRIORITY), *[LOWEST_PRIORITY] * (MANY - LOWEST_PRIORITY)]
    assert outbox.messages[-1].priority == 0
