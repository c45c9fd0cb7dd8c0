"""Changes of passwords by their owners, which close all other sessions; and weak passwords."""

import pytest
from fastapi.testclient import TestClient

from app.modules.auth import passwords
from app.modules.auth.errors import WeakPassword
from tests.accounts import ADA, NEW_PASSWORD, PASSWORD, bearer, header, login, me, new_browser, refresh
from tests.outbox import Outbox

CHANGE = {"old_password": PASSWORD, "new_password": NEW_PASSWORD}


def test_changing_the_password_closes_every_other_session(account: TestClient) -> None:
    other = bearer(account)
    login(account)
    before = account.cookies["refresh_token"]

    answer = account.put("/auth/change-password", json=CHANGE)

    assert answer.status_code == 200
    assert account.cookies["refresh_token"] != before
    assert account.get("/auth/me").status_code == 200
    assert me(account, other["access_token"]) == 401
    assert refresh(account, other["refresh_token"]).status_code == 401
    assert [login(account, password=word).status_code for word in (PASSWORD, NEW_PASSWORD)] == [401, 200]


def test_a_bearer_client_gets_its_new_tokens_in_the_body(account: TestClient) -> None:
    tokens = bearer(account)

    answer = account.put("/auth/change-password", json=CHANGE, headers=header(tokens["access_token"]))

    assert "set-cookie" not in answer.headers
    assert me(account, answer.json()["access_token"]) == 200
    assert refresh(account, answer.json()["refresh_token"]).status_code == 200


def test_the_current_password_is_needed(account: TestClient) -> None:
    login(account)
    other = bearer(new_browser())

    answer = account.put("/auth/change-password", json=CHANGE | {"old_password": "a wrong guess"})

    assert (answer.status_code, answer.json()["code"]) == (400, "auth.wrong_password")
    assert me(new_browser(), other["access_token"]) == 200
    assert login(account).status_code == 200


@pytest.mark.parametrize("password", ["short", "password123", ADA, "x" * 257])
def test_the_new_password_must_be_a_good_one(account: TestClient, password: str) -> None:
    login(account)

    answer = account.put("/auth/change-password", json=CHANGE | {"new_password": password})

    assert answer.status_code == 422
    assert login(account).status_code == 200


def test_guessing_the_current_password_is_throttled_like_a_login(account: TestClient) -> None:
    login(account)
    guesses = [
        account.put("/auth/change-password", json=CHANGE | {"old_password": f"guess {number}"})
        for number in range(20)
    ]

    answer = account.put("/auth/change-password", json=CHANGE)

    assert {guess.status_code for guess in guesses} == {400}
    assert answer.status_code == 429


def test_a_notice_of_the_change_is_sent(account: TestClient, outbox: Outbox, mails) -> None:
    login(account)
    account.put("/auth/change-password", json=CHANGE)

    outbox.deliver_all()

    (mail,) = mails.glob("*.eml")
    assert f"To: {ADA}" in mail.read_text()
    assert "password was changed" in mail.read_text()


@pytest.mark.parametrize("password", ["qwertyuiop", "Iloveyou1", "Animatic Studio", " password1 "])
def test_common_passwords_are_rejected(password: str) -> None:
    with pytest.raises(WeakPassword):
        passwords.reject_weak(password)


def test_at_least_three_thousand_common_passwords_of_our_length_are_known() -> None:
    assert sum(len(word) >= 8 for word in passwords.common_passwords()) >= 3000
