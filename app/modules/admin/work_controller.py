"""The routes for admins to watch and manage jobs and queues."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.core.http import PageLimit, PageNumber, SessionDep
from app.core.problems import problems
from app.core.schemas import LARGEST_ID, Id, NumberedPage
from app.modules.admin.schemas import QueueRead
from app.modules.admin.work import WorkService
from app.modules.admin.work_repository import JobFilters
from app.modules.auth.dependencies import CurrentAdmin
from app.modules.auth.schemas import Answer
from app.modules.job.schemas import JobRead
from app.modules.job.state import JobStatus

router = APIRouter(prefix="/admin", tags=["admin"], responses=problems(401, 403))
OptionalId = Annotated[int | None, Query(ge=1, le=LARGEST_ID)]


async def _get_work_service(session: SessionDep) -> WorkService:
    return WorkService(session)


Work = Annotated[WorkService, Depends(_get_work_service)]


@router.get("/jobs", operation_id="list_all_jobs", responses=problems(422))
def list_jobs(
    _: CurrentAdmin,
    work: Work,
    project_id: OptionalId = None,
    user_id: OptionalId = None,
    status: JobStatus | None = None,
    stuck: bool = False,
    page: PageNumber = 1,
    limit: PageLimit = 50,
) -> Answer[NumberedPage[JobRead]]:
    """List all users' jobs, newest first.

    A `stuck` job has not changed for some time and has no running task.
    """
    jobs, total = work.list_jobs(JobFilters(project_id, user_id, status, stuck), page, limit)
    items = work.jobs.read_all(jobs)
    return Answer(message="Jobs", data=NumberedPage(items=items, total=total, page=page, limit=limit))


@router.get("/jobs/{job_id:id}", operation_id="get_any_job", responses=problems(404, 422))
def get_job(job_id: Id, _: CurrentAdmin, work: Work) -> Answer[JobRead]:
    """Read a job of any user."""
    return Answer(message="Job", data=work.jobs.read(work.get(job_id)))


@router.post("/jobs/{job_id:id}/cancel", operation_id="cancel_any_job", responses=problems(404, 409, 422))
def cancel_job(job_id: Id, admin: CurrentAdmin, work: Work) -> Answer[JobRead]:
    """Cancel a job of any user."""
    return Answer(message="Job cancelled", data=work.jobs.read(work.cancel(job_id, admin)))


@router.post("/jobs/{job_id:id}/requeue", operation_id="requeue_job", responses=problems(404, 409, 422))
def requeue_job(job_id: Id, admin: CurrentAdmin, work: Work) -> Answer[JobRead]:
    """Publish an active job's due tasks again."""
    return Answer(message="Job requeued", data=work.jobs.read(work.requeue(job_id, admin)))


@router.get("/queues", operation_id="list_queues")
def list_queues(_: CurrentAdmin, work: Work) -> Answer[list[QueueRead]]:
    """List the state of every queue."""
    return Answer(message="Queues", data=work.list_queues())
