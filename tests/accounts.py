"""Helpers for tests of accounts: registration and login, as a browser or as a bearer client."""

from typing import Any, Literal

import jwt
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from httpx2 import Response

from app.core.config import settings
from app.main import create_app

PASSWORD = "seven brass lanterns"
NEW_PASSWORD = "eight brass lanterns"
ADA = "ada@example.org"


class CountingHasher(PasswordHasher):
    """A hasher that is quick and counts its calls."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.hashes = self.verifications = 0

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        """Count, and hash."""
        self.hashes += 1
        return super().hash(password, salt=salt)

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
        """Count, and verify."""
        self.verifications += 1
        return super().verify(hash, password)


def new_browser(**options: Any) -> TestClient:
    """Return a client of the app without a session."""
    return TestClient(create_app(), raise_server_exceptions=False, **options)


def register(client: TestClient, email: str = ADA, **changes: Any) -> Response:
    """Create an account."""
    body = {"fullName": "Ada Tester", "email": email, "password": PASSWORD} | changes
    return client.post("/auth/register", json=body)


def login(client: TestClient, email: str = ADA, password: str = PASSWORD, **more: Any) -> Response:
    """Sign in; by cookies unless `token_transport` is given."""
    return client.post("/auth/login", json={"email": email, "password": password} | more)


def bearer(client: TestClient, email: str = ADA, password: str = PASSWORD) -> dict[str, Any]:
    """Sign in as a bearer client and return the response's body with both tokens."""
    tokens: dict[str, Any] = login(client, email, password, token_transport="bearer").json()
    return tokens


def header(access: str) -> dict[str, str]:
    """Return the headers of a bearer client."""
    return {"Authorization": f"Bearer {access}"}


def me(client: TestClient, access: str) -> int:
    """Return the status of a request with an access token."""
    return client.get("/auth/me", headers=header(access)).status_code


def refresh(client: TestClient, token: str) -> Response:
    """Rotate a refresh token of a bearer client."""
    return client.post("/auth/refresh-token", json={"refresh_token": token})


def request_reset(client: TestClient, address: str = ADA) -> None:
    """Request a reset link for an address."""
    assert client.post("/auth/forgot-password", json={"email": address}).status_code == 200


def reset_password(client: TestClient, token: str, password: str = NEW_PASSWORD) -> Response:
    """Set a new password with the token of a reset link."""
    return client.post("/auth/reset-password", json={"token": token, "newPassword": password})


def read_claims(token: str) -> dict[str, Any]:
    """Return the claims of a token without verifying it."""
    claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return claims


def forge_token(claims: dict[str, Any], **options: Any) -> str:
    """Return a token of any claims, signed with the app's own key."""
    return jwt.encode(claims, settings().key, algorithm="HS256", **options)


def strip_instance(problem: Response) -> tuple[int, dict[str, Any]]:
    """Return a problem's status, and its body without `instance`, which differs for each request."""
    return problem.status_code, {key: value for key, value in problem.json().items() if key != "instance"}
