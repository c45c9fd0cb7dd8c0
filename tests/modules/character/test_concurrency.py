"""Writers of one project's cast wait for each other."""

from functools import partial

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.threads import run_at_once

STORY = {"title": "Lantern", "story_text": "Mara found a lantern."}
WRITERS = 6


@pytest.fixture
def project(committed_api: TestClient) -> str:
    """The address of a project on a database that commits."""
    return f"/projects/{committed_api.post('/projects', json=STORY).json()['id']}"


def test_a_name_that_is_given_twice_at_once_is_given_once(committed_api: TestClient, project: str) -> None:
    answers: list[Response] = []

    def create(name: str) -> None:
        answers.append(committed_api.post(f"{project}/characters", json={"name": name}))

    run_at_once([partial(create, name) for name in ("Mara", "mara", "MARA")])

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
    assert len(committed_api.get(f"{project}/characters").json()) == 1


def test_names_that_scenes_add_at_once_are_all_added(committed_api: TestClient, project: str) -> None:
    names = [f"Sailor {number}" for number in range(WRITERS)]

    def create(name: str) -> None:
        body = {"description": "A wave came.", "characters": ["Mara", name]}
        assert committed_api.post(f"{project}/scenes", json=body).status_code == 201

    run_at_once([partial(create, name) for name in names])

    cast = committed_api.get(f"{project}/characters").json()
    assert sorted(one["name"] for one in cast) == ["Mara", *names]


def test_changes_at_once_are_all_stored(committed_api: TestClient, project: str) -> None:
    path = f"{project}/characters"
    mara = f"{path}/{committed_api.post(path, json={'name': 'Mara'}).json()['id']}"
    words = {"hair": "long", "clothes": "coat", "headwear": "crown", "carries": "sword"}

    def change(word: str) -> None:
        assert committed_api.patch(mara, json={"look": {word: words[word]}}).status_code == 200

    run_at_once([partial(change, word) for word in words])

    assert words.items() <= committed_api.get(mara).json()["look"].items()
