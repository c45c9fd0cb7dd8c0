"""The routes of projects; those that need scenes or jobs are in the modules of these."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.core.http import CREATED, LISTED, PageDep, paginate
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser, IdempotencyDep
from app.modules.project.dependencies import Projects
from app.modules.project.models import Project
from app.modules.project.moderation_check import refuse_flagged
from app.modules.project.schemas import ProjectCreate, ProjectRead, ProjectUpdate
from app.modules.project.state import ProjectStatus

router = APIRouter(prefix="/projects", tags=["projects"])


@router.post(
    "",
    status_code=201,
    response_model=ProjectRead,
    operation_id="create_project",
    responses=CREATED | problems(400, 401, 403, 409, 413, 422, 503),
)
def create_project(
    request: ProjectCreate,
    user: CurrentUser,
    projects: Projects,
    idempotency: IdempotencyDep,
    response: Response,
) -> object:
    """Create a project with a story."""
    refuse_flagged(_list_texts(request))
    project = ProjectRead.model_validate(projects.create(request, user))
    response.headers["Location"] = f"/api/v1/projects/{project.id}"
    return idempotency.store_answer(projects.session, project, location=response.headers["Location"])


@router.get(
    "", response_model=list[ProjectRead], operation_id="list_projects", responses=LISTED | problems(401, 422)
)
def list_projects(
    user: CurrentUser,
    projects: Projects,
    page: PageDep,
    request: Request,
    response: Response,
    status: ProjectStatus | None = None,
    q: Annotated[str | None, Query(max_length=200, description="A part of the title.")] = None,
) -> list[Project]:
    """List your projects, newest first."""
    rows, total = projects.list_owned(user, status, q, page)
    return paginate(rows, total, page, request, response)


@router.put(
    "/{project_id:id}",
    response_model=ProjectRead,
    operation_id="replace_project",
    responses=problems(400, 401, 403, 404, 409, 413, 422, 503),
)
@router.patch(
    "/{project_id:id}",
    response_model=ProjectRead,
    operation_id="update_project",
    responses=problems(400, 401, 403, 404, 409, 413, 422, 503),
)
def update_project(project_id: Id, request: ProjectUpdate, user: CurrentUser, projects: Projects) -> Project:
    """Change any of a project's fields; a new story needs a new segmentation."""
    refuse_flagged(_list_texts(request))
    return projects.update(project_id, request, user)


def _list_texts(request: ProjectCreate | ProjectUpdate) -> list[tuple[str, str | None]]:
    return [(name, getattr(request, name)) for name in ("title", "description", "story_text")]
