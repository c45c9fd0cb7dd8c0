"""Requests with odd bodies: never a 500, and a problem document of limited size."""

import json

import pytest
from fastapi.testclient import TestClient

from app.core.validation import MAX_ERRORS

JSON = {"Content-Type": "application/json"}


def test_a_field_name_that_is_no_unicode_is_invalid(browser: TestClient) -> None:
    answer = browser.post("/auth/login", content=rb'{"\ud800": 1}', headers=JSON)

    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


def test_a_thousand_wrong_fields_do_not_make_a_large_answer(browser: TestClient) -> None:
    body = json.dumps({f"{'x' * 1000}{number}": 0 for number in range(1000)})

    answer = browser.post("/auth/login", content=body, headers=JSON)

    assert answer.status_code == 422
    assert len(answer.content) < 20_000


@pytest.mark.parametrize("path", ["/auth/login", "/projects", "/jobs"])
def test_an_object_of_many_fields_is_refused_before_each_of_them_is_checked(
    ada_api: TestClient, path: str
) -> None:
    fields = {f"{number:x}": 0 for number in range(300_000)}

    answer = ada_api.post(path, json=fields if path != "/jobs" else {"project_id": 1, "config": fields})

    assert answer.status_code == 422
    assert [error["msg"] for error in answer.json()["errors"]] == ["The object has too many fields"]


def test_many_objects_of_many_fields_are_each_refused_once(ada_api: TestClient) -> None:
    project = ada_api.post("/projects", json={"title": "A", "story_text": "B."}).json()["id"]
    line = {f"{number:x}": 0 for number in range(90)}

    answer = ada_api.post(
        f"/projects/{project}/scenes", json={"description": "A.", "dialogue": [line] * 2000}
    )

    assert {error["msg"] for error in answer.json()["errors"]} == {"The object has too many fields"}
    assert len(answer.json()["errors"]) == MAX_ERRORS


def test_invented_methods_and_paths_make_no_metrics_of_their_own(browser: TestClient) -> None:
    for number in range(20):
        browser.request(f"BREW{number}", f"/coffee{number}")

    metrics = TestClient(browser.app, client=("127.0.0.1", 1)).get("/metrics").text

    assert "BREW" not in metrics
    assert "coffee" not in metrics
    assert 'method="other",route="unknown"' in metrics


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999", '"nan"', '"inf"', "1e-400"])
def test_a_number_that_is_none_is_invalid(ada_api: TestClient, value: str) -> None:
    body = f'{{"title": "A", "story_text": "B.", "duration_sec": {value}}}'

    assert ada_api.post("/projects", content=body, headers=JSON).status_code == 422
