"""The requests of the existing browser client, which must continue to work."""

import pytest
from fastapi.testclient import TestClient

from tests.accounts import login

PAGE = {"Origin": "http://localhost:3000", "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}


@pytest.fixture
def page(account: TestClient) -> TestClient:
    """A client whose pages are served from another port of the same machine."""
    account.headers.update(PAGE)
    return account


def test_the_client_refreshes_twice_on_every_page_load_and_loses_responses(page: TestClient) -> None:
    login(page)
    for _ in range(5):
        kept = page.headers | {"Cookie": "; ".join(f"{name}={value}" for name, value in page.cookies.items())}
        lost = page.get("/auth/refresh-token", headers=kept)
        heard = page.get("/auth/refresh-token", headers=kept)

        assert (lost.status_code, heard.status_code) == (200, 200)
        assert page.get("/auth/me").status_code == 200


def test_the_client_refreshes_after_a_failed_login_and_repeats_the_login(page: TestClient) -> None:
    first = login(page, password="a wrong guess")
    refreshed = page.get("/auth/refresh-token")
    second = login(page, password="a wrong guess")

    assert [answer.status_code for answer in (first, refreshed, second)] == [401, 401, 401]
    assert first.json()["detail"] == second.json()["detail"]
    assert login(page).status_code == 200


def test_the_client_refreshes_when_the_access_cookie_is_gone_and_repeats_its_request(
    page: TestClient,
) -> None:
    login(page)
    page.cookies.delete("access_token")

    statuses = [page.get(path).status_code for path in ("/auth/me", "/auth/refresh-token", "/auth/me")]

    assert statuses == [401, 200, 200]


@pytest.mark.parametrize("path", ["/projects", "/projects/", "/api/v1/projects", "/api/v1/projects/"])
def test_paths_work_with_and_without_prefix_and_slash(page: TestClient, path: str) -> None:
    login(page)

    made = page.post(path, json={"title": "Lantern", "story_text": "Mara found a lantern."})

    assert (made.status_code, page.get(path).status_code) == (201, 200)
    assert len(made.history) == 0


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/auth/login", {"email": "ada@example.org", "password": "a wrong guess"}),
        ("POST", "/auth/login", {"email": "ada@example.org"}),
        ("POST", "/auth/register", {"fullName": "A", "email": "nothing", "password": "x"}),
        ("POST", "/auth/register", []),
        ("POST", "/projects", {}),
        ("GET", "/projects", None),
        ("GET", "/no/such/path", None),
        ("DELETE", "/auth/login", None),
        ("GET", "/projects/99999999999999999999", None),
    ],
)
def test_detail_is_always_one_readable_sentence(page: TestClient, method: str, path: str, body) -> None:
    answer = page.request(method, path, json=body)

    assert answer.status_code >= 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].endswith((".", "!"))
    assert answer.headers["access-control-allow-origin"] == "http://localhost:3000"
    assert answer.headers["access-control-allow-credentials"] == "true"
