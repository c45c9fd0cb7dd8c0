"""The routes of scenes, and of a project with its scenes."""

from fastapi import APIRouter

from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser
from app.modules.scene.dependencies import Scenes
from app.modules.scene.schemas import (
    ProjectWithScenes,
    SceneCreate,
    SceneOrder,
    SceneRead,
    SceneUpdate,
)

router = APIRouter(prefix="/projects", tags=["scenes"])


@router.get(
    "/{project_id:id}",
    response_model=ProjectWithScenes,
    operation_id="get_project",
    responses=problems(401, 404, 422),
)
def get_project(project_id: Id, user: CurrentUser, scenes: Scenes) -> ProjectWithScenes:
    """Read a project with its scenes in order."""
    return scenes.get_project(project_id, user)


@router.get(
    "/{project_id:id}/scenes",
    response_model=list[SceneRead],
    operation_id="list_scenes",
    responses=problems(401, 404, 422),
)
def list_scenes(project_id: Id, user: CurrentUser, scenes: Scenes) -> object:
    """List all scenes in order."""
    return scenes.read_all(scenes.list_owned(project_id, user), project_id)


@router.post(
    "/{project_id:id}/scenes",
    status_code=201,
    response_model=SceneRead,
    operation_id="create_scene",
    responses=problems(401, 403, 404, 409, 422),
)
def create_scene(project_id: Id, request: SceneCreate, user: CurrentUser, scenes: Scenes) -> SceneRead:
    """Insert a scene; only its description is required, the rest is derived."""
    return scenes.read(scenes.create(project_id, request, user))


@router.put(
    "/{project_id:id}/scenes/order",
    response_model=list[SceneRead],
    operation_id="reorder_scenes",
    responses=problems(401, 403, 404, 409, 422),
)
def reorder_scenes(project_id: Id, request: SceneOrder, user: CurrentUser, scenes: Scenes) -> object:
    """Put the scenes in another order."""
    return scenes.read_all(scenes.reorder(project_id, request.scene_ids, user), project_id)


@router.patch(
    "/{project_id:id}/scenes/{scene_id:id}",
    response_model=SceneRead,
    operation_id="update_scene",
    responses=problems(401, 403, 404, 409, 422),
)
def update_scene(
    project_id: Id, scene_id: Id, request: SceneUpdate, user: CurrentUser, scenes: Scenes
) -> SceneRead:
    """Change any of a scene's fields."""
    return scenes.read(scenes.update(project_id, scene_id, request, user))


@router.delete(
    "/{project_id:id}/scenes/{scene_id:id}",
    status_code=204,
    operation_id="delete_scene",
    responses=problems(401, 403, 404, 409, 422),
)
def delete_scene(project_id: Id, scene_id: Id, user: CurrentUser, scenes: Scenes) -> None:
    """Remove a scene; the indexes close up."""
    scenes.delete(project_id, scene_id, user)
