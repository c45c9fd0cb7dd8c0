"""The management of users by admins."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.core.audit import AuditEvent
from app.modules.auth.models import User
from tests.accounts import ADA, NEW_PASSWORD, PASSWORD, bearer, login, me, new_browser, refresh, register
from tests.outbox import Outbox

BOB = {"fullName": "Bob Tester", "email": "bob@example.org", "password": PASSWORD}


def actions(session: Session) -> list[str]:
    return [event.action for event in session.query(AuditEvent).order_by(AuditEvent.id)]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/admin/users"),
        ("POST", "/admin/users"),
        ("GET", "/admin/users/1"),
        ("PUT", "/admin/users/1"),
        ("DELETE", "/admin/users/1"),
        ("PATCH", "/admin/users/1/role"),
        ("PATCH", "/admin/users/1/password"),
        ("PATCH", "/admin/users/1/disabled"),
        ("POST", "/admin/auth/register"),
        ("GET", "/admin/auth/me"),
        ("GET", "/admin/audit"),
    ],
)
def test_only_admins_may_manage_users(
    browser: TestClient, ada_api: TestClient, method: str, path: str
) -> None:
    stranger = browser.request(method, path)
    user = ada_api.request(method, path)

    assert (stranger.status_code, stranger.json()["code"]) == (401, "auth.not_authenticated")
    assert (user.status_code, user.json()["code"]) == (403, "auth.not_admin")


def test_users_are_listed_in_pages_and_found_by_any_part(grace_api: TestClient, ada: User, bob: User) -> None:
    whole = grace_api.get("/admin/users", params={"limit": 2}).json()["data"]
    second = grace_api.get("/admin/users", params={"limit": 2, "page": 2}).json()["data"]
    found = grace_api.get("/admin/users", params={"q": "ADA@", "role": "user"}).json()["data"]
    literal = grace_api.get("/admin/users", params={"q": "%"}).json()["data"]

    assert (whole["total"], whole["page"], whole["limit"], len(whole["items"])) == (3, 1, 2, 2)
    assert len(second["items"]) == 1
    assert [user["email"] for user in found["items"]] == [ADA]
    assert literal["total"] == 0


def test_an_admin_creates_an_account_of_any_role(grace_api: TestClient) -> None:
    made = grace_api.post("/admin/users", json=BOB | {"role": "admin"})

    user = made.json()["data"]
    assert (made.status_code, user["role"], user["disabled"]) == (201, "admin", False)
    assert grace_api.get(f"/admin/users/{user['id']}").json()["data"] == user
    assert grace_api.post("/admin/users", json=BOB).json()["code"] == "auth.email_taken"


@pytest.mark.parametrize("path", ["/admin/users/99999999", "/admin/users/9007199254740991"])
def test_a_missing_user_is_not_found(grace_api: TestClient, path: str) -> None:
    answers = [
        grace_api.get(path),
        grace_api.put(path, json={"fullName": "Nobody"}),
        grace_api.delete(path),
        grace_api.patch(f"{path}/role", json={"role": "admin"}),
        grace_api.patch(f"{path}/disabled", json={"disabled": True}),
        grace_api.patch(f"{path}/password", json={"password": PASSWORD}),
    ]

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(404, "user.not_found")}


def test_an_admin_changes_any_part_of_an_account(grace_api: TestClient, ada: User, bob: User) -> None:
    path = f"/admin/users/{ada.id}"

    changed = grace_api.put(path, json={"fullName": "Countess Ada", "email": "Countess@example.org"})
    taken = grace_api.put(path, json={"email": bob.email})
    unknown = grace_api.put(path, json={"is_disabled": True})

    assert (changed.json()["data"]["fullName"], changed.json()["data"]["email"]) == (
        "Countess Ada",
        "countess@example.org",
    )
    assert (taken.status_code, taken.json()["code"], unknown.status_code) == (409, "auth.email_taken", 422)


def test_a_password_set_by_an_admin_closes_all_sessions_and_sends_a_notice(
    account: TestClient, grace_api: TestClient, session: Session, outbox: Outbox, mails: Path
) -> None:
    tokens = bearer(account)
    user = session.query(User).filter_by(email=ADA).one()

    grace_api.patch(f"/admin/users/{user.id}/password", json={"password": NEW_PASSWORD})
    outbox.deliver_all()

    assert me(account, tokens["access_token"]) == 401
    assert refresh(account, tokens["refresh_token"]).status_code == 401
    assert [login(account, password=word).status_code for word in (PASSWORD, NEW_PASSWORD)] == [401, 200]
    assert len(list(mails.glob("*.eml"))) == 1
    assert "admin.password_set" in actions(session)


def test_a_weak_password_is_refused_from_an_admin_too(grace_api: TestClient, ada: User) -> None:
    for path, method in ((f"/admin/users/{ada.id}/password", "PATCH"), (f"/admin/users/{ada.id}", "PUT")):
        assert grace_api.request(method, path, json={"password": ada.email}).status_code == 422


def test_a_disabled_user_is_refused_until_enabled_again(
    account: TestClient, grace_api: TestClient, session: Session
) -> None:
    tokens = bearer(account)
    path = f"/admin/users/{session.query(User).filter_by(email=ADA).one().id}/disabled"

    grace_api.patch(path, json={"disabled": True})
    locked_out = [me(account, tokens["access_token"]), login(account).status_code]
    grace_api.patch(path, json={"disabled": False})

    assert locked_out == [401, 401]
    assert me(account, tokens["access_token"]) == 401
    assert login(account).status_code == 200


def test_the_last_admin_cannot_be_deleted_demoted_or_disabled(grace_api: TestClient, grace: User) -> None:
    path = f"/admin/users/{grace.id}"

    answers = [
        grace_api.delete(path),
        grace_api.patch(f"{path}/role", json={"role": "user"}),
        grace_api.patch(f"{path}/disabled", json={"disabled": True}),
        grace_api.put(path, json={"role": "user"}),
    ]

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(409, "admin.last_admin")}
    assert grace_api.patch(f"{path}/role", json={"role": "admin"}).status_code == 200


def test_a_disabled_admin_does_not_count_as_another_one(
    grace_api: TestClient, grace: User, session: Session
) -> None:
    other = grace_api.post("/admin/users", json=BOB | {"role": "admin"}).json()["data"]["id"]
    grace_api.patch(f"/admin/users/{other}/disabled", json={"disabled": True})

    assert grace_api.patch(f"/admin/users/{grace.id}/role", json={"role": "user"}).status_code == 409
    assert grace_api.delete(f"/admin/users/{other}").status_code == 200


def test_an_admin_may_be_demoted_while_there_is_another(grace_api: TestClient, grace: User) -> None:
    grace_api.post("/admin/auth/register", json=BOB)

    stepped_down = grace_api.patch(f"/admin/users/{grace.id}/role", json={"role": "user"})

    assert stepped_down.json()["data"]["role"] == "user"
    assert grace_api.get("/admin/users").status_code == 403


def test_only_admins_may_create_admins(
    grace_api: TestClient, ada_api: TestClient, browser: TestClient
) -> None:
    answers = [client.post("/admin/auth/register", json=BOB) for client in (browser, ada_api, grace_api)]

    assert [answer.status_code for answer in answers] == [401, 403, 201]
    assert answers[2].json()["data"]["role"] == "admin"


def test_only_admins_can_sign_in_by_the_route_for_admins(account: TestClient, session: Session) -> None:
    credentials = {"email": ADA, "password": PASSWORD}
    refused = account.post("/admin/auth/login", json=credentials)
    session.query(User).update({"role": "admin"})

    let_in = account.post("/admin/auth/login", json=credentials)
    inside = [account.get(f"/admin/auth/{path}").status_code for path in ("me", "refresh-token", "me")]

    assert (refused.status_code, refused.json()["code"]) == (403, "auth.not_admin")
    assert "set-cookie" not in refused.headers
    assert (let_in.status_code, inside) == (200, [200, 200, 200])
    assert account.post("/admin/auth/logout").status_code == 200
    assert account.get("/admin/auth/me").status_code == 401


def test_a_wrong_password_at_the_admin_login_reveals_nothing(account: TestClient) -> None:
    answer = account.post("/admin/auth/login", json={"email": ADA, "password": "a wrong guess"})

    assert (answer.status_code, answer.json()["code"]) == (401, "auth.invalid_credentials")


def test_a_users_refresh_cookie_is_refused_by_the_route_for_admins_and_stays_valid(
    account: TestClient,
) -> None:
    login(account)

    refused = account.get("/admin/auth/refresh-token")

    assert (refused.status_code, refused.json()["code"]) == (403, "auth.not_admin")
    assert account.get("/auth/refresh-token").status_code == 200


def test_a_demoted_admins_requests_are_refused_at_once(grace_api: TestClient, grace: User) -> None:
    other = new_browser()
    register(other, "eve@example.org")
    eve = login(other, "eve@example.org").json()["data"]["id"]
    grace_api.patch(f"/admin/users/{eve}/role", json={"role": "admin"})
    before = other.get("/admin/users").status_code

    grace_api.patch(f"/admin/users/{eve}/role", json={"role": "user"})

    assert (before, other.get("/admin/users").status_code) == (200, 403)
