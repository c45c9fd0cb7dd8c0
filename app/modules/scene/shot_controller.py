"""The routes of the shots of a scene."""

from fastapi import APIRouter

from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser
from app.modules.scene.dependencies import Shots
from app.modules.scene.schemas import ShotRead, ShotSplit, ShotUpdate

router = APIRouter(prefix="/projects/{project_id:id}/scenes/{scene_id:id}/shots", tags=["shots"])
_CHANGED = problems(401, 403, 404, 409, 422)


@router.get("", response_model=list[ShotRead], operation_id="list_shots", responses=problems(401, 404, 422))
def list_shots(project_id: Id, scene_id: Id, user: CurrentUser, shots: Shots) -> object:
    """List the shots of a scene in order."""
    return shots.list_owned(project_id, scene_id, user)


@router.get(
    "/{shot_id:id}", response_model=ShotRead, operation_id="get_shot", responses=problems(401, 404, 422)
)
def get_shot(project_id: Id, scene_id: Id, shot_id: Id, user: CurrentUser, shots: Shots) -> object:
    """Read a shot."""
    return shots.get(project_id, scene_id, shot_id, user)


@router.patch("/{shot_id:id}", response_model=ShotRead, operation_id="update_shot", responses=_CHANGED)
def update_shot(
    project_id: Id, scene_id: Id, shot_id: Id, request: ShotUpdate, user: CurrentUser, shots: Shots
) -> object:
    """Change a shot; a new size, angle, action, or new characters or props stage it anew."""
    return shots.update(project_id, scene_id, shot_id, request, user)


@router.post(
    "/{shot_id:id}/split",
    status_code=201,
    response_model=list[ShotRead],
    operation_id="split_shot",
    responses=_CHANGED,
)
def split_shot(
    project_id: Id, scene_id: Id, shot_id: Id, request: ShotSplit, user: CurrentUser, shots: Shots
) -> object:
    """Split a shot in two at a word of its text."""
    return shots.split(project_id, scene_id, shot_id, request.at, user)


@router.post("/{shot_id:id}/join", response_model=ShotRead, operation_id="join_shot", responses=_CHANGED)
def join_shot(project_id: Id, scene_id: Id, shot_id: Id, user: CurrentUser, shots: Shots) -> object:
    """Join a shot with the next one of its scene."""
    return shots.join(project_id, scene_id, shot_id, user)
