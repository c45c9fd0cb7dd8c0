"""Idempotency keys: their scope, their lifetime, and requests while the first one still runs."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.idempotency import Idempotency, IdempotencyKey, KeyInFlight
from app.modules.auth.models import User

NEW = {"title": "Lantern", "story_text": "Mara found a lantern."}
KEY = {"Idempotency-Key": "once"}
ROUTE, BODY = "POST /api/v1/projects", b"{}"


def test_a_key_belongs_to_one_user_and_one_route(ada_api: TestClient, bob_api: TestClient) -> None:
    first = ada_api.post("/projects", json=NEW, headers=KEY)
    other_user = bob_api.post("/projects", json=NEW, headers=KEY)
    other_route = ada_api.post("/jobs", json={"project_id": first.json()["id"]}, headers=KEY)

    assert [answer.status_code for answer in (first, other_user, other_route)] == [201, 201, 201]
    assert first.json()["id"] != other_user.json()["id"]
    assert "idempotency-replayed" not in other_user.headers


def test_without_a_key_every_request_counts(ada_api: TestClient) -> None:
    ids = {ada_api.post("/projects", json=NEW).json()["id"] for _ in range(2)}

    assert len(ids) == 2


def test_while_the_first_request_runs_the_second_is_refused(ada: User) -> None:
    Idempotency(ada.id, ROUTE, "once", BODY)

    with pytest.raises(KeyInFlight) as refusal:
        Idempotency(ada.id, ROUTE, "once", BODY)

    assert (refusal.value.status, refusal.value.code) == (409, "idempotency.in_flight")


def test_an_expired_claim_may_be_taken_over(ada: User, session: Session) -> None:
    Idempotency(ada.id, ROUTE, "once", BODY)
    session.execute(update(IdempotencyKey).values(claimed_until=db_now(-1)))
    session.commit()

    Idempotency(ada.id, ROUTE, "once", BODY)

    with pytest.raises(KeyInFlight):
        Idempotency(ada.id, ROUTE, "once", BODY)


def test_after_a_day_a_key_is_new_again(ada_api: TestClient, session: Session) -> None:
    ada_api.post("/projects", json=NEW, headers=KEY)
    session.execute(update(IdempotencyKey).values(created_at=db_now(-24 * 3600 - 1)))
    session.commit()

    again = ada_api.post("/projects", json=NEW | {"title": "Another"}, headers=KEY)

    assert (again.status_code, "idempotency-replayed" in again.headers) == (201, False)
