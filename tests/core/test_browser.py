"""Which requests an untrusted page can make a browser send; the cases follow Go's CrossOriginProtection."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from app.core.config import settings
from app.main import create_app

OWN = {"Cookie": "access_token=x"}
REFUSED, PASSED = 403, 401


@pytest.fixture
def client(schema: None) -> TestClient:
    return TestClient(create_app(), raise_server_exceptions=False)


def status(client: TestClient, path: str = "/projects", method: str = "POST", **headers: str) -> int:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.request(method, path, headers=OWN | names, json={}).status_code


@pytest.mark.parametrize(
    ("site", "origin", "expected"),
    [
        ("same-origin", None, PASSED),
        ("none", None, PASSED),
        ("cross-site", None, REFUSED),
        ("same-site", None, REFUSED),
        ("cross-site", "https://evil.example", REFUSED),
        ("same-site", "http://evil.localhost", REFUSED),
        ("cross-site", "http://localhost:3000", PASSED),
        ("same-site", "http://localhost:3000", PASSED),
        ("same-site", "http://localhost:8000", PASSED),
        ("cross-site", "null", REFUSED),
        ("something-new", None, REFUSED),
        (None, None, PASSED),
        (None, "http://testserver", PASSED),
        (None, "http://localhost:3000", PASSED),
        (None, "https://evil.example", REFUSED),
        (None, "http://testserver.evil.example", REFUSED),
        (None, "http://localhost:3000.evil.example", REFUSED),
        (None, "http://localhost:3000/", REFUSED),
        (None, "ftp://testserver", REFUSED),
        (None, "null", REFUSED),
        (None, "", REFUSED),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_an_unsafe_request_with_cookies_needs_a_trusted_page(
    client: TestClient, site: str | None, origin: str | None, expected: int, method: str
) -> None:
    headers = {"Sec_Fetch_Site": site, "Origin": origin}
    path = "/projects" if method == "POST" else "/projects/1"

    found = status(
        client, path, method, **{name: value for name, value in headers.items() if value is not None}
    )

    assert found == expected


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_reading_is_open_to_every_page(client: TestClient, site: str) -> None:
    assert status(client, method="GET", Sec_Fetch_Site=site, Origin="https://evil.example") == 401
    assert status(client, "/health", "GET", Sec_Fetch_Site=site, Origin="https://evil.example") == 200


@pytest.mark.parametrize(
    "path", ["/auth/refresh-token", "/api/v1/auth/refresh-token/", "/admin/auth/refresh-token"]
)
@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_refresh_by_get_is_checked_like_an_unsafe_request(
    client: TestClient, path: str, origin: str
) -> None:
    assert status(client, path, "GET", Sec_Fetch_Site="cross-site", Origin=origin) == REFUSED
    assert status(client, path, "GET", Sec_Fetch_Site="cross-site") == REFUSED
    assert status(client, path, "GET", Sec_Fetch_Site="same-origin", Sec_Fetch_Mode="cors") == PASSED


@pytest.mark.parametrize("mode", ["navigate", "no-cors"])
@pytest.mark.parametrize("site", ["same-origin", "none", "cross-site"])
def test_a_refresh_by_get_is_refused_for_links_and_pictures(client: TestClient, mode: str, site: str) -> None:
    assert status(client, "/auth/refresh-token", "GET", Sec_Fetch_Site=site, Sec_Fetch_Mode=mode) == REFUSED


@pytest.mark.parametrize(
    "path", ["/auth/login", "/auth/register", "/auth/token", "/auth/logout", "/admin/auth/login"]
)
def test_no_foreign_page_can_sign_a_user_in(client: TestClient, path: str) -> None:
    foreign = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}

    answer = client.post(path, headers=foreign)

    assert (answer.status_code, answer.json()["code"]) == (403, "csrf.cross_origin")
    assert {"Sec-Fetch-Site", "Origin"} <= set(answer.headers["vary"].split(", "))
    assert "set-cookie" not in answer.headers


def test_a_bearer_client_may_have_any_origin(client: TestClient) -> None:
    headers = {"Authorization": "Bearer x", "Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}

    assert client.post("/projects", headers=headers, json={}).status_code == PASSED


def test_behind_https_a_page_without_it_is_not_our_own(
    client: TestClient, configure: Callable[..., None]
) -> None:
    configure(PUBLIC_URL="https://testserver")

    assert status(client, Origin="http://testserver") == REFUSED
    assert status(client, Origin="https://testserver") == PASSED


def test_cors_names_exactly_the_pages_that_are_allowed(client: TestClient) -> None:
    allowed = client.get("/health", headers={"Origin": "http://localhost:3000"})
    foreign = client.get("/health", headers={"Origin": "https://evil.example"})

    assert allowed.headers["access-control-allow-origin"] == "http://localhost:3000"
    assert allowed.headers["access-control-allow-credentials"] == "true"
    assert "Origin" in allowed.headers["vary"]
    exposed = set(allowed.headers["access-control-expose-headers"].split(", "))
    assert exposed == {
        "Link", "X-Total-Count", "X-Request-ID", "Retry-After", "Location", "ETag",
        "Idempotency-Replayed", "X-Moderation-Categories",
    }  # fmt: skip
    assert "access-control-allow-origin" not in foreign.headers


def test_a_preflight_of_a_foreign_page_is_refused(client: TestClient) -> None:
    ask = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}

    ours = client.options("/projects", headers=ask | {"Origin": "http://localhost:3000"})
    foreign = client.options("/projects", headers=ask | {"Origin": "https://evil.example"})

    assert (ours.status_code, foreign.status_code) == (200, 400)
    assert ours.headers["access-control-allow-origin"] == "http://localhost:3000"
    assert "access-control-allow-origin" not in foreign.headers


def test_every_response_has_the_security_headers(client: TestClient) -> None:
    for path in ("/health", "/auth/me", "/no/such/path"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert {"default-src 'none'", "frame-ancestors 'none'"} <= set(
            headers["content-security-policy"].split("; ")
        )
        assert "strict-transport-security" not in headers


def test_behind_https_responses_set_strict_transport_security(
    client: TestClient, configure: Callable[..., None]
) -> None:
    configure(PUBLIC_URL="https://studio.example")

    assert client.get("/health").headers["strict-transport-security"].startswith("max-age=31536000")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("studio.example", 200),
        ("STUDIO.example:8000", 200),
        ("a.films.example", 200),
        ("films.example", 400),
        ("evil.example", 400),
        ("studio.example.evil.example", 400),
        ("evilfilms.example", 400),
        ("", 400),
    ],
)
def test_an_unknown_host_is_not_served(
    client: TestClient, configure: Callable[..., None], host: str, expected: int
) -> None:
    configure(ALLOWED_HOSTS="studio.example,*.films.example")

    answer = client.get("/health", headers={"Host": host})

    code = {200: None, 400: "request.unknown_host"}[expected]
    assert (answer.status_code, answer.json().get("code")) == (expected, code)


@pytest.mark.parametrize(
    ("method", "path"), [("TRACE", "/health"), ("BREW", "/health"), ("DELETE", "/health")]
)
def test_an_unknown_method_is_answered_with_the_allowed_ones(
    client: TestClient, method: str, path: str
) -> None:
    answer = client.request(method, path)

    assert (answer.status_code, answer.json()["code"]) == (405, "request.method_not_allowed")
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(("extra", "expected"), [(0, 422), (1, 413)])
@pytest.mark.parametrize("is_declared", [True, False])
def test_a_body_may_be_as_large_as_the_limit_and_no_byte_larger(
    client: TestClient, configure: Callable[..., None], extra: int, expected: int, is_declared: bool
) -> None:
    configure(MAX_BODY_BYTES="2048")
    body = b'{"email": "' + b"x" * (2048 - 13 + extra) + b'"}'

    pieces = body if is_declared else iter([body[:1000], body[1000:]])
    answer = client.post(
        "/auth/forgot-password", content=pieces, headers={"Content-Type": "application/json"}
    )

    assert len(body) == settings().max_body_bytes + extra
    assert answer.status_code == expected
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "", None])
def test_a_json_body_without_its_content_type_is_refused(
    client: TestClient, content_type: str | None
) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}

    answer = client.post("/auth/login", content=b'{"email": "a@b.example", "password": "x"}', headers=headers)

    assert answer.status_code in {415, 422}
