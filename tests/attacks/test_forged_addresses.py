"""No client chooses its own address: a forwarded one counts only behind a trusted proxy."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from app.core.visitor import client_ip

PEER = "203.0.113.9"


@pytest.mark.parametrize("forwarded", [PEER, "127.0.0.1", f"127.0.0.1, {PEER}", "::1", "10.0.0.1"])
def test_a_visitor_who_forwards_an_address_keeps_their_own(forwarded: str) -> None:
    headers = [(b"x-forwarded-for", forwarded.encode())]

    assert client_ip({"type": "http", "client": (PEER, 5000), "headers": headers}) == PEER


def test_another_forwarded_address_each_time_does_not_slip_the_throttle(
    browser: TestClient, configure: Callable[..., None]
) -> None:
    configure(IP_THROTTLE_LIMIT="3")
    wrong = {"email": "ada@example.org", "password": "a wrong password"}

    answers = [
        browser.post("/auth/login", json=wrong, headers={"X-Forwarded-For": f"198.51.100.{number}"})
        for number in range(5)
    ]

    assert [answer.status_code for answer in answers] == [401, 401, 401, 429, 429]
