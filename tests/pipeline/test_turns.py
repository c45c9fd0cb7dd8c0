"""Priorities: the tasks of an owner with few do not wait behind those of an owner with many."""

from fastapi.testclient import TestClient
from sqlalchemy import update

from app.core.clock import db_now
from app.core.database import in_transaction
from app.core.tasks import LOWEST_PRIORITY
from app.modules.task.models import Task
from app.pipeline.dispatcher import Dispatcher
from tests.outbox import Outbox
from tests.pipeline.films import create_project, start_job

MANY = LOWEST_PRIORITY + 3


def take_priorities(outbox: Outbox) -> list[int]:
    """Remove the published messages and return their priorities."""
    priorities = [message.priority for message in outbox.messages]
    outbox.messages.clear()
    return priorities


def test_each_further_job_of_one_owner_has_a_lower_priority(
    ada_api: TestClient, bob_api: TestClient, outbox: Outbox
) -> None:
    for _ in range(MANY):
        start_job(ada_api, create_project(ada_api))
    of_ada = take_priorities(outbox)
    start_job(bob_api, create_project(bob_api))

    assert of_ada == [*range(LOWEST_PRIORITY + 1), LOWEST_PRIORITY, LOWEST_PRIORITY]
    assert take_priorities(outbox) == [0]


def test_each_further_task_of_one_owner_has_a_lower_priority(ada_api: TestClient, outbox: Outbox) -> None:
    project = create_project(ada_api)
    for number in range(3):
        ada_api.post(f"/projects/{project}/scenes", json={"description": f"Wave {number} came."})
    start_job(ada_api, project, audio=False, titles=False)

    outbox.deliver(2)

    assert take_priorities(outbox) == [1, 2, 3], "the planning is under way before them"


def test_a_task_that_is_published_again_gets_a_higher_priority(
    ada_api: TestClient, bob_api: TestClient, outbox: Outbox
) -> None:
    for api in (ada_api, ada_api, ada_api, bob_api):
        start_job(api, create_project(api))
    take_priorities(outbox)
    in_transaction(lambda session: session.execute(update(Task).values(published_at=db_now(-3600))))

    Dispatcher().publish_again()

    assert sorted(take_priorities(outbox)) == [0, 0, 1, 2]
