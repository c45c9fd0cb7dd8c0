"""The documentation and who may read it, and the routes of health."""

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from app.main import create_app

DOCUMENTS = ["/api/v1/docs", "/api/v1/redoc", "/api/v1/openapi.json", "/api/v1/docs/oauth2-redirect", "/docs"]
HTML = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def client(schema: None) -> TestClient:
    return TestClient(create_app())


@pytest.mark.parametrize("path", DOCUMENTS)
def test_in_development_the_documentation_needs_no_session(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", DOCUMENTS)
def test_only_admins_read_the_documentation_if_so_configured(
    client: TestClient,
    ada_api: TestClient,
    grace_api: TestClient,
    configure: Callable[..., None],
    path: str,
) -> None:
    bearers = {name: dict(client.headers) for name, client in (("ada", ada_api), ("grace", grace_api))}
    configure(DOCS_ACCESS="admin", ENVIRONMENT="development")

    assert client.get(path).status_code == 401
    assert client.get(path, headers=bearers["ada"]).status_code == 403
    assert client.get(path, headers=bearers["grace"]).status_code == 200


def test_production_keeps_its_documentation_to_admins_by_default(
    client: TestClient, configure: Callable[..., None]
) -> None:
    configure(
        ENVIRONMENT="production",
        SECRET_KEY="0123456789abcdef0123456789abcdef",
        BACKEND_CORS_ORIGINS="https://studio.example.org",
    )

    assert client.get("/docs").status_code == 401


@pytest.mark.parametrize("path", DOCUMENTS)
def test_the_documentation_can_be_switched_off(
    grace_api: TestClient, configure: Callable[..., None], path: str
) -> None:
    configure(DOCS_ACCESS="off")

    assert grace_api.get(path).status_code == 404


def test_a_browser_gets_a_page_to_sign_in_with_its_401(
    client: TestClient, configure: Callable[..., None]
) -> None:
    configure(DOCS_ACCESS="admin")

    page, script = client.get("/docs", headers=HTML), client.get("/docs")

    assert (page.status_code, page.headers["www-authenticate"]) == (401, "Bearer")
    assert 'type="password"' in page.text
    assert script.headers["content-type"] == "application/problem+json"


def test_the_pages_allow_their_own_scripts_and_no_others(client: TestClient) -> None:
    for path in ("/docs", "/redoc"):
        answer = client.get(path)
        (scripts,) = re.findall(r"script-src ([^;]*)", answer.headers["content-security-policy"])
        assert "unsafe-inline" not in scripts
        assert scripts.count("sha256-") == answer.text.count("<script>")


def test_the_pages_load_nothing_from_other_servers(client: TestClient) -> None:
    for path in ("/docs", "/redoc"):
        page = client.get(path).text
        addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
        assert addresses
        assert all(address.startswith("/api/v1/static/") for address in addresses)
        assert all(client.get(address).status_code == 200 for address in addresses)


def test_every_route_has_a_name_of_its_own(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    names = [operation["operationId"] for path in paths.values() for operation in path.values()]
    assert len(names) == len(set(names)) > 50
    assert all(re.fullmatch(r"[a-z][a-z_]+", name) for name in names)


@pytest.mark.parametrize("prefix", ["", "/api/v1"])
def test_the_health_routes_need_no_session(client: TestClient, prefix: str) -> None:
    for path in ("/", "/health", "/healthz"):
        assert client.get(f"{prefix}{path}").json() == {"status": "healthy"}
    assert client.get(f"{prefix}/test").json() == {"status": "Server is running"}
