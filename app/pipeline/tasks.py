"""The pipeline's Celery tasks: a message is a doorbell with a row's id on it."""

from app.core import outbox
from app.core.tasks import celery
from app.modules.job.service import CANCEL_AT_VENDOR_TASK
from app.modules.task.service import RUN_TASK
from app.pipeline import runner
from app.providers.errors import ProviderBusy
from app.providers.registry import video_provider


@celery.task(name=RUN_TASK)
def run_task(task_id: int) -> None:
    """Run a task if it is due and nobody else has it."""
    runner.run(task_id)


@celery.task(name=CANCEL_AT_VENDOR_TASK)
def cancel_at_vendor(row_id: int) -> None:
    """Tell a vendor that a submitted clip is not wanted any more."""
    row = outbox.claim(row_id)
    if row is None:
        return
    try:
        video_provider().cancel(row.payload["handle"])
    except ProviderBusy:
        outbox.postpone(row)
        return
    outbox.finish(row_id)
