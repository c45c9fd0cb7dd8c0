"""Another user's objects are answered exactly like missing ones, on every route that takes an id."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.accounts import strip_instance
from tests.openapi import SCHEMA

MISSING = 9_007_199_254_740_991
STORY = "Mara found a lantern on the shore at dawn.\n\nAt night she carried it into the dark forest."
BODIES: dict[str, dict[str, Any]] = {
    "update_project": {"title": "Mine now"},
    "replace_project": {"title": "Mine now"},
    "change_project_status": {"status": "draft"},
    "create_scene": {"description": "Mine now."},
    "update_scene": {"description": "Mine now."},
    "render_scene": {"what": "all"},
    "update_shot": {"action": "Mine now."},
    "split_shot": {"at": 2},
    "create_character": {"name": "Mine"},
    "update_character": {"name": "Mine"},
    "change_job_status": {"status": "cancelled"},
}
OWNED = ("project_id", "job_id", "asset_id", "scene_id", "shot_id", "character_id", "render_id")


def routes() -> list[tuple[str, str, str]]:
    """Return all operations outside /admin whose path has the id of an owned object."""
    return [
        (operation["operationId"], method.upper(), path)
        for path, operations in SCHEMA["paths"].items()
        for method, operation in operations.items()
        if any(f"{{{name}}}" in path for name in OWNED) and "/admin/" not in path
    ]


@pytest.fixture
def of_ada(ada_api: TestClient) -> dict[str, int]:
    """A project of Ada's with a scene and its shot, a character, a render and a job."""
    project = ada_api.post("/projects", json={"title": "Lantern", "story_text": STORY}).json()["id"]
    scene = ada_api.post(f"/projects/{project}/scenes", json={"description": "A shore."}).json()
    path = f"/projects/{project}/characters"
    character = ada_api.post(path, json={"name": "Mara"}).json()["id"]
    render = ada_api.post(f"{path}/{character}/render").json()["id"]
    job = ada_api.post("/jobs", json={"project_id": project}).json()["id"]
    of_scene = {"scene_id": scene["id"], "shot_id": scene["shots"][0]["id"]}
    of_project = {"project_id": project, "character_id": character, "render_id": render}
    return {**of_project, **of_scene, "job_id": job, "asset_id": MISSING}


@pytest.mark.parametrize(("name", "method", "path"), routes(), ids=lambda value: value)
def test_another_users_object_is_answered_like_a_missing_one(
    bob_api: TestClient, of_ada: dict[str, int], name: str, method: str, path: str
) -> None:
    ids = {
        "reorder_scenes": {"scene_ids": [of_ada["scene_id"]]},
        "merge_character": {"into": of_ada["character_id"]},
    }
    body = ids.get(name) or BODIES.get(name)

    theirs = bob_api.request(method, path.format(**of_ada), json=body)
    missing = bob_api.request(method, path.format(**dict.fromkeys(OWNED, MISSING)), json=body)

    assert theirs.status_code == 404
    assert strip_instance(theirs) == strip_instance(missing)


@pytest.mark.parametrize("path", ["/jobs", "/jobs/estimate", "/projects/segment"])
def test_ids_in_a_body_must_be_ones_own(bob_api: TestClient, of_ada: dict[str, int], path: str) -> None:
    theirs = bob_api.post(path, json={"project_id": of_ada["project_id"]})
    missing = bob_api.post(path, json={"project_id": MISSING})

    assert theirs.status_code == 404
    assert strip_instance(theirs) == strip_instance(missing)


def test_lists_contain_only_ones_own_objects(bob_api: TestClient, of_ada: dict[str, int]) -> None:
    assert bob_api.get("/projects").json() == []
    assert bob_api.get("/jobs").json() == []
    assert bob_api.get("/jobs", params={"project_id": of_ada["project_id"]}).json() == []


@pytest.mark.parametrize(("name", "method", "path"), routes(), ids=lambda value: value)
def test_every_route_needs_a_session(
    browser: TestClient, of_ada: dict[str, int], name: str, method: str, path: str
) -> None:
    answer = browser.request(method, path.format(**of_ada), json=BODIES.get(name, {}))

    assert (answer.status_code, answer.json()["code"]) == (401, "auth.not_authenticated")
