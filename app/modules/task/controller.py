"""The routes that start tasks outside a job: segmenting a story, drawing a scene's stills."""

import asyncio
import re
import time
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy.orm import Session

from app.core.database import in_transaction, reading
from app.core.http import SessionDep
from app.core.idempotency import Idempotency
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser, IdempotencyDep, access_token, authenticate
from app.modules.auth.models import User
from app.modules.project.schemas import ProjectRead
from app.modules.project.state import ProjectStatus
from app.modules.scene.models import Scene
from app.modules.scene.schemas import ProjectWithScenes, SceneRead
from app.modules.scene.service import SceneService
from app.modules.task.project_tasks import ProjectTaskService
from app.modules.task.schemas import RenderRequest, SegmentRequest

MAX_WAIT_SECONDS = 60
MAX_PREFERENCE_CHARACTERS = 200
POLL_SECONDS = 0.2
router = APIRouter(prefix="/projects", tags=["scenes"])
Prefer = Annotated[str | None, Header(description="`wait=N` waits up to N seconds (60) for the scenes.")]


async def _project_tasks(session: SessionDep) -> ProjectTaskService:
    return ProjectTaskService(session)


ProjectTasks = Annotated[ProjectTaskService, Depends(_project_tasks)]


def _start(project_id: Id, user: User, idempotency: Idempotency) -> ProjectRead:
    def start(session: Session) -> ProjectRead:
        project = ProjectRead.model_validate(ProjectTaskService(session).start_segmentation(project_id, user))
        idempotency.store_answer(session, project, 202)
        return project

    return in_transaction(start)


def _read(project_id: Id, user: User, token: str | None) -> ProjectWithScenes:
    """Read a project with a short session, after checking that the waiting client is still signed in."""
    authenticate(token)
    with reading() as session:
        return SceneService(session).get_project(project_id, user)


async def _segment(
    project_id: Id, user: User, idempotency: Idempotency, request: Request, response: Response
) -> ProjectRead | list[SceneRead]:
    """Start the segmentation, commit, and poll with short sessions, so that waiting holds no connection.

    Returns the scenes once they are there, else the project.
    """
    project = await run_in_threadpool(_start, project_id, user, idempotency)
    end = time.monotonic() + _parse_wait_seconds(request.headers.get("prefer", ""))
    while time.monotonic() < end:
        await asyncio.sleep(POLL_SECONDS)
        current = await run_in_threadpool(_read, project_id, user, access_token(request))
        if current.status == ProjectStatus.SEGMENTED:
            response.status_code = 200
            return current.scenes
        if current.status != ProjectStatus.SEGMENTING:
            return ProjectRead(**current.model_dump(exclude={"scenes"}))
    return project


def _parse_wait_seconds(preference: str) -> int:
    """Return the seconds of `wait=N`, at most `MAX_WAIT_SECONDS`; 0 for any other preference."""
    wanted = re.search(r"\bwait=([0-9]{1,9})(?![0-9])", preference[:MAX_PREFERENCE_CHARACTERS])
    return min(int(wanted[1]) if wanted else 0, MAX_WAIT_SECONDS)


@router.post(
    "/segment",
    status_code=202,
    response_model=ProjectRead | list[SceneRead],
    operation_id="segment_project",
    responses={200: {"model": list[SceneRead]}, **problems(401, 403, 404, 409, 422)},
)
async def segment(
    request: SegmentRequest,
    user: CurrentUser,
    idempotency: IdempotencyDep,
    http: Request,
    response: Response,
    prefer: Prefer = None,  # noqa: ARG001 - read from the request; here for the documentation
) -> object:
    """Segment the story into scenes, which replace the present ones."""
    return await _segment(request.project_id, user, idempotency, http, response)


@router.post(
    "/{project_id:id}/segment",
    status_code=202,
    response_model=ProjectRead | list[SceneRead],
    operation_id="segment_project_by_path",
    responses={200: {"model": list[SceneRead]}, **problems(401, 403, 404, 409, 422)},
)
async def segment_by_path(
    project_id: Id,
    user: CurrentUser,
    idempotency: IdempotencyDep,
    http: Request,
    response: Response,
    prefer: Prefer = None,  # noqa: ARG001 - read from the request; here for the documentation
) -> object:
    """Segment the story into scenes, which replace the present ones."""
    return await _segment(project_id, user, idempotency, http, response)


@router.post(
    "/{project_id:id}/scenes/{scene_id:id}/render",
    status_code=202,
    response_model=SceneRead,
    operation_id="render_scene",
    responses=problems(401, 403, 404, 409, 422),
)
def render_scene(
    project_id: Id, scene_id: Id, request: RenderRequest, user: CurrentUser, tasks: ProjectTasks
) -> Scene:
    """Draw this scene's stills now; the response shows the present ones until they are drawn."""
    return tasks.render(project_id, scene_id, request, user)
