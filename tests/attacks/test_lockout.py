"""Wrong passwords of others don't lock the owner of an account out, and guessing stays limited."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from tests.accounts import login, new_browser, register

HOME, OFFICE, ATTACKER = "192.0.2.1", "192.0.2.2", "203.0.113.9"


@pytest.fixture
def at(browser: TestClient, configure: Callable[..., None]) -> Callable[[str], TestClient]:
    """A function that returns a browser at an address; Ada has an account and has signed in at home."""
    configure(LOGIN_THROTTLE_LIMIT="3")

    def open_browser(address: str) -> TestClient:
        return new_browser(client=(address, 1))

    register(open_browser(HOME))
    login(open_browser(HOME))
    return open_browser


def guess(client: TestClient, times: int) -> list[int]:
    return [login(client, password=f"a wrong guess {number}").status_code for number in range(times)]


def test_the_owner_signs_in_from_a_familiar_network_during_an_attack(at: Callable[[str], TestClient]) -> None:
    guesses = guess(at(ATTACKER), 4)

    assert guesses == [401, 401, 401, 429]
    assert login(at(HOME)).status_code == 200
    assert login(at(OFFICE)).status_code == 429


def test_guesses_from_a_familiar_network_are_limited_too(at: Callable[[str], TestClient]) -> None:
    guesses = guess(at(HOME), 4)

    assert guesses == [401, 401, 401, 429]
    assert login(at(HOME)).status_code == 429


def test_the_owner_s_success_gives_an_attacker_no_more_guesses(at: Callable[[str], TestClient]) -> None:
    guess(at(ATTACKER), 3)

    login(at(HOME))

    assert guess(at(ATTACKER), 1) == [429]


def test_many_networks_share_the_guesses_at_one_account(at: Callable[[str], TestClient]) -> None:
    guesses = [guess(at(f"198.51.100.{number}"), 1)[0] for number in range(5)]

    assert guesses == [401, 401, 401, 429, 429]
