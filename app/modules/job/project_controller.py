"""The routes of projects that depend on jobs."""

from fastapi import APIRouter

from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser
from app.modules.job.dependencies import Lifecycle
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


@router.delete(
    "/{project_id:id}",
    status_code=204,
    operation_id="delete_project",
    responses=problems(401, 403, 404, 422),
)
def delete_project(project_id: Id, user: CurrentUser, lifecycle: Lifecycle) -> None:
    """Delete a project with its jobs, scenes and files."""
    lifecycle.delete(project_id, user)
