"""A job's progress as its owner sees it."""

from app.modules.job.models import Job, JobStage
from app.modules.job.schemas import JobRead, StageRead, StageStatus
from app.modules.task.state import JobStageName


def read_job(job: Job, position: int | None, cost_usd: float | None) -> JobRead:
    """Return a job with its stages, its place in the queue (1 is next) and its cost in US dollars."""
    computed = {
        "stages": [_read_stage(job, name) for name in JobStageName],
        "queue_position": position,
        "actual_cost_usd": cost_usd,
    }
    fields = {name: getattr(job, name) for name in JobRead.model_fields if name not in computed}
    return JobRead(**fields, **computed)


def _read_stage(job: Job, name: JobStageName) -> StageRead:
    row = next((row for row in job.stage_rows if row.stage == name), None)
    if row is None:
        return StageRead(stage=name, status="skipped", done=0, total=0, cached=0)
    return StageRead(
        stage=name, status=_get_stage_status(job, row), done=row.done, total=row.total, cached=row.cached
    )


def _get_stage_status(job: Job, stage: JobStage) -> StageStatus:
    if not stage.total and not job.is_active:
        return "skipped"
    if stage.is_complete:
        return "done"
    if not job.is_active:
        return "skipped"
    return "running" if stage.done or stage.stage == job.status else "waiting"
