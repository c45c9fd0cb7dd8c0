"""The conventions of the API: lists, idempotency, numbers as texts, unknown fields and times."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.openapi import SCHEMA
from tests.outbox import Outbox
from tests.visitor import STORY

NEW = {"title": "Lantern", "story_text": STORY}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
CURSORS = ["0", "-1", "1", "999999999", "9" * 30, "9" * 5000, "bananas", "1-", f"1-{'0' * 16}", "١", ""]


def create_projects(api: TestClient, count: int) -> list[int]:
    """Create projects and return their ids, newest first."""
    titles = [f"Film {number}" for number in range(count)]
    return [api.post("/projects", json=NEW | {"title": title}).json()["id"] for title in titles][::-1]


@pytest.mark.parametrize("path", ["/projects", "/jobs"])
@pytest.mark.parametrize(
    "cursor",
    ["0", "-1", "1", "999999999", "9" * 30, "9" * 5000, "bananas", "1-", "1-0000000000000000", "١", ""],
)
def test_a_cursor_of_no_page_is_invalid(ada_api: TestClient, path: str, cursor: str) -> None:
    create_projects(ada_api, 2)

    answer = ada_api.get(path, params={"cursor": cursor})

    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


def test_a_list_is_read_page_by_page_while_its_items_are_deleted(ada_api: TestClient) -> None:
    ids, url, found = create_projects(ada_api, 3), "/projects?limit=1&q=film", []

    while url:
        answer = ada_api.get(url)
        found += [project["id"] for project in answer.json()]
        url = answer.links.get("next", {}).get("url", "")
        ada_api.delete(f"/projects/{found[-1]}")

    assert found == ids


@pytest.fixture
def idempotent(ada_api: TestClient, outbox: Outbox) -> list[tuple[str, dict[str, Any] | None]]:
    """The four routes that take an Idempotency-Key, with a body for each."""
    first, second, third = create_projects(ada_api, 3)
    cancelled = ada_api.post("/jobs", json={"project_id": third}).json()["id"]
    ada_api.post(f"/jobs/{cancelled}/cancel")
    return [
        ("/projects", NEW),
        ("/projects/segment", {"projectId": first}),
        ("/jobs", {"project_id": second}),
        (f"/jobs/{cancelled}/retry", None),
    ]


def test_the_same_request_with_the_same_key_gets_the_first_answer(
    ada_api: TestClient, idempotent: list[tuple[str, dict[str, Any] | None]]
) -> None:
    for path, body in idempotent:
        first, again, other_address = (
            ada_api.post(address, json=body, headers={"Idempotency-Key": "one"})
            for address in (path, path, f"/api/v1{path}/")
        )

        assert first.status_code in {201, 202}
        assert "idempotency-replayed" not in first.headers
        for replayed in (again, other_address):
            assert (replayed.status_code, replayed.json()) == (first.status_code, first.json())
            assert replayed.headers["idempotency-replayed"] == "true"
            assert replayed.headers.get("location") == first.headers.get("location")


@pytest.mark.parametrize("key", ["", "x" * 256, "x" * 5000])
def test_a_key_that_can_not_be_kept_whole_is_refused(ada_api: TestClient, key: str) -> None:
    answer = ada_api.post("/projects", json=NEW, headers={"Idempotency-Key": key})

    assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, ["header", "idempotency-key"])
    assert ada_api.get("/projects").json() == []


def test_numbers_may_be_sent_as_texts(ada_api: TestClient) -> None:
    project = ada_api.post("/projects", json=NEW | {"duration_sec": "20"}).json()
    path = f"/projects/{project['id']}/scenes"
    scenes = [ada_api.post(path, json={"description": "A scene.", "scene_index": "0"}).json() for _ in "ab"]
    config = {"fps": "25", "audio_volume": "0.5", "seed": "7"}

    ordered = ada_api.put(f"{path}/order", json={"scene_ids": [str(scene["id"]) for scene in scenes]})
    changed = ada_api.patch(f"{path}/{scenes[0]['id']}", json={"duration_sec": "7.5"})
    job = ada_api.post("/jobs", json={"project_id": str(project["id"]), "config": config})

    assert (project["duration_sec"], changed.json()["duration_sec"]) == (20.0, 7.5)
    assert (ordered.status_code, job.status_code) == (200, 201)
    assert job.json()["config"] | {"fps": 25, "audio_volume": 0.5, "seed": 7} == job.json()["config"]


def list_bodies() -> Iterator[str]:
    """Yield the names of the schemas of all JSON bodies and of the objects in them."""
    used = [
        operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
        for methods in SCHEMA["paths"].values()
        for operation in methods.values()
    ]
    names = re.findall(r"#/components/schemas/(\w+)", str(used))
    while names:
        name = names.pop()
        yield name
        names += re.findall(r"#/components/schemas/(\w+)", str(SCHEMA["components"]["schemas"][name]))


def test_every_body_refuses_unknown_fields() -> None:
    objects = {
        name for name in list_bodies() if SCHEMA["components"]["schemas"][name].get("type") == "object"
    }

    assert len(objects) > 20
    assert [
        n for n in objects if SCHEMA["components"]["schemas"][n]["additionalProperties"] is not False
    ] == []


def list_times(node: Any, name: str = "") -> Iterator[str]:
    """Yield the values of all fields that hold a time."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from list_times(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from list_times(value, name)
    elif (name == "at" or name.endswith("_at")) and node is not None:
        yield node


def test_all_times_are_utc_with_z(ada_api: TestClient, grace_api: TestClient) -> None:
    project = create_projects(ada_api, 1)[0]
    ada_api.post(f"/projects/{project}/scenes", json={"description": "A scene."})
    job = ada_api.post("/jobs", json={"project_id": project}).json()["id"]
    own = ["/projects", f"/projects/{project}", "/jobs", f"/jobs/{job}/history", "/auth/me", "/auth/sessions"]
    admins = ["/admin/users", "/admin/jobs", "/admin/audit"]

    answers = [ada_api.get(path).json() for path in own] + [grace_api.get(path).json() for path in admins]

    times = list(list_times(answers))
    assert len(times) > 15
    assert [time for time in times if not TIME.fullmatch(time)] == []
