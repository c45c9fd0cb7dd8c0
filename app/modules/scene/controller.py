"""The routes of scenes, and of a project with its scenes."""

import asyncio
import re
import time
from typing import Annotated

from fastapi import APIRouter, Header, Response
from fastapi import Request as HttpRequest
from fastapi.concurrency import run_in_threadpool

from app.core.database import in_transaction, reading
from app.core.idempotency import Once
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser, OnceDep, access_token, authenticate
from app.modules.auth.models import User
from app.modules.project.schemas import ProjectRead
from app.modules.project.state import ProjectStatus
from app.modules.scene.dependencies import Scenes
from app.modules.scene.models import Scene
from app.modules.scene.schemas import (
    ProjectWithScenes,
    RenderRequest,
    SceneCreate,
    SceneOrder,
    SceneRead,
    SceneUpdate,
    SegmentRequest,
)
from app.modules.scene.service import SceneService

MAX_WAIT_SECONDS = 60
MAX_PREFERENCE_CHARACTERS = 200
LOOK_SECONDS = 0.2
router = APIRouter(prefix="/projects", tags=["scenes"])
Prefer = Annotated[str | None, Header(description="`wait=N` waits up to N seconds (60) for the scenes.")]


@router.get(
    "/{project_id:int}",
    response_model=ProjectWithScenes,
    operation_id="get_project",
    responses=problems(401, 404, 422),
)
def get_project(project_id: Id, user: CurrentUser, scenes: Scenes) -> ProjectWithScenes:
    """Read a project with its scenes in order."""
    return scenes.get_project(project_id, user)


def _start(project_id: Id, user: User, once: Once) -> ProjectRead:
    def start(session: object) -> ProjectRead:
        scenes = SceneService(session)  # type: ignore[arg-type]  # in_transaction gives a Session
        project = ProjectRead.model_validate(scenes.start_segmentation(project_id, user))
        once.answer(scenes.session, project, 202)
        return project

    return in_transaction(start)


def _look(project_id: Id, user: User, token: str | None) -> ProjectWithScenes:
    """Look once with a short session, if the one who waits is still signed in."""
    authenticate(token)
    with reading() as session:
        return SceneService(session).get_project(project_id, user)


async def _segment(
    project_id: Id, user: User, once: Once, request: HttpRequest, response: Response
) -> ProjectRead | list[SceneRead]:
    """Commit first, then look with short sessions, so that waiting holds no connection."""
    project = await run_in_threadpool(_start, project_id, user, once)
    end = time.monotonic() + _wait_seconds(request.headers.get("prefer", ""))
    while time.monotonic() < end:
        await asyncio.sleep(LOOK_SECONDS)
        seen = await run_in_threadpool(_look, project_id, user, access_token(request))
        if seen.status == ProjectStatus.SEGMENTED:
            response.status_code = 200
            return seen.scenes
        if seen.status != ProjectStatus.SEGMENTING:
            return ProjectRead(**seen.model_dump(exclude={"scenes"}))
    return project


def _wait_seconds(preference: str) -> int:
    """Read the seconds of `wait=N`, at most `MAX_WAIT_SECONDS`; 0 for any other preference."""
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
    once: OnceDep,
    http: HttpRequest,
    response: Response,
    prefer: Prefer = None,  # noqa: ARG001 - read from the request; here for the documentation
) -> object:
    """Have the story cut into scenes; they replace the present ones."""
    return await _segment(request.project_id, user, once, http, response)


@router.post(
    "/{project_id:int}/segment",
    status_code=202,
    response_model=ProjectRead | list[SceneRead],
    operation_id="segment_project_by_path",
    responses={200: {"model": list[SceneRead]}, **problems(401, 403, 404, 409, 422)},
)
async def segment_by_path(
    project_id: Id,
    user: CurrentUser,
    once: OnceDep,
    http: HttpRequest,
    response: Response,
    prefer: Prefer = None,  # noqa: ARG001 - read from the request; here for the documentation
) -> object:
    """Have the story cut into scenes; they replace the present ones."""
    return await _segment(project_id, user, once, http, response)


@router.get(
    "/{project_id:int}/scenes",
    response_model=list[SceneRead],
    operation_id="list_scenes",
    responses=problems(401, 404, 422),
)
def list_scenes(project_id: Id, user: CurrentUser, scenes: Scenes) -> object:
    """List all scenes in order."""
    return scenes.list_owned(project_id, user)


@router.post(
    "/{project_id:int}/scenes",
    status_code=201,
    response_model=SceneRead,
    operation_id="create_scene",
    responses=problems(401, 403, 404, 409, 422),
)
def create_scene(project_id: Id, request: SceneCreate, user: CurrentUser, scenes: Scenes) -> Scene:
    """Insert a scene; only its description is required, the rest is derived."""
    return scenes.create(project_id, request, user)


@router.put(
    "/{project_id:int}/scenes/order",
    response_model=list[SceneRead],
    operation_id="reorder_scenes",
    responses=problems(401, 403, 404, 409, 422),
)
def reorder_scenes(project_id: Id, request: SceneOrder, user: CurrentUser, scenes: Scenes) -> object:
    """Put the scenes in another order."""
    return scenes.reorder(project_id, request.scene_ids, user)


@router.patch(
    "/{project_id:int}/scenes/{scene_id:int}",
    response_model=SceneRead,
    operation_id="update_scene",
    responses=problems(401, 403, 404, 409, 422),
)
def update_scene(
    project_id: Id, scene_id: Id, request: SceneUpdate, user: CurrentUser, scenes: Scenes
) -> Scene:
    """Change any of a scene's fields."""
    return scenes.update(project_id, scene_id, request, user)


@router.delete(
    "/{project_id:int}/scenes/{scene_id:int}",
    status_code=204,
    operation_id="delete_scene",
    responses=problems(401, 403, 404, 409, 422),
)
def delete_scene(project_id: Id, scene_id: Id, user: CurrentUser, scenes: Scenes) -> None:
    """Remove a scene; the indexes close up."""
    scenes.delete(project_id, scene_id, user)


@router.post(
    "/{project_id:int}/scenes/{scene_id:int}/render",
    status_code=202,
    response_model=SceneRead,
    operation_id="render_scene",
    responses=problems(401, 403, 404, 409, 422),
)
def render_scene(
    project_id: Id, scene_id: Id, request: RenderRequest, user: CurrentUser, scenes: Scenes
) -> Scene:
    """Have this scene's stills drawn now."""
    return scenes.render(project_id, scene_id, request, user)
