"""Errors: all have the same format and a readable sentence, and none reveals internals."""

import pytest
from fastapi.testclient import TestClient

from app.core.http import PREFIX
from app.main import create_app
from app.modules.auth.models import User
from tests.conftest import bearer_client

PAGE = {"Origin": "http://localhost:3000"}


@pytest.fixture
def broken(schema: None) -> TestClient:
    """The API with a route that has a bug."""
    app = create_app()

    @app.get(f"{PREFIX}/bug")
    def fail() -> None:
        raise RuntimeError("SELECT * FROM users; password=hunter2; /srv/studio/app.py")

    return TestClient(app, raise_server_exceptions=False)


def test_an_unexpected_error_reveals_nothing_and_is_readable_by_a_page(broken: TestClient) -> None:
    answer = broken.get("/bug", headers=PAGE | {"X-Request-ID": "load-7"})

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (500, "internal.error")
    assert problem["instance"] == "urn:request:load-7"
    assert answer.headers["access-control-allow-origin"] == "http://localhost:3000"
    for secret in ("SELECT", "hunter2", "/srv/", "Traceback", "RuntimeError"):
        assert secret not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("PUT", "/health", 405),
        ("GET", "/auth/me", 401),
        ("GET", "/jobs?limit=0", 422),
    ],
)
def test_every_error_has_the_format_of_rfc_9457(
    ada: User, broken: TestClient, method: str, path: str, status: int
) -> None:
    client = bearer_client(ada) if status == 422 else broken

    answer = client.request(method, path)

    problem = answer.json()
    assert answer.status_code == status == problem["status"]
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "status", "detail", "instance", "code"} <= set(problem)
    assert isinstance(problem["detail"], str)


def test_an_invalid_request_names_every_field_and_repeats_no_value(broken: TestClient) -> None:
    answer = broken.post("/auth/register", json={"fullName": "A", "email": "no", "password": "hunter2"})

    assert [error["loc"] for error in answer.json()["errors"]] == [
        ["body", "fullName"],
        ["body", "email"],
        ["body", "password"],
    ]
    assert all(set(error) == {"loc", "msg"} for error in answer.json()["errors"])
    assert "hunter2" not in answer.text


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"nothing", b"[]", b"null", b'"text"'])
def test_a_body_that_is_no_object_is_invalid(broken: TestClient, body: bytes) -> None:
    answer = broken.post("/auth/login", content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == 422


def test_a_wrong_method_is_answered_with_all_allowed_ones(broken: TestClient) -> None:
    answer = broken.put("/auth/me")

    assert set(answer.headers["allow"].split(", ")) == {"GET", "PATCH", "DELETE"}
