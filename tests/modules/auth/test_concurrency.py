"""Concurrent requests in real threads on a real database: exactly one succeeds, and data stays consistent."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import ASGITransport, AsyncClient, Response

from app.core.database import unit_of_work
from app.main import create_app
from app.modules.auth.models import RefreshToken, User
from app.modules.auth.repository import AuthRepository
from app.modules.auth.reset_links import build_token
from tests.accounts import ADA, NEW_PASSWORD, PASSWORD, bearer, login, me, refresh, register

MANY = 20


def at_once(request: Callable[[AsyncClient, int], Coroutine[Any, Any, Response]]) -> list[Response]:
    """Send the same request from twenty threads at once, and return the responses."""

    async def send() -> list[Response]:
        transport = ASGITransport(create_app(), raise_app_exceptions=False)
        async with AsyncClient(transport=transport, base_url="http://testserver") as client:
            return await asyncio.gather(*(request(client, number) for number in range(MANY)))

    return asyncio.run(send())


def statuses(answers: list[Response]) -> dict[int, int]:
    return dict(Counter(answer.status_code for answer in answers))


def visitor() -> TestClient:
    return TestClient(create_app(), raise_server_exceptions=False)


def test_twenty_refreshes_of_one_token_rotate_once(real_database: None) -> None:
    register(visitor())
    token = bearer(visitor())["refresh_token"]

    answers = at_once(lambda client, _: client.post("/auth/refresh-token", json={"refresh_token": token}))

    assert statuses(answers) == {200: MANY}
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    with unit_of_work() as session:
        assert session.query(RefreshToken).filter(RefreshToken.rotated_at.is_not(None)).count() == 1
    assert refresh(visitor(), answers[0].json()["refresh_token"]).status_code == 200


def test_twenty_browsers_refreshing_by_get_rotate_once(real_database: None) -> None:
    register(visitor())
    cookies = {"Cookie": f"refresh_token={bearer(visitor())['refresh_token']}"}

    answers = at_once(lambda client, _: client.get("/auth/refresh-token", headers=cookies))

    assert statuses(answers) == {200: MANY}
    assert len({tuple(answer.headers.get_list("set-cookie")) for answer in answers}) == 1


def test_twenty_uses_of_a_stolen_token_close_the_session_once(real_database: None) -> None:
    register(visitor())
    oldest = bearer(visitor())
    newest = refresh(visitor(), refresh(visitor(), oldest["refresh_token"]).json()["refresh_token"]).json()
    body = {"refresh_token": oldest["refresh_token"]}

    answers = at_once(lambda client, _: client.post("/auth/refresh-token", json=body))

    assert statuses(answers) == {401: MANY}
    assert Counter(answer.json()["code"] for answer in answers)["auth.token_reused"] == 1
    assert me(visitor(), newest["access_token"]) == 401


def test_twenty_registrations_of_one_address_make_one_account(real_database: None) -> None:
    person = {"fullName": "Ada Tester", "password": PASSWORD}
    spellings = (ADA, ADA.upper())

    answers = at_once(
        lambda client, number: client.post("/auth/register", json=person | {"email": spellings[number % 2]})
    )

    assert statuses(answers) == {201: 1, 409: MANY - 1}
    assert {answer.json()["code"] for answer in answers if answer.is_error} == {"auth.email_taken"}


def test_twenty_resets_with_one_link_set_one_password(real_database: None) -> None:
    user_id = register(visitor()).json()["data"]["id"]
    visitor().post("/auth/forgot-password", json={"email": ADA})
    with unit_of_work() as session:
        accounts = AuthRepository(session)
        request = accounts.get_newest_reset(user_id)
        assert request is not None
        found = build_token(accounts, request.id)
        assert found is not None

    answers = at_once(
        lambda client, number: client.post(
            "/auth/reset-password", json={"token": found[0], "newPassword": f"{NEW_PASSWORD} {number}"}
        )
    )

    winner = next(number for number, answer in enumerate(answers) if answer.is_success)
    assert statuses(answers) == {200: 1, 400: MANY - 1}
    assert login(visitor(), password=f"{NEW_PASSWORD} {winner}").status_code == 200


def test_twenty_logins_at_once_open_twenty_sessions(real_database: None) -> None:
    register(visitor())
    body = {"email": ADA, "password": PASSWORD, "token_transport": "bearer"}

    answers = at_once(lambda client, _: client.post("/auth/login", json=body))

    assert statuses(answers) == {200: MANY}
    assert len({answer.json()["refresh_token"] for answer in answers}) == MANY


def test_twenty_demotions_at_once_leave_an_admin(real_database: None) -> None:
    admins = [
        register(visitor(), f"admin{number}@example.org").json()["data"]["id"] for number in range(MANY)
    ]
    with unit_of_work() as session:
        session.query(User).filter(User.id.in_(admins)).update({"role": "admin"})
    tokens = [bearer(visitor(), f"admin{number}@example.org")["access_token"] for number in range(MANY)]

    answers = at_once(
        lambda client, number: client.patch(
            f"/admin/users/{admins[number]}/role",
            json={"role": "user"},
            headers={"Authorization": f"Bearer {tokens[number]}"},
        )
    )

    with unit_of_work() as session:
        left = session.query(User).filter_by(role="admin").count()
    assert statuses(answers) == {200: MANY - 1, 409: 1}
    assert left == 1
