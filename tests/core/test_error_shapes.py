"""The codes, the sentences and the headers of errors, whatever is wrong with a request."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.core.errors import AppError
from app.main import ROUTERS, create_app
from tests.accounts import strip_instance

PAGE = {"Origin": "http://localhost:3000"}
JSON = {"Content-Type": "application/json"}
NO_IDS = ["abc", "0", "-1", "1.5", "007", "%20", "1%20", "%D9%A1", "None", "9" * 16, "9" * 40, "9" * 5000]


def test_an_address_without_a_route_is_not_found(browser: TestClient) -> None:
    problem = browser.get("/nowhere").json()

    assert (problem["status"], problem["code"]) == (404, "request.not_found")
    assert problem["detail"] == "There is nothing at this address."


def test_a_wrong_method_is_named_with_the_allowed_ones(browser: TestClient) -> None:
    answer = browser.put("/auth/me")

    assert (answer.status_code, answer.json()["code"]) == (405, "request.method_not_allowed")
    assert answer.headers["allow"] in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/projects/{}", "/projects/{}/scenes", "/jobs/{}", "/jobs/{}/events"])
def test_all_that_is_no_id_has_the_same_answer(ada_api: TestClient, path: str) -> None:
    answers = [strip_instance(ada_api.get(path.format(text))) for text in NO_IDS]

    assert all(answer == answers[0] for answer in answers)
    assert (answers[0][0], answers[0][1]["code"]) == (404, "request.not_found")


def test_every_id_in_a_path_is_matched_as_an_id() -> None:
    paths = [getattr(route, "path", "") for router in ROUTERS for route in router.routes]

    assert len([path for path in paths if "_id:id}" in path]) > 20
    assert not [path for path in paths if "_id}" in path]


def all_errors(base: type[AppError] = AppError) -> Iterator[type[AppError]]:
    for error in base.__subclasses__():
        yield error
        yield from all_errors(error)


def test_every_code_is_dotted_and_every_sentence_ends() -> None:
    create_app()

    assert [error for error in all_errors() if "." not in error.code] == []
    assert [error for error in all_errors() if not error.detail.endswith(".")] == []


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/nowhere"), ("PUT", "/auth/me"), ("GET", "/jobs/abc"), ("GET", "/jobs")]
)
def test_a_page_can_read_every_error(browser: TestClient, method: str, path: str) -> None:
    answer = browser.request(method, path, headers=PAGE)

    assert answer.headers["access-control-allow-origin"] == PAGE["Origin"]
    assert answer.headers["access-control-allow-credentials"] == "true"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "A JSON body is required."),
        (b"{", "The body is not valid JSON"),
        (b"nothing", "The body is not valid JSON"),
        (b"\xff\xfe{", "The body can't be read"),
        (b"[" * 100_000, "The body can't be read"),
        (b'{"email": ' + b"9" * 5000 + b"}", "The body can't be read"),
        (b"[]", "The body must be a JSON object."),
        (b'"text"', "The body must be a JSON object."),
    ],
    ids=lambda value: str(value[:12]),
)
def test_a_body_that_is_no_object_is_refused_with_a_sentence(
    browser: TestClient, body: bytes, sentence: str
) -> None:
    answer = browser.post("/auth/login", content=body, headers=JSON)

    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")
    assert answer.json()["detail"].startswith(sentence)


def test_a_body_of_another_type_is_told_which_one_is_wanted(browser: TestClient) -> None:
    answer = browser.post("/auth/login", content=b'{"email": "a"}', headers={"Content-Type": "text/plain"})

    assert answer.status_code == 422
    assert answer.json()["detail"] == "The body must be a JSON object, sent as application/json."


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"story_text": " "}, "story_text: The story is blank; write at least one sentence."),
        ({"title": None}, "title: A text is required."),
        ({"bananas": 1}, "bananas: There is no such field."),
        ({"duration_sec": 601}, "duration_sec: The value must be at most 600."),
        ({"title": "x" * 201}, "title: The text must have at most 200 characters."),
        ({"aspect_ratio": "4:3"}, "aspect_ratio: The value must be one of 16:9, 9:16, 1:1."),
    ],
)
def test_an_invalid_field_is_told_in_a_sentence(ada_api: TestClient, changes: dict, sentence: str) -> None:
    problem = ada_api.post("/projects", json={"title": "A", "story_text": "B."} | changes).json()

    assert (problem["status"], problem["detail"]) == (422, sentence)
    assert f"{problem['errors'][0]['loc'][-1]}: {problem['errors'][0]['msg']}." == sentence


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        ({"music": "jazz"}, "config.music: The value must be none, bed, or the id of a music asset."),
        ({"music": -1}, "config.music: The value must be none, bed, or the id of a music asset."),
        ({"fps": 23}, "config.fps: The value must be one of 24, 25, 30."),
        ({"voice": ""}, "config.voice: The text must have at least 1 character."),
    ],
)
def test_an_invalid_setting_is_told_in_a_sentence(ada_api: TestClient, config: dict, sentence: str) -> None:
    problem = ada_api.post("/jobs", json={"project_id": 1, "config": config}).json()

    assert (problem["status"], problem["detail"], len(problem["errors"])) == (422, sentence, 1)


def test_an_invalid_day_is_told_in_a_sentence_that_does_not_repeat_it(grace_api: TestClient) -> None:
    problem = grace_api.get("/admin/costs?since=bananas").json()

    assert problem["detail"] == "query.since: A day such as 2026-01-31 is required."


def test_a_missing_field_is_told_in_a_sentence(ada_api: TestClient) -> None:
    problem = ada_api.post("/projects", json={"title": "A"}).json()

    assert problem["detail"] == "story_text: This field is required."


def test_an_error_of_a_library_is_a_problem_document(browser: TestClient) -> None:
    no_range = browser.get("/api/v1/static/swagger-ui.css", headers={"Range": "bytes=9999999999-"})
    preflight = browser.options(
        "/projects", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}
    )

    assert (no_range.status_code, no_range.json()["code"]) == (416, "request.range_not_satisfiable")
    assert no_range.headers["content-range"].startswith("bytes */")
    assert (preflight.status_code, preflight.json()["code"]) == (400, "request.malformed")
