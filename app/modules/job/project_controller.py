"""The routes of projects that depend on jobs."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser, access_token
from app.modules.job import project_events
from app.modules.job.dependencies import Lifecycle
from app.modules.job.events import EventStream
from app.modules.job.open_streams import open_streams
from app.modules.project.models import Project
from app.modules.project.schemas import ProjectRead, ProjectStatusChange

router = APIRouter(prefix="/projects", tags=["projects"])


@router.patch(
    "/{project_id:id}/status",
    response_model=ProjectRead,
    operation_id="change_project_status",
    responses=problems(401, 403, 404, 409, 422),
)
def change_project_status(
    project_id: Id, request: ProjectStatusChange, user: CurrentUser, lifecycle: Lifecycle
) -> Project:
    """Change a project's status between draft, segmented and completed."""
    return lifecycle.change_status(project_id, request.status, user)


@router.get(
    "/{project_id:id}/events",
    operation_id="follow_project",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}},
        **problems(401, 404, 422, 429),
    },
)
async def follow_project(project_id: Id, user: CurrentUser, request: Request) -> EventStream:
    """Follow the live changes of a project: `still`, `portrait`, `scenes`, `project` and `job`.

    It sends `project` on connect, and nothing that happened before: read what you show again then.
    """
    state = await run_in_threadpool(project_events.read_state, project_id, user)
    open_streams.check(user.id)
    changes = project_events.stream_changes(project_id, user, access_token(request), state)
    return EventStream(changes, user.id)


@router.delete(
    "/{project_id:id}",
    status_code=204,
    operation_id="delete_project",
    responses=problems(401, 403, 404, 422),
)
def delete_project(project_id: Id, user: CurrentUser, lifecycle: Lifecycle) -> None:
    """Delete a project with its jobs, scenes and files."""
    lifecycle.delete(project_id, user)
