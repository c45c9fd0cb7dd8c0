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
    database = redis_client().connection_pool.connection_kwargs["db"]
    made = list[str]()
    with redis_client().monitor() as monitor:
        # The monitor has taken a connection, so this opens the one that the request uses.
        redis_client().echo("start")
        me(account, token)
        redis_client().echo("end")
        while made.count("ECHO") < 2:
            seen = monitor.next_command()
            # Other tests may use the same server, with a database of their own.
            made += [seen["command"].split(" ")[0].upper()] if seen["db"] == database else []

    assert made[made.index("ECHO") :] == ["ECHO", "EXISTS", "ECHO"]


def test_a_malformed_token_needs_no_query(account: TestClient, queries: list[str]) -> None:
    account.get("/auth/me", headers=header("not.a.token"))

    assert queries == []
