"""Tokens: only those that the app signed are accepted, and only for their purpose."""

import base64
import hmac
import json
from typing import Any

import jwt
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from app.core.config import settings
from tests.accounts import bearer, forge_token, header, me, new_browser, read_claims, refresh


def _part(content: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def _by_hand(headers: dict[str, Any], claims: dict[str, Any], algorithm: str = "sha256") -> str:
    """Return a token with any header, signed by hand with the app's own key."""
    signed = f"{_part(headers)}.{_part(claims)}"
    digest = hmac.new(settings().key, signed.encode(), algorithm).digest()
    return f"{signed}.{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def test_a_refresh_token_is_no_access_token_and_the_other_way_round(account: TestClient) -> None:
    tokens = bearer(account)

    assert me(account, tokens["access_token"]) == 200
    assert me(account, tokens["refresh_token"]) == 401
    assert refresh(account, tokens["access_token"]).status_code == 401


def test_an_access_token_in_the_refresh_cookie_is_refused(account: TestClient) -> None:
    tokens = bearer(account)
    account.cookies.set("refresh_token", tokens["access_token"])
    account.cookies.set("access_token", tokens["refresh_token"])

    assert account.get("/auth/refresh-token").status_code == 401
    assert account.get("/auth/me").status_code == 401


@pytest.mark.parametrize("missing", ["typ", "iss", "aud", "sub", "sid", "jti", "iat", "exp"])
def test_a_token_without_any_one_claim_is_refused(account: TestClient, missing: str) -> None:
    claims = read_claims(bearer(account)["access_token"])

    assert me(account, forge_token(claims)) == 200
    assert me(account, forge_token({name: value for name, value in claims.items() if name != missing})) == 401


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "somebody-else"},
        {"aud": "another-api"},
        {"aud": ["animatic-studio-api"]},
        {"exp": 1_000_000_000},
        {"nbf": 10_000_000_000},
        {"iat": 10_000_000_000},
        {"typ": "refresh"},
        {"typ": "ACCESS"},
        {"sub": "999999"},
        {"sub": "0x1"},
        {"sub": 1},
        {"sid": "1"},
        {"jti": "made-up"},
    ],
    ids=str,
)
def test_a_token_with_any_one_claim_wrong_is_refused(account: TestClient, wrong: dict[str, Any]) -> None:
    claims = read_claims(bearer(account)["access_token"])

    assert me(account, forge_token(claims | wrong)) == 401


@pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
def test_another_algorithm_is_refused_even_with_the_right_key(account: TestClient, algorithm: str) -> None:
    claims = read_claims(bearer(account)["access_token"])

    token = _by_hand({"alg": algorithm, "typ": "JWT"}, claims, f"sha{algorithm[2:]}")

    assert me(account, token) == 401


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "RS256", "ES256", ""])
def test_a_token_that_names_no_secret_algorithm_is_refused(account: TestClient, algorithm: str) -> None:
    claims = read_claims(bearer(account)["access_token"])
    head = {"alg": algorithm, "typ": "JWT"}

    assert me(account, f"{_part(head)}.{_part(claims)}.") == 401
    assert me(account, _by_hand(head, claims)) == 401


@pytest.mark.parametrize(
    "extra",
    [
        {"kid": "../../dev/null"},
        {"jku": "https://evil.example/keys"},
        {"x5u": "https://evil.example/cert"},
        {"jwk": {"kty": "oct", "k": "AAAA"}},
        {"crit": ["exp"]},
        {"b64": False, "crit": ["b64"]},
        {"typ": "at+jwt"},
    ],
    ids=str,
)
def test_a_header_that_we_did_not_write_is_refused(account: TestClient, extra: dict[str, Any]) -> None:
    claims = read_claims(bearer(account)["access_token"])

    assert me(account, _by_hand({"alg": "HS256", "typ": "JWT"}, claims)) == 200
    assert me(account, _by_hand({"alg": "HS256", "typ": "JWT"} | extra, claims)) == 401


def test_a_token_signed_with_another_key_is_refused_and_changes_nothing(account: TestClient) -> None:
    tokens = bearer(account)
    stranger = jwt.encode(read_claims(tokens["refresh_token"]), "k" * 32, algorithm="HS256")

    assert refresh(account, stranger).status_code == 401
    assert me(account, tokens["access_token"]) == 200


def test_another_encoding_of_a_token_is_refused_like_the_original(account: TestClient) -> None:
    tokens = bearer(account)
    account.post("/auth/logout", headers=header(tokens["access_token"]))

    assert me(account, tokens["access_token"] + "=") == 401
    assert refresh(account, tokens["refresh_token"] + "=").status_code == 401


@pytest.mark.parametrize("name", ["access_token", "token", "authorization"])
def test_a_token_in_the_address_is_never_read(account: TestClient, name: str) -> None:
    tokens = bearer(account)

    assert account.get("/auth/me", params={name: tokens["access_token"]}).status_code == 401


@pytest.mark.parametrize("value", ["", "Bearer", "Bearer ", "Basic abc", "Bearer not.a.token"])
def test_an_invalid_header_precedes_a_valid_cookie(account: TestClient, value: str) -> None:
    account.post("/auth/login", json={"email": "ada@example.org", "password": "seven brass lanterns"})

    assert account.get("/auth/me").status_code == 200
    answer = account.get("/auth/me", headers={"Authorization": value})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_no_token_and_no_password_is_stored_in_the_clear(account: TestClient, session: Session) -> None:
    tokens = bearer(account)
    refresh(account, tokens["refresh_token"])
    account.post("/auth/forgot-password", json={"email": "ada@example.org"})

    names = inspect(session.connection()).get_table_names()
    stored = " ".join(str(row) for name in names for row in session.execute(text(f"SELECT * FROM {name}")))  # noqa: S608

    for secret in (tokens["access_token"], tokens["refresh_token"], "seven brass lanterns"):
        assert secret not in stored
        assert secret.rpartition(".")[2] not in stored


def test_each_sign_in_has_a_session_that_no_client_can_choose(account: TestClient) -> None:
    first = read_claims(bearer(account)["access_token"])
    planted = new_browser(cookies={"sid": first["sid"], "access_token": forge_token(first)})

    second = read_claims(bearer(planted)["access_token"])

    assert second["sid"] != first["sid"]
    assert second["jti"] != first["jti"]
