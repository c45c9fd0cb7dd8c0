"""The routes of projects that depend on jobs."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from app.core.http import stream_answer
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser, access_token
from app.modules.job import project_events
from app.modules.job.dependencies import Lifecycle
from app.modules.job.errors import TooManyStreams
from app.modules.job.events import EventStream
from app.modules.job.open_streams import open_streams
from app.modules.project.errors import ProjectNotFound
from app.modules.project.models import Project
from app.modules.project.schemas import ProjectRead, ProjectStatusChange

router = APIRouter(prefix="/projects", tags=["projects"])
_EXAMPLE = """event: project
data: {"status": "segmented"}

event: still
data: {"scene_id": 3, "shot_id": 14, "path": "https://studio.example.org/files/…"}

event: scenes
data: {}

"""


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
    responses=stream_answer(_EXAMPLE) | problems(401, ProjectNotFound, 422, TooManyStreams),
)
async def follow_project(project_id: Id, user: CurrentUser, request: Request) -> EventStream:
    """Follow the live changes of a project, as server-sent events with JSON data.

    | event | data | meaning |
    |---|---|---|
    | `project` | `{status}` | on connect, and when the project's status changes |
    | `still` | `{scene_id, shot_id, path}` | a shot has a new still |
    | `portrait` | `{character_id, path}` | a character has a new portrait |
    | `scenes` | `{}` | scenes or shots were changed otherwise: read them again |
    | `job` | `{job_id, status, progress}` | the newest job of the project has moved on |

    Events have no ids and are not replayed: on connect read again what you show. After ten seconds of silence
    a comment is sent. The stream ends when the project is deleted or the session is over.
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
