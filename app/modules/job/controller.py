"""The routes of jobs."""

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from app.core.http import CREATED, LISTED, PageDep, paginate, stream_answer
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.asset.schemas import AssetRead, DownloadUrl
from app.modules.auth.dependencies import CurrentUser, IdempotencyDep, access_token
from app.modules.job import events, film, options
from app.modules.job.dependencies import CostCheck, EstimatorDep, Jobs, Reports
from app.modules.job.errors import JobNotFound, TooManyStreams
from app.modules.job.estimate import JobEstimate
from app.modules.job.open_streams import open_streams
from app.modules.job.schemas import (
    JobCreate,
    JobOptions,
    JobRead,
    JobStatusChange,
    TransitionRead,
    ValidTransitions,
)
from app.modules.job.state import TERMINAL, TRANSITIONS, JobStatus

router = APIRouter(prefix="/jobs", tags=["jobs"])
_EXAMPLE = """event: status
id: 1
data: {"job_id": 7, "status": "pending", "progress": 0, "from_status": null}

"""
LastEventId = Annotated[
    str | None, Header(description="The `id` of the last event that was received; all after it follow.")
]


@router.post(
    "",
    status_code=201,
    response_model=JobRead,
    operation_id="start_job",
    responses=CREATED | problems(401, 402, 403, 404, 409, 422),
)
def start_job(
    request: JobCreate,
    user: CurrentUser,
    jobs: Jobs,
    cost_check: CostCheck,
    idempotency: IdempotencyDep,
    response: Response,
) -> object:
    """Start turning a project into a film."""
    cost = cost_check.check(request.project_id, request.config, user)
    job = jobs.read(jobs.start(request.project_id, request.config, user, cost_usd=cost))
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return idempotency.store_answer(jobs.session, job, location=response.headers["Location"])


@router.post("/estimate", operation_id="estimate_job", responses=problems(401, 403, 404, 422))
def estimate_job(request: JobCreate, user: CurrentUser, estimate: EstimatorDep) -> JobEstimate:
    """Estimate a film's tasks and costs, and how many tasks are cached; no paid provider is called."""
    return estimate(request.project_id, request.config, user)


@router.get("/options", operation_id="list_job_options", responses=problems(401))
def list_job_options(user: CurrentUser) -> JobOptions:  # noqa: ARG001 - the options are for signed-in users only
    """List what this installation offers for a film."""
    return options.list_options()


@router.get("", response_model=list[JobRead], operation_id="list_jobs", responses=LISTED | problems(401, 422))
def list_jobs(
    user: CurrentUser,
    jobs: Jobs,
    page: PageDep,
    request: Request,
    response: Response,
    project_id: Annotated[Id | None, Query()] = None,
    status: JobStatus | None = None,
) -> object:
    """List your jobs, newest first."""
    rows, total = jobs.list_owned(user, project_id, status, page)
    return jobs.read_all(paginate(rows, total, page, request, response))


@router.get("/{job_id:id}", response_model=JobRead, operation_id="get_job", responses=problems(401, 404, 422))
def get_job(job_id: Id, user: CurrentUser, jobs: Jobs) -> JobRead:
    """Read a job. Admins may read the jobs of all users, because external workers sign in as admins."""
    return jobs.read(jobs.get_for_reader(job_id, user))


@router.get(
    "/{job_id:id}/events",
    operation_id="follow_job",
    response_class=StreamingResponse,
    responses={
        **stream_answer(_EXAMPLE),
        204: {"description": "The client has received the terminal event; a browser does not reconnect."},
        **problems(401, JobNotFound, 422, TooManyStreams),
    },
)
async def follow_job(
    job_id: Id,
    user: CurrentUser,
    request: Request,
    last_event_id: LastEventId = None,
) -> Response:
    """Follow a job's events, from the start or after `Last-Event-ID`, until the terminal one.

    All data have `job_id`, `status` and `progress`. `status` adds `from_status`, `progress` the counts of a
    stage (`stage`, `done`, `total`), and `log` a `message`. The ids of the events increase.
    """
    after = events.read_last_event_id(last_event_id)
    job, rest = await run_in_threadpool(events.read_events, job_id, user, after)
    if after and not rest and job.status in TERMINAL and after >= job.event_seq:
        return Response(status_code=204)
    open_streams.check(user.id)
    return events.EventStream(events.stream_events(job_id, user, access_token(request), after), user.id)


@router.get(
    "/{job_id:id}/history",
    response_model=list[TransitionRead],
    operation_id="list_job_history",
    responses=problems(401, 404, 422),
)
def list_job_history(job_id: Id, user: CurrentUser, jobs: Jobs) -> object:
    """List a job's changes of status, oldest first."""
    return jobs.list_history(job_id, user)


@router.get(
    "/{job_id:id}/assets",
    response_model=list[AssetRead],
    operation_id="list_job_assets",
    responses=problems(401, 404, 422),
)
def list_job_assets(job_id: Id, user: CurrentUser, jobs: Jobs) -> object:
    """List the assets that a job has made."""
    return jobs.list_assets(job_id, user)


@router.patch(
    "/{job_id:id}/status",
    response_model=JobRead,
    operation_id="change_job_status",
    responses=problems(401, 403, 404, 409, 422),
)
def change_job_status(job_id: Id, request: JobStatusChange, user: CurrentUser, reports: Reports) -> JobRead:
    """Report an external worker's progress (admins), or cancel your own job."""
    return reports.change_status(job_id, request, user)


@router.post(
    "/{job_id:id}/cancel",
    response_model=JobRead,
    operation_id="cancel_job",
    responses=problems(401, 403, 404, 409, 422),
)
def cancel_job(job_id: Id, user: CurrentUser, jobs: Jobs) -> JobRead:
    """Cancel a job; cancelling again changes nothing."""
    return jobs.read(jobs.cancel(job_id, user))


@router.post(
    "/{job_id:id}/retry",
    status_code=201,
    response_model=JobRead,
    operation_id="retry_job",
    responses=CREATED | problems(401, 402, 403, 404, 409, 422, 503),
)
def retry_job(
    job_id: Id,
    user: CurrentUser,
    jobs: Jobs,
    cost_check: CostCheck,
    idempotency: IdempotencyDep,
    response: Response,
) -> object:
    """Start a new job with the config of a failed or cancelled one; what was made for it is reused.

    A completed job may be retried once its film is gone from storage.
    """
    cost, is_film_lost = cost_check.check_retry(job_id, user), film.is_film_lost(job_id, user)
    job = jobs.read(jobs.retry(job_id, user, cost, is_film_lost=is_film_lost))
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return idempotency.store_answer(jobs.session, job, location=response.headers["Location"])


@router.get(
    "/{job_id:id}/download-url",
    operation_id="get_film_download",
    responses=problems(401, 404, 409, 422),
)
def get_film_download(job_id: Id, user: CurrentUser, jobs: Jobs) -> DownloadUrl:
    """Get a signed address that saves the film."""
    return jobs.get_download(job_id, user)


@router.get(
    "/{job_id:id}/valid-transitions",
    operation_id="list_valid_transitions",
    responses=problems(401, 404, 422),
)
def list_valid_transitions(job_id: Id, user: CurrentUser, jobs: Jobs) -> ValidTransitions:
    """List the statuses that may follow the present one."""
    job = jobs.get(job_id, user)
    return ValidTransitions(
        current_status=JobStatus(job.status), valid_transitions=list(TRANSITIONS[job.status])
    )
