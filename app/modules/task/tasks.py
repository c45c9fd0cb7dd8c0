"""The Celery task that removes unused artifacts."""

from app.core import outbox
from app.core.database import in_transaction
from app.core.tasks import celery
from app.modules.asset.service import REMOVE_UNUSED_ARTIFACTS_TASK
from app.modules.task.service import TaskService


@celery.task(name=REMOVE_UNUSED_ARTIFACTS_TASK)
def remove_unused_artifacts(row_id: int) -> None:
    """Remove the artifacts of an outbox row, unless an asset or an open task refers to them."""
    row = outbox.claim(row_id)
    if row is None:
        return
    artifact_ids = row.payload["artifact_ids"]
    in_transaction(lambda session: TaskService(session).remove_unused_artifacts(artifact_ids))
    outbox.finish(row_id)
