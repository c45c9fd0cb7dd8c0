"""The queries and Redis round trips of authenticated requests."""

from fastapi.testclient import TestClient

from app.core.redis import client as redis_client
from tests.accounts import bearer, header, me


def test_an_authenticated_request_needs_one_query_and_the_first_one_two(
    account: TestClient, queries: list[str]
) -> None:
    token = bearer(account)["access_token"]
    counts = []
    for _ in range(3):
        queries.clear()
        assert me(account, token) == 200
        counts.append(len(queries))

    assert counts == [2, 1, 1]


def test_an_authenticated_request_needs_one_round_trip_to_redis(account: TestClient) -> None:
    token = bearer(account)["access_token"]
    before = redis_client().info("commandstats")

    me(account, token)

    after = redis_client().info("commandstats")
    made = {
        name: stats["calls"] - before.get(name, {"calls": 0})["calls"]
        for name, stats in after.items()
        if stats["calls"] != before.get(name, {"calls": 0})["calls"]
    }
    assert made == {"cmdstat_exists": 1, "cmdstat_info": 1}


def test_a_malformed_token_needs_no_query(account: TestClient, queries: list[str]) -> None:
    account.get("/auth/me", headers=header("not.a.token"))

    assert queries == []
