"""A request that holds its idempotency key for too long creates nothing once another one has the key."""

import pytest
from sqlalchemy import select, update

from app.core.clock import db_now
from app.core.database import in_transaction, reading, unit_of_work
from app.core.idempotency import Idempotency, IdempotencyKey, KeyInFlight
from app.modules.auth.models import User
from app.modules.project.models import Project
from app.modules.project.schemas import ProjectCreate, ProjectRead
from app.modules.project.service import ProjectService

ROUTE, BODY = "POST /api/v1/projects", b"{}"
STORY = ProjectCreate(title="Lantern", story_text="Mara found a lantern.", language="en")


def claim(user: User) -> Idempotency:
    return Idempotency(user.id, ROUTE, "once", BODY)


def expire_claims() -> None:
    in_transaction(lambda session: session.execute(update(IdempotencyKey).values(claimed_until=db_now(-1))))


def create(user: User, claimed: Idempotency) -> None:
    """Create a project as the endpoint does, in one transaction with the answer."""
    with unit_of_work() as session:
        project = ProjectRead.model_validate(ProjectService(session).create(STORY, user))
        claimed.store_answer(session, project)


@pytest.fixture
def slow_and_fast(ada: User) -> tuple[Idempotency, Idempotency]:
    """Two claims of the same key; the second has taken the first one over."""
    slow = claim(ada)
    expire_claims()
    return slow, claim(ada)


def test_the_slow_request_creates_nothing(ada: User, slow_and_fast: tuple[Idempotency, Idempotency]) -> None:
    slow, fast = slow_and_fast
    create(ada, fast)

    with pytest.raises(KeyInFlight):
        create(ada, slow)

    with reading() as session:
        assert len(session.scalars(select(Project)).all()) == 1


def test_the_slow_request_s_failure_leaves_the_key_claimed(
    ada: User, slow_and_fast: tuple[Idempotency, Idempotency]
) -> None:
    slow, fast = slow_and_fast

    slow.release()

    with pytest.raises(KeyInFlight):
        claim(ada)
    create(ada, fast)
