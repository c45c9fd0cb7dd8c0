"""Registration and login: all refused logins get the same answer for the same work."""

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.modules.auth import passwords
from app.modules.auth.models import User
from tests.accounts import ADA, PASSWORD, CountingHasher, login, new_browser, register, strip_instance


def test_registering_gives_a_user_and_never_a_role(browser: TestClient) -> None:
    answer = register(browser, "Ada@Example.org", fullName="  Ada Tester ")

    user = answer.json()["data"]
    assert (answer.status_code, answer.json()["status_code"]) == (201, 201)
    assert (user["fullName"], user["email"], user["role"]) == ("Ada Tester", ADA, "user")
    assert set(user) == {"id", "fullName", "email", "role", "created_at", "updated_at"}


@pytest.mark.parametrize("field", ["role", "is_disabled", "id", "password_hash"])
def test_privileged_fields_are_refused_at_registration(browser: TestClient, field: str) -> None:
    answer = register(browser, **{field: "admin"})

    assert answer.status_code == 422
    assert login(browser).status_code == 401


@pytest.mark.parametrize("spelling", ["ADA@EXAMPLE.ORG", " ada@example.org ", "ａｄａ@example.org"])
def test_an_address_is_taken_in_all_of_its_forms(account: TestClient, spelling: str) -> None:
    answer = register(account, spelling)

    assert (answer.status_code, answer.json()["code"]) == (409, "auth.email_taken")


def test_addresses_that_only_look_alike_are_different_accounts(browser: TestClient) -> None:
    register(browser, "mike@example.org")

    lookalike = register(browser, "mıke@example.org", password="another brass lantern")

    assert lookalike.status_code == 201
    assert login(browser, "mike@example.org", "another brass lantern").status_code == 401


@pytest.mark.parametrize("password", ["password123", "PASSWORD123", "ada@example.org", "Ada Tester", "short"])
def test_passwords_that_are_easy_to_guess_are_refused(browser: TestClient, password: str) -> None:
    answer = register(browser, password=password)

    assert answer.status_code == 422
    assert isinstance(answer.json()["detail"], str)
    assert password not in answer.text


@pytest.mark.parametrize("password", ["  spaces around  ", "ü" * 256, "nodigitsnosigns", "12 45 78 ab"])
def test_passwords_are_neither_trimmed_nor_cut_nor_composed(browser: TestClient, password: str) -> None:
    register(browser, password=password)

    assert login(browser, password=password).status_code == 200
    assert login(browser, password=password[:-1]).status_code == 401
    assert login(browser, password=f"{password.strip()[:200]} ").status_code == 401


def test_a_password_over_256_characters_is_refused(browser: TestClient) -> None:
    assert register(browser, password="x" * 257).status_code == 422


def test_unknown_wrong_and_disabled_are_answered_alike(account: TestClient, session: Session) -> None:
    register(account, "off@example.org")
    session.query(User).filter_by(email="off@example.org").update({"is_disabled": True})

    unknown = login(account, "nobody@example.org")
    wrong = login(account, password="not the password")
    disabled = login(account, "off@example.org")

    assert strip_instance(unknown) == strip_instance(wrong) == strip_instance(disabled)
    names = [
        {name for name in answer.headers if name != "x-request-id"} for answer in (unknown, wrong, disabled)
    ]
    assert unknown.json()["code"] == "auth.invalid_credentials"
    assert names[0] == names[1] == names[2]


@pytest.mark.parametrize("email", [ADA, "nobody@example.org", "off@example.org", "no address at all"])
def test_a_failed_login_is_one_verification_for_any_account(
    account: TestClient, session: Session, hasher: CountingHasher, email: str
) -> None:
    register(account, "off@example.org")
    session.query(User).filter_by(email="off@example.org").update({"is_disabled": True})
    hasher.hashes = hasher.verifications = 0

    login(account, email, "not the password")

    assert (hasher.hashes, hasher.verifications) == (0, 1)


def test_the_dummy_hash_costs_as_much_as_a_real_one() -> None:
    assert passwords.is_outdated(passwords.dummy_hash()) is False
    assert passwords.verify("any password", None) is False


def test_passwords_are_argon2id_with_at_least_the_advised_cost() -> None:
    cost = PasswordHasher()

    assert cost.type.name == "ID"
    assert (cost.memory_cost >= 19456, cost.time_cost >= 2, cost.parallelism >= 1) == (True, True, True)


def test_a_hash_with_older_parameters_is_replaced_at_login(account: TestClient, session: Session) -> None:
    user = session.query(User).filter_by(email=ADA).one()
    user.password_hash = old = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(PASSWORD)
    session.commit()

    login(account)

    session.refresh(user)
    assert user.password_hash != old
    assert passwords.verify(PASSWORD, user.password_hash)


def test_cookies_cannot_be_read_by_scripts_and_hold_the_only_copy(account: TestClient) -> None:
    answer = login(account)

    cookies = {cookie.split("=")[0]: cookie for cookie in answer.headers.get_list("set-cookie")}
    assert "Max-Age=3600" in cookies["access_token"]
    assert "Max-Age=604800" in cookies["refresh_token"]
    for cookie in cookies.values():
        assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
        assert "Domain" not in cookie
        assert "Secure" not in cookie
        assert cookie.split("=")[1].split(";")[0] not in answer.text
    assert "token" not in answer.text


def test_production_cookies_are_secure_and_may_be_prefixed(
    account: TestClient, configure: Callable[..., None]
) -> None:
    configure(
        ENVIRONMENT="production",
        SECRET_KEY="k" * 40,
        BACKEND_CORS_ORIGINS="https://studio.example.org",
        COOKIE_SAMESITE="none",
        COOKIE_PREFIX="__Host-",
    )
    secure = new_browser(base_url="https://testserver")

    answer = login(secure)

    cookies = answer.headers.get_list("set-cookie")
    assert [cookie.split("=")[0] for cookie in cookies] == ["__Host-access_token", "__Host-refresh_token"]
    assert all({"Secure", "SameSite=none"} <= set(cookie.split("; ")) for cookie in cookies)
    assert secure.get("/auth/me").status_code == 200


def test_a_bearer_login_returns_tokens_and_sets_no_cookie(account: TestClient) -> None:
    answer = login(account, token_transport="bearer")

    body = answer.json()
    assert "set-cookie" not in answer.headers
    assert (body["token_type"], body["expires_in"] > 3590, body["data"]["email"]) == ("bearer", True, ADA)
    assert account.get("/auth/me", headers={"Authorization": f"bearer {body['access_token']}"}).is_success


def test_the_documentation_signs_in_by_an_oauth2_form(account: TestClient) -> None:
    answer = account.post("/auth/token", data={"username": ADA, "password": PASSWORD})
    refused = account.post("/auth/token", data={"username": ADA, "password": "not the password"})

    assert set(answer.json()) == {"access_token", "refresh_token", "token_type", "expires_in"}
    assert answer.headers["cache-control"] == "no-store"
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")


def test_users_change_their_name_and_nothing_else(account: TestClient) -> None:
    login(account)

    renamed = account.patch("/auth/me", json={"fullName": "Countess Ada"})
    refused = account.patch("/auth/me", json={"fullName": "Countess Ada", "role": "admin"})

    assert renamed.json()["data"]["fullName"] == "Countess Ada"
    assert refused.status_code == 422
    assert account.get("/auth/me").json()["data"]["role"] == "user"
