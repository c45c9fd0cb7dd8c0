"""What tests of accounts share: a person who registers and signs in, as a browser or as a bearer client."""

from typing import Any

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
    """Hashes quickly, and counts how often it was asked."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.hashes = self.verifications = 0

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        """Count, and hash."""
        self.hashes += 1
        return super().hash(password, salt=salt)

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:
        """Count, and verify."""
        self.verifications += 1
        return super().verify(hash, password)


def new_browser(**options: Any) -> TestClient:
    """Open another browser on the same app."""
    return TestClient(create_app(), raise_server_exceptions=False, **options)


def register(client: TestClient, email: str = ADA, **changes: Any) -> Response:
    """Open an account."""
    body = {"fullName": "Ada Tester", "email": email, "password": PASSWORD} | changes
    return client.post("/auth/register", json=body)


def login(client: TestClient, email: str = ADA, password: str = PASSWORD, **more: Any) -> Response:
    """Sign in; by cookies unless told otherwise."""
    return client.post("/auth/login", json={"email": email, "password": password} | more)


def bearer(client: TestClient, email: str = ADA, password: str = PASSWORD) -> dict[str, Any]:
    """Sign in as a bearer client and give the answer with both tokens."""
    tokens: dict[str, Any] = login(client, email, password, token_transport="bearer").json()
    return tokens


def header(access: str) -> dict[str, str]:
    """Write the header of a bearer client."""
    return {"Authorization": f"Bearer {access}"}


def me(client: TestClient, access: str) -> int:
    """Tell how an access token is answered."""
    return client.get("/auth/me", headers=header(access)).status_code


def refresh(client: TestClient, token: str) -> Response:
    """Rotate a refresh token of a bearer client."""
    return client.post("/auth/refresh-token", json={"refresh_token": token})


def claims_of(token: str) -> dict[str, Any]:
    """Read what a token says, unchecked."""
    claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return claims


def forged(claims: dict[str, Any], **options: Any) -> str:
    """Sign claims with the app's own key, as nobody but the app could."""
    return jwt.encode(claims, settings().key, algorithm="HS256", **options)


def without_request(problem: Response) -> tuple[int, dict[str, Any]]:
    """Give an answer's status and body without the part that differs for each request."""
    return problem.status_code, {key: value for key, value in problem.json().items() if key != "instance"}
