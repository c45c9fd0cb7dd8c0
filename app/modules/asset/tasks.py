"""The Celery task that removes files from storage."""

from app.core import outbox
from app.core.tasks import celery
from app.modules.asset.service import REMOVE_FILES_TASK
from app.providers.errors import ProviderBusy
from app.providers.registry import storage


@celery.task(name=REMOVE_FILES_TASK)
def remove_files(row_id: int) -> None:
    """Remove the files of an outbox row from storage; while that is unavailable, the row is postponed."""
    row = outbox.claim(row_id)
    if row is None:
        return
    try:
        for key in row.payload["keys"]:
            storage().delete(key)
    except ProviderBusy:
        outbox.schedule_retry(row)
        return
    outbox.finish(row_id)
