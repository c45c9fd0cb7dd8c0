"""What a cast refuses, changing nothing: names given twice, bad values, a busy project, another user."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.modules.character.casts import Cast


@pytest.mark.parametrize("name", ["Tom", "tom", " TOM "])
def test_a_name_is_given_once(cast: Cast, name: str) -> None:
    before = cast.list_all()

    answers = [cast.api.post(cast.path, json={"name": name}), cast.change("Mara", name=name)]
    answers.append(cast.change("Mara", aliases=["The Girl", name]))

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {
        (409, "character.name_taken")
    }
    assert cast.list_all() == before


BAD: list[dict[str, Any]] = [
    {"kind": "bananas"},
    {"age": "bananas"},
    {"gender": "bananas"},
    {"name": ""},
    {"name": "x" * 201},
    {"aliases": [""]},
    {"look": {"bananas": "red"}},
    {"look": {"hair": "x" * 201}},
    {"look": "red"},
    {"voice": "bananas"},
    {"reference_asset_id": 999_999},
    {"lines": 3},
    {"portrait_path": "https://example.org/x.png"},
]


@pytest.mark.parametrize("changes", BAD, ids=str)
def test_a_bad_value_is_refused_and_nothing_is_changed(cast: Cast, changes: dict[str, Any]) -> None:
    before = cast.list_all()

    answers = [
        cast.change("Mara", **{"role": "sailor"} | changes),
        cast.api.post(cast.path, json={"name": "Rosa"} | changes),
    ]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert all(answer.json()["detail"] for answer in answers)
    assert cast.list_all() == before


def test_a_word_outside_a_vocabulary_is_refused_with_the_list(cast: Cast) -> None:
    answer = cast.change("Mara", age="bananas")

    assert answer.json()["detail"] == "age: The value must be one of baby, child, teen, adult, old."


def test_nothing_is_changed_while_the_project_is_busy(cast: Cast) -> None:
    mara, tom = cast.place("Mara"), cast.get("Tom")["id"]
    cast.api.post(f"/projects/{cast.project}/segment")

    answers = [
        cast.api.post(cast.path, json={"name": "Rosa"}),
        cast.api.patch(mara, json={"role": "sailor"}),
        cast.api.delete(mara),
        cast.api.post(f"{mara}/merge", json={"into": tom}),
        cast.api.post(f"{mara}/render"),
    ]

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(409, "project.busy")}


def test_the_cast_of_somebody_else_is_not_there(cast: Cast, bob_api: TestClient) -> None:
    own = bob_api.post("/projects", json={"title": "Bob's", "story_text": "The sea."}).json()["id"]
    mara = cast.get("Mara")["id"]
    paths = [cast.path, cast.place("Mara"), f"/projects/{own}/characters/{mara}"]

    assert [bob_api.get(path).status_code for path in paths] == [404, 404, 404]
    assert bob_api.patch(paths[2], json={"role": "king"}).status_code == 404
    assert cast.get("Mara")["is_edited"] is False
