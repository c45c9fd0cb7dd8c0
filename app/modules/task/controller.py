"""The routes that start tasks outside a job: segmenting a story, drawing a scene's stills."""

import asyncio
import re
import time
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from app.core.database import in_transaction, reading
from app.core.http import SessionDep, answer_headers
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser, IdempotencyDep, access_token, authenticate
from app.modules.character.errors import CharacterNotFound
from app.modules.project.errors import ProjectBusy, ProjectNotFound
from app.modules.project.schemas import ProjectRead
from app.modules.project.state import ProjectStatus
from app.modules.scene.errors import SceneNotFound, ShotNotFound
from app.modules.scene.schemas import ProjectWithScenes, SceneRead
from app.modules.scene.service import SceneService
from app.modules.task.errors import RenderNotFound
from app.modules.task.project_tasks import ProjectTaskService
from app.modules.task.schemas import RenderRead, RenderRequest, SegmentRequest

MAX_WAIT_SECONDS = 60
MAX_PREFERENCE_CHARACTERS = 200
POLL_SECONDS = 0.2
router = APIRouter(prefix="/projects")
_SCENES = TypeAdapter(list[SceneRead])
Prefer = Annotated[str | None, Header(description="`wait=N` waits up to N seconds (60) for the scenes.")]


async def _project_tasks(session: SessionDep) -> ProjectTaskService:
    return ProjectTaskService(session)


ProjectTasks = Annotated[ProjectTaskService, Depends(_project_tasks)]


class Segmentation:
    """A request to segment a project, whose client may wait for the scenes."""

    def __init__(
        self,
        user: CurrentUser,
        idempotency: IdempotencyDep,
        request: Request,
        response: Response,
        prefer: Prefer = None,
    ) -> None:
        self.user, self.idempotency, self.response = user, idempotency, response
        self.token, self.wait_seconds = access_token(request), _parse_wait_seconds(prefer or "")

    async def run(self, project_id: int) -> ProjectRead | list[SceneRead]:
        """Start the segmentation, commit, and poll with short sessions, so that waiting holds no connection.

        Returns the scenes once they are there, else the project.
        """
        project = await run_in_threadpool(in_transaction, lambda session: self._start(project_id, session))
        end = time.monotonic() + self.wait_seconds
        while time.monotonic() < end:
            await asyncio.sleep(POLL_SECONDS)
            current = await run_in_threadpool(self._read, project_id)
            if current.status == ProjectStatus.SEGMENTED:
                self.response.status_code = 200
                await run_in_threadpool(
                    self.idempotency.replace_answer, _SCENES.dump_json(current.scenes), 200
                )
                return current.scenes
            if current.status != ProjectStatus.SEGMENTING:
                return ProjectRead(**current.model_dump(exclude={"scenes"}))
        return project

    def _start(self, project_id: int, session: Session) -> ProjectRead:
        started = ProjectTaskService(session).start_segmentation(project_id, self.user)
        project = ProjectRead.model_validate(started)
        self.idempotency.store_answer(session, project, 202)
        return project

    def _read(self, project_id: int) -> ProjectWithScenes:
        """Read a project with a short session, after checking that the waiting client is still signed in."""
        authenticate(self.token)
        with reading() as session:
            return SceneService(session).get_project(project_id, self.user)


def _parse_wait_seconds(preference: str) -> int:
    """Return the seconds of `wait=N`, at most `MAX_WAIT_SECONDS`; 0 for any other preference."""
    wanted = re.search(r"\bwait=([0-9]{1,9})(?![0-9])", preference[:MAX_PREFERENCE_CHARACTERS])
    return min(int(wanted[1]) if wanted else 0, MAX_WAIT_SECONDS)


SegmentationDep = Annotated[Segmentation, Depends()]
_QUEUED = answer_headers(202, "Location")
_OF_PROJECT = (401, 403, ProjectNotFound, ProjectBusy)
_SEGMENTED: dict[int | str, dict[str, Any]] = {
    200: {"model": list[SceneRead], "description": "The scenes, which were there within the wait."},
    **answer_headers(202, "Idempotency-Replayed"),
    **problems(401, 403, 404, 409, 422),
}


@router.post(
    "/segment",
    status_code=202,
    response_model=ProjectRead | list[SceneRead],
    operation_id="segment_project",
    responses=_SEGMENTED,
    tags=["scenes"],
)
async def segment(request: SegmentRequest, segmentation: SegmentationDep) -> object:
    """Segment the story into scenes, which replace the present ones."""
    return await segmentation.run(request.project_id)


@router.post(
    "/{project_id:id}/segment",
    status_code=202,
    response_model=ProjectRead | list[SceneRead],
    operation_id="segment_project_by_path",
    responses=_SEGMENTED,
    tags=["scenes"],
)
async def segment_by_path(project_id: Id, segmentation: SegmentationDep) -> object:
    """Segment the story into scenes, which replace the present ones."""
    return await segmentation.run(project_id)


@router.post(
    "/{project_id:id}/scenes/{scene_id:id}/render",
    status_code=202,
    response_model=SceneRead,
    operation_id="render_scene",
    responses=_QUEUED | problems(*_OF_PROJECT, SceneNotFound, 422),
    tags=["scenes"],
)
def render_scene(
    project_id: Id,
    scene_id: Id,
    request: RenderRequest,
    user: CurrentUser,
    tasks: ProjectTasks,
    response: Response,
) -> SceneRead:
    """Draw this scene's stills now; the response shows the present ones until they are drawn.

    `background` draws the still of the first shot. `all` draws those of all shots where pictures are free,
    else that of the first shot, and the portraits of the characters. `Location` is the first render.
    """
    scene, render = tasks.render(project_id, scene_id, request, user)
    if render is not None:
        _set_location(response, project_id, render)
    return tasks.scenes.read(scene)


@router.post(
    "/{project_id:id}/scenes/{scene_id:id}/shots/{shot_id:id}/render",
    status_code=202,
    operation_id="render_shot",
    responses=_QUEUED | problems(*_OF_PROJECT, SceneNotFound, ShotNotFound, 422),
    tags=["shots"],
)
def render_shot(
    project_id: Id, scene_id: Id, shot_id: Id, user: CurrentUser, tasks: ProjectTasks, response: Response
) -> RenderRead:
    """Draw a shot's still now; the present one is shown until it is drawn. `Location` is the render."""
    return _set_location(response, project_id, tasks.render_shot(project_id, scene_id, shot_id, user))


@router.post(
    "/{project_id:id}/characters/{character_id:id}/render",
    status_code=202,
    operation_id="render_character",
    responses=_QUEUED | problems(*_OF_PROJECT, CharacterNotFound, 422),
    tags=["characters"],
)
def render_character(
    project_id: Id, character_id: Id, user: CurrentUser, tasks: ProjectTasks, response: Response
) -> RenderRead:
    """Draw a character's portrait now, which all scenes show once it is drawn. `Location` is the render."""
    return _set_location(response, project_id, tasks.render_character(project_id, character_id, user))


@router.get(
    "/{project_id:id}/renders/{render_id:id}",
    operation_id="get_render",
    responses=problems(401, ProjectNotFound, RenderNotFound, 422),
    tags=["projects"],
)
def get_render(project_id: Id, render_id: Id, user: CurrentUser, tasks: ProjectTasks) -> RenderRead:
    """Read how far the drawing of a still or a portrait is."""
    return tasks.get_render(project_id, render_id, user)


def _set_location(response: Response, project_id: int, render: RenderRead) -> RenderRead:
    response.headers["Location"] = f"/api/v1/projects/{project_id}/renders/{render.id}"
    return render
