"""Rotation of tokens: each refresh token works once, and the use of a stolen copy closes the session."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.core.audit import AuditEvent
from tests.accounts import bearer, login, me, new_browser, read_claims, refresh


def test_a_refresh_rotates_both_tokens(account: TestClient) -> None:
    old = bearer(account)

    new = refresh(account, old["refresh_token"]).json()

    assert new["access_token"] != old["access_token"]
    assert new["refresh_token"] != old["refresh_token"]
    assert me(account, new["access_token"]) == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_browser_refreshes_by_its_cookie(account: TestClient, method: str) -> None:
    login(account)
    before = dict(account.cookies)

    answer = account.request(method, "/auth/refresh-token")

    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "token" not in answer.text.replace("refresh-token", "")
    assert set(before) == set(account.cookies)
    assert all(account.cookies[name] != before[name] for name in before)


def test_the_direct_parent_gets_the_same_successor_within_the_grace(account: TestClient) -> None:
    parent = bearer(account)["refresh_token"]
    child = refresh(account, parent).json()
    me(account, child["access_token"])

    again = refresh(account, parent).json()

    assert again["refresh_token"] == child["refresh_token"]
    assert again["access_token"] == child["access_token"]


def test_the_grace_continues_while_the_successor_is_unused(
    account: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = bearer(account)["refresh_token"]
    child = refresh(account, parent).json()
    monkeypatch.setenv("CLOCK_OFFSET_SECONDS", "11")

    again = refresh(account, parent)

    assert again.json()["refresh_token"] == child["refresh_token"]


def test_after_grace_and_use_the_parent_closes_the_session(
    account: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = bearer(account)
    child = refresh(account, parent["refresh_token"]).json()
    me(account, child["access_token"])
    monkeypatch.setenv("CLOCK_OFFSET_SECONDS", "11")

    again = refresh(account, parent["refresh_token"])

    assert (again.status_code, again.json()["code"]) == (401, "auth.token_reused")
    assert me(account, child["access_token"]) == 401


def test_without_a_grace_time_the_parent_of_a_used_successor_closes_the_session(
    account: TestClient, configure: Callable[..., None]
) -> None:
    configure(REFRESH_GRACE_SECONDS="0")
    parent = bearer(account)
    child = refresh(account, parent["refresh_token"]).json()

    assert refresh(account, parent["refresh_token"]).json()["refresh_token"] == child["refresh_token"]
    me(account, child["access_token"])

    assert refresh(account, parent["refresh_token"]).json()["code"] == "auth.token_reused"


def test_a_replayed_token_closes_the_session_and_is_audited(account: TestClient, session: Session) -> None:
    family = [bearer(account)]
    other = bearer(account)
    for _ in range(3):
        family.append(refresh(account, family[-1]["refresh_token"]).json())

    replayed = refresh(account, family[0]["refresh_token"])

    assert replayed.json()["code"] == "auth.token_reused"
    assert {refresh(account, tokens["refresh_token"]).status_code for tokens in family} == {401}
    assert {me(account, tokens["access_token"]) for tokens in family} == {401}
    assert me(account, other["access_token"]) == 200
    assert session.query(AuditEvent).filter_by(action="auth.token_reused").count() == 1


def test_rotation_cannot_prolong_a_session_beyond_its_limit(
    account: TestClient, configure: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(SESSION_MAX_SECONDS="600")
    tokens = bearer(account)
    end = read_claims(tokens["refresh_token"])["exp"]

    rotated = refresh(account, tokens["refresh_token"]).json()
    monkeypatch.setenv("CLOCK_OFFSET_SECONDS", "601")
    late = refresh(account, rotated["refresh_token"])

    assert read_claims(rotated["refresh_token"])["exp"] == end
    assert read_claims(rotated["access_token"])["exp"] <= end
    assert late.status_code == 401


def test_settings_change_the_lifetimes(account: TestClient, configure: Callable[..., None]) -> None:
    configure(ACCESS_TOKEN_SECONDS="60", REFRESH_TOKEN_SECONDS="120")

    tokens = bearer(account)

    for name, seconds in (("access_token", 60), ("refresh_token", 120)):
        claims = read_claims(tokens[name])
        assert claims["exp"] - claims["iat"] == seconds
    assert tokens["expires_in"] <= 60


def test_a_refresh_without_a_token_is_refused_and_sets_nothing(account: TestClient) -> None:
    answers = [account.get("/auth/refresh-token"), account.post("/auth/refresh-token")]

    assert [answer.status_code for answer in answers] == [401, 401]
    assert all("set-cookie" not in answer.headers for answer in answers)


def test_two_pages_of_one_browser_may_refresh_at_once(account: TestClient) -> None:
    login(account)
    other_page = new_browser(cookies=dict(account.cookies))

    first, second = account.get("/auth/refresh-token"), other_page.get("/auth/refresh-token")

    assert (first.status_code, second.status_code) == (200, 200)
    assert first.headers.get_list("set-cookie") == second.headers.get_list("set-cookie")
    assert account.get("/auth/me").status_code == 200
