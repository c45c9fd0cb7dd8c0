"""The routes of the shots of a scene."""

from fastapi import APIRouter

from app.core.errors import Invalid
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser
from app.modules.project.errors import ProjectBusy, ProjectNotFound
from app.modules.scene.dependencies import Shots
from app.modules.scene.errors import (
    EmptyShot,
    NoNextShot,
    SceneNotFound,
    ShotNotFound,
    TooManyShots,
    UnknownCharacter,
)
from app.modules.scene.schemas import ShotRead, ShotSplit, ShotUpdate

router = APIRouter(prefix="/projects/{project_id:id}/scenes/{scene_id:id}/shots", tags=["shots"])
_OF_SCENE = (401, ProjectNotFound, SceneNotFound)
_OF_SHOT = (*_OF_SCENE, ShotNotFound)
_OF_EDIT = (*_OF_SHOT, 403, ProjectBusy)


@router.get("", response_model=list[ShotRead], operation_id="list_shots", responses=problems(*_OF_SCENE))
def list_shots(project_id: Id, scene_id: Id, user: CurrentUser, shots: Shots) -> object:
    """List the shots of a scene in order. Joined, their texts are the narration of the scene."""
    return shots.list_owned(project_id, scene_id, user)


@router.get("/{shot_id:id}", response_model=ShotRead, operation_id="get_shot", responses=problems(*_OF_SHOT))
def get_shot(project_id: Id, scene_id: Id, shot_id: Id, user: CurrentUser, shots: Shots) -> object:
    """Read a shot."""
    return shots.get(project_id, scene_id, shot_id, user)


@router.patch(
    "/{shot_id:id}",
    response_model=ShotRead,
    operation_id="update_shot",
    responses=problems(*_OF_EDIT, Invalid, UnknownCharacter),
)
def update_shot(
    project_id: Id, scene_id: Id, shot_id: Id, request: ShotUpdate, user: CurrentUser, shots: Shots
) -> object:
    """Change a shot; the other shots of its scene stay as they are.

    A change of `shot_type`, `angle`, `characters`, `props` or `action` stages the shot anew. A `prompt`
    overrules the staging until it is set to an empty text.
    """
    return shots.update(project_id, scene_id, shot_id, request, user)


@router.post(
    "/{shot_id:id}/split",
    status_code=201,
    response_model=list[ShotRead],
    operation_id="split_shot",
    responses=problems(*_OF_EDIT, Invalid, EmptyShot, TooManyShots),
)
def split_shot(
    project_id: Id, scene_id: Id, shot_id: Id, request: ShotSplit, user: CurrentUser, shots: Shots
) -> object:
    """Split a shot in two at a word of its text, and return both; the first one keeps the id."""
    return shots.split(project_id, scene_id, shot_id, request.at, user)


@router.post(
    "/{shot_id:id}/join",
    response_model=ShotRead,
    operation_id="join_shot",
    responses=problems(*_OF_EDIT, NoNextShot),
)
def join_shot(project_id: Id, scene_id: Id, shot_id: Id, user: CurrentUser, shots: Shots) -> object:
    """Join a shot with the next one of its scene, and return it; the next one is deleted."""
    return shots.join(project_id, scene_id, shot_id, user)
