"""Tokens that were stolen before a change of the password are worthless after it."""

from fastapi.testclient import TestClient

from tests.accounts import NEW_PASSWORD, PASSWORD, bearer, header, login, me, new_browser, refresh, register

CHANGE = {"old_password": PASSWORD, "new_password": NEW_PASSWORD}


def test_earlier_tokens_of_the_session_that_changes_the_password_are_dead(browser: TestClient) -> None:
    register(browser)
    first = bearer(browser)
    second = refresh(browser, first["refresh_token"]).json()

    answer = browser.put("/auth/change-password", json=CHANGE, headers=header(second["access_token"]))

    thief = new_browser()
    assert [me(thief, one["access_token"]) for one in (first, second)] == [401, 401]
    assert [refresh(thief, one["refresh_token"]).status_code for one in (first, second)] == [401, 401]
    assert me(browser, answer.json()["access_token"]) == 200
    assert refresh(browser, answer.json()["refresh_token"]).status_code == 200


def test_earlier_cookies_are_dead_and_the_browser_stays_signed_in(browser: TestClient) -> None:
    register(browser)
    login(browser)
    stolen = dict(browser.cookies)

    browser.put("/auth/change-password", json=CHANGE)

    assert new_browser(cookies=stolen).get("/auth/me").status_code == 401
    assert new_browser(cookies=stolen).post("/auth/refresh-token").status_code == 401
    assert browser.get("/auth/me").status_code == 200
    assert [row["current"] for row in browser.get("/auth/sessions").json()["data"]] == [True]
