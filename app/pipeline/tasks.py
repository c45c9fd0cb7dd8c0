"""The pipeline's Celery tasks; a message carries only the id of a row."""

from app.core import outbox
from app.core.tasks import celery
from app.modules.job.lifecycle import CANCEL_AT_VENDOR_TASK
from app.modules.task.service import RUN_TASK
from app.pipeline import runner
from app.providers.errors import ProviderBusy
from app.providers.registry import video_provider


@celery.task(name=RUN_TASK)
def run_task(task_id: int) -> None:
    """Run a task if it is due and not claimed."""
    runner.run(task_id)


@celery.task(name=CANCEL_AT_VENDOR_TASK)
def cancel_at_vendor(row_id: int) -> None:
    """Cancel a submitted clip at its provider; while that is unavailable, the outbox row is postponed."""
    row = outbox.claim(row_id)
    if row is None:
        return
    try:
        video_provider().cancel(row.payload["handle"])
    except ProviderBusy:
        outbox.schedule_retry(row)
        return
    outbox.finish(row_id)
