"""Limits on attempts, for each account and each client network, whether the account exists or not."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from tests.accounts import ADA, bearer, login, me, new_browser, refresh, register


def fail(client: TestClient, times: int, email: str = ADA) -> set[int]:
    return {login(client, email, "a wrong guess").status_code for _ in range(times)}


@pytest.mark.parametrize("email", [ADA, "nobody@example.org", "no address at all"])
def test_the_twenty_first_failure_is_refused_for_any_account(account: TestClient, email: str) -> None:
    assert fail(account, 20, email) == {401}

    refused = login(account, email)

    assert (refused.status_code, refused.json()["code"]) == (429, "request.throttled")
    assert 0 < int(refused.headers["retry-after"]) <= 300
    assert isinstance(refused.json()["detail"], str)


def test_while_throttled_the_right_password_is_refused_and_others_are_not(account: TestClient) -> None:
    register(account, "bob@example.org")
    tokens = bearer(account)
    fail(account, 20)

    assert login(account).status_code == 429
    assert login(account, "bob@example.org").status_code == 200
    assert me(account, tokens["access_token"]) == 200
    assert refresh(account, tokens["refresh_token"]).status_code == 200


def test_a_success_clears_the_failures(account: TestClient) -> None:
    fail(account, 19)

    assert login(account).status_code == 200
    assert fail(account, 20) == {401}


def test_no_account_is_locked_out_forever(account: TestClient, configure: Callable[..., None]) -> None:
    configure(LOGIN_THROTTLE_LIMIT="1", LOGIN_THROTTLE_WINDOW_SECONDS="1", IP_THROTTLE_LIMIT="99999")
    fail(account, 1)
    refused = login(account)

    while (answer := login(account)).status_code == 429:
        pass

    assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
    assert answer.status_code == 200


def test_all_forms_of_one_address_share_a_counter(account: TestClient) -> None:
    for spelling in ("ada@example.org", "ADA@example.org", " Ada@Example.Org ", "ａda@example.org"):
        assert fail(account, 5, spelling) == {401}

    assert login(account).status_code == 429


def test_all_routes_of_login_share_the_counter(account: TestClient) -> None:
    form = {"username": ADA, "password": "a wrong guess"}
    for _ in range(10):
        account.post("/auth/token", data=form)
        account.post("/admin/auth/login", json={"email": ADA, "password": "a wrong guess"})

    assert login(account).status_code == 429
    assert account.post("/auth/token", data=form).status_code == 429


def test_one_network_may_try_a_hundred_logins(browser: TestClient, configure: Callable[..., None]) -> None:
    configure(IP_THROTTLE_LIMIT="5")
    for number in range(5):
        assert login(browser, f"person{number}@example.org").status_code == 401

    assert login(browser).status_code == 429
    assert login(new_browser(client=("192.0.2.7", 1))).status_code == 401


def test_one_network_may_register_a_hundred_accounts(
    browser: TestClient, configure: Callable[..., None]
) -> None:
    configure(IP_THROTTLE_LIMIT="2")
    statuses = [register(browser, f"person{number}@example.org").status_code for number in range(3)]

    assert statuses == [201, 201, 429]
    assert login(browser, "person0@example.org").status_code == 200


def test_guesses_of_reset_links_are_limited(browser: TestClient, configure: Callable[..., None]) -> None:
    configure(IP_THROTTLE_LIMIT="3")
    guess = {"token": "1.abc", "newPassword": "eight brass lanterns"}

    statuses = [browser.post("/auth/reset-password", json=guess).status_code for _ in range(4)]

    assert statuses == [400, 400, 400, 429]


def test_a_forged_address_does_not_open_another_counter(
    browser: TestClient, configure: Callable[..., None]
) -> None:
    configure(IP_THROTTLE_LIMIT="3")
    statuses = [
        browser.post(
            "/auth/login",
            json={"email": f"person{number}@example.org", "password": "a guess"},
            headers={"X-Forwarded-For": f"198.51.100.{number}"},
        ).status_code
        for number in range(4)
    ]

    assert statuses == [401, 401, 401, 429]


def test_behind_a_trusted_proxy_each_client_has_a_counter(
    browser: TestClient, configure: Callable[..., None]
) -> None:
    configure(IP_THROTTLE_LIMIT="1", TRUSTED_PROXIES="10.0.0.0/8")
    behind = new_browser(client=("10.1.2.3", 1))
    clients = ("198.51.100.1", "198.51.100.2", "198.51.100.1", "203.0.113.9, 198.51.100.2")

    statuses = [
        behind.post(
            "/auth/login",
            json={"email": "x@example.org", "password": "a guess"},
            headers={"X-Forwarded-For": client},
        ).status_code
        for client in clients
    ]

    assert statuses == [401, 401, 429, 429]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/auth/login", {"email": ADA, "password": "seven brass lanterns"}),
        ("/admin/auth/login", {"email": ADA, "password": "seven brass lanterns"}),
        ("/auth/register", {"fullName": "Bob", "email": "b@example.org", "password": "seven brass lanterns"}),
        ("/auth/reset-password", {"token": "1.abc", "newPassword": "eight brass lanterns"}),
    ],
)
def test_without_redis_nothing_that_is_counted_is_unlimited(
    account: TestClient, redis_down: None, path: str, body: dict[str, str]
) -> None:
    answer = account.post(path, json=body)

    assert (answer.status_code, answer.json()["code"]) == (503, "throttle.unavailable")
    assert int(answer.headers["retry-after"]) > 0
