"""The end of sessions: their tokens are invalid at once, without Redis too, and for good."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.core.redis import client as redis_client
from app.modules.auth.models import User, UserSession
from tests.accounts import bearer, header, login, me, new_browser, refresh, register


def test_logging_out_invalidates_both_tokens_at_once(account: TestClient) -> None:
    login(account)
    tokens = {name: account.cookies[name] for name in ("access_token", "refresh_token")}

    answer = account.post("/auth/logout")

    assert (answer.status_code, answer.headers["clear-site-data"]) == (200, '"cache"')
    assert dict(account.cookies) == {}
    assert me(account, tokens["access_token"]) == 401
    assert refresh(account, tokens["refresh_token"]).status_code == 401


def test_cookies_are_deleted_with_the_attributes_they_were_set_with(account: TestClient) -> None:
    login(account)

    cleared = account.post("/auth/logout").headers.get_list("set-cookie")

    assert len(cleared) == 2
    for cookie in cleared:
        assert {"HttpOnly", "Path=/", "SameSite=lax", "Max-Age=0"} <= set(cookie.split("; "))


def test_logging_out_works_with_only_the_refresh_cookie_and_twice(account: TestClient) -> None:
    login(account)
    access, stale = account.cookies["access_token"], dict(account.cookies)
    account.cookies.delete("access_token")

    first = account.post("/auth/logout")
    second = new_browser(cookies=stale).post("/auth/logout")

    assert (first.status_code, second.status_code) == (200, 200)
    assert me(account, access) == 401
    assert account.post("/auth/logout").status_code == 401


def test_users_list_their_sessions_and_close_one(account: TestClient) -> None:
    phone = bearer(new_browser(headers={"User-Agent": "phone"}))["access_token"]
    login(account)

    listed = account.get("/auth/sessions").json()["data"]
    on_phone = next(row for row in listed if row["user_agent"] == "phone")
    closed = account.delete(f"/auth/sessions/{on_phone['id']}")

    assert set(on_phone) == {"id", "created_at", "last_used_at", "ip", "user_agent", "current"}
    assert [row["current"] for row in listed] == [True, False]
    assert closed.status_code == 204
    assert me(account, phone) == 401
    assert account.get("/auth/me").status_code == 200


def test_another_persons_session_is_not_found(account: TestClient) -> None:
    register(account, "bob@example.org")
    login(account)
    mine = account.get("/auth/sessions").json()["data"][0]["id"]
    bob = new_browser()
    login(bob, "bob@example.org")

    theirs, none = bob.delete(f"/auth/sessions/{mine}"), bob.delete("/auth/sessions/99999999")

    assert (theirs.status_code, theirs.json()["detail"]) == (none.status_code, none.json()["detail"])
    assert theirs.status_code == 404
    assert account.get("/auth/me").status_code == 200


def test_emptying_redis_makes_no_token_valid_again(account: TestClient) -> None:
    tokens = bearer(account)
    account.post("/auth/logout", headers=header(tokens["access_token"]))

    redis_client().flushdb()

    assert me(account, tokens["access_token"]) == 401
    assert refresh(account, tokens["refresh_token"]).status_code == 401


def test_redis_alone_refuses_a_closed_session(account: TestClient, session: Session) -> None:
    tokens = bearer(account)
    account.post("/auth/logout", headers=header(tokens["access_token"]))

    session.query(UserSession).update({"revoked_at": None})

    assert me(account, tokens["access_token"]) == 401
    redis_client().flushdb()
    assert me(account, tokens["access_token"]) == 200


def test_without_redis_the_database_answers_for_sessions(
    account: TestClient, request: pytest.FixtureRequest
) -> None:
    dead, alive = bearer(account), bearer(account)
    request.getfixturevalue("redis_down")

    closed = account.post("/auth/logout", headers=header(dead["access_token"]))

    assert closed.status_code == 200
    assert me(account, dead["access_token"]) == 401
    assert me(account, alive["access_token"]) == 200
    assert refresh(account, alive["refresh_token"]).status_code == 200


def test_a_disabled_account_is_refused_at_its_next_request(account: TestClient, session: Session) -> None:
    tokens = bearer(account)
    session.query(User).update({"is_disabled": True})

    assert me(account, tokens["access_token"]) == 401
    assert refresh(account, tokens["refresh_token"]).status_code == 401


def test_a_deleted_account_is_refused_at_its_next_request(account: TestClient, session: Session) -> None:
    tokens = bearer(account)
    session.query(User).delete()

    assert me(account, tokens["access_token"]) == 401
    assert refresh(account, tokens["refresh_token"]).status_code == 401


def test_the_role_is_read_from_the_database_and_not_from_the_token(
    account: TestClient, session: Session
) -> None:
    access = bearer(account)["access_token"]
    answers = []
    for role in ("user", "admin", "user"):
        session.query(User).update({"role": role})
        answers.append(account.get("/admin/users", headers=header(access)).status_code)

    assert answers == [403, 200, 403]
