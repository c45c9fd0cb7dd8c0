"""The routes of projects."""

import pytest
from fastapi.testclient import TestClient

from tests.visitor import STORY

NEW = {"title": "Lantern", "story_text": STORY}


def test_a_new_project_has_defaults(ada_api: TestClient) -> None:
    answer = ada_api.post("/api/v1/projects/", json=NEW)

    project = answer.json()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/api/v1/projects/{project['id']}")
    chosen = {name: project[name] for name in ("status", "style", "aspect_ratio", "language", "story_format")}
    assert chosen == {
        "status": "draft",
        "style": "storybook",
        "aspect_ratio": "16:9",
        "language": "en",
        "story_format": "prose",
    }
    assert project["created_at"].endswith("Z")


def test_script_is_an_alias_of_story_text_and_numbers_may_be_strings(ada_api: TestClient) -> None:
    answer = ada_api.post("/projects", json={"title": "T", "script": STORY, "duration_sec": "30"})

    assert (answer.json()["story_text"], answer.json()["duration_sec"]) == (STORY, 30.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"story_text": ""},
        {"story_text": " \n\t "},
        {"story_text": "x" * 200_001},
        {"duration_sec": 4},
        {"duration_sec": 601},
        {"aspect_ratio": "4:3"},
        {"style": "cubist"},
        {"story_format": "pdf"},
        {"user_id": 7},
        {"status": "completed"},
    ],
)
def test_an_invalid_field_is_refused_in_one_sentence(ada_api: TestClient, wrong: dict) -> None:
    answer = ada_api.post("/projects", json=NEW | wrong)

    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert isinstance(answer.json()["detail"], str)
    assert ada_api.get("/projects").json() == []


def test_a_project_of_another_user_is_like_a_missing_one(ada_api: TestClient, bob_api: TestClient) -> None:
    project = ada_api.post("/projects", json=NEW).json()["id"]

    of_ada, missing = bob_api.get(f"/projects/{project}"), bob_api.get("/projects/999999")
    deleted = bob_api.delete(f"/projects/{project}")
    replaced = bob_api.put(f"/projects/{project}", json={"title": "Bob's"})

    assert [answer.status_code for answer in (of_ada, missing, deleted, replaced)] == [404] * 4
    assert of_ada.json() | {"instance": ""} == missing.json() | {"instance": ""}
    assert bob_api.get("/projects").json() == []


def test_lists_come_in_pages_newest_first(ada_api: TestClient) -> None:
    ids = [ada_api.post("/projects", json=NEW | {"title": f"Film {n}"}).json()["id"] for n in range(5)]

    first = ada_api.get("/projects", params={"limit": 2})
    second = ada_api.get(first.links["next"]["url"])

    assert [p["id"] for p in first.json() + second.json()] == ids[:0:-1]
    assert first.headers["X-Total-Count"] == "5"


@pytest.mark.parametrize("page", [{"limit": 101}, {"cursor": "x"}])
def test_an_invalid_page_is_refused(ada_api: TestClient, page: dict) -> None:
    answer = ada_api.get("/projects", params=page)

    assert answer.status_code == 422


def test_a_title_is_found_by_a_literal_part_of_any_case(ada_api: TestClient) -> None:
    for title in ("100% Night", "The night train", "Day"):
        ada_api.post("/projects", json=NEW | {"title": title})

    found = {
        part: [project["title"] for project in ada_api.get("/projects", params={"q": part}).json()]
        for part in ("NIGHT", "%")
    }

    assert found == {"NIGHT": ["The night train", "100% Night"], "%": ["100% Night"]}


def test_projects_are_listed_by_status(ada_api: TestClient) -> None:
    project = ada_api.post("/projects", json=NEW).json()["id"]

    drafts, completed = (
        ada_api.get("/projects", params={"status": status}).json() for status in ("draft", "completed")
    )

    assert ([one["id"] for one in drafts], completed) == ([project], [])


def test_put_and_patch_take_any_subset(ada_api: TestClient) -> None:
    project = ada_api.post("/projects", json=NEW | {"duration_sec": 20}).json()["id"]

    put = ada_api.put(f"/projects/{project}", json={"title": "Other"}).json()
    patched = ada_api.patch(f"/projects/{project}", json={"duration_sec": None}).json()

    assert (put["title"], put["duration_sec"]) == ("Other", 20.0)
    assert (patched["title"], patched["duration_sec"]) == ("Other", None)


@pytest.mark.parametrize("name", ["title", "story_text", "style", "aspect_ratio", "language"])
def test_a_required_field_can_not_be_set_to_null(ada_api: TestClient, name: str) -> None:
    project = ada_api.post("/projects", json=NEW).json()["id"]

    answer = ada_api.patch(f"/projects/{project}", json={name: None})

    assert answer.status_code == 422


def test_a_project_can_be_made_segmented_only_when_it_has_scenes(ada_api: TestClient) -> None:
    project = ada_api.post("/projects", json=NEW).json()["id"]

    refused = ada_api.patch(f"/projects/{project}/status", json={"status": "segmented"})
    ada_api.post(f"/projects/{project}/scenes", json={"description": "A scene by hand."})
    allowed = ada_api.patch(f"/projects/{project}/status", json={"status": "segmented"})

    assert (refused.status_code, refused.json()["code"], refused.json()["allowed"]) == (
        409,
        "project.invalid_transition",
        [],
    )
    assert allowed.json()["status"] == "segmented"


def test_requests_with_one_idempotency_key_create_one_project(ada_api: TestClient) -> None:
    key = {"Idempotency-Key": "k-1"}

    first = ada_api.post("/projects", json=NEW, headers=key)
    again = ada_api.post("/projects", json=NEW, headers=key)
    other = ada_api.post("/projects", json=NEW | {"title": "Other"}, headers=key)

    assert (again.status_code, again.json(), again.headers["Idempotency-Replayed"]) == (
        201,
        first.json(),
        "true",
    )
    assert again.headers["Location"] == first.headers["Location"]
    assert (other.status_code, other.json()["code"]) == (422, "idempotency.mismatch")
    assert len(ada_api.get("/projects").json()) == 1


def test_a_refused_request_releases_its_idempotency_key(ada_api: TestClient) -> None:
    key = {"Idempotency-Key": "k-2"}

    refused = ada_api.post("/projects", json=NEW | {"style": "cubist"}, headers=key)
    repaired = ada_api.post("/projects", json=NEW, headers=key)

    assert (refused.status_code, repaired.status_code) == (422, 201)
