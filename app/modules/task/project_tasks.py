"""The tasks of a project outside a job: its segmentation, and the drawing of stills and portraits."""

from sqlalchemy.orm import Session

from app.modules.auth.models import User
from app.modules.character.service import CharacterService
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.project.state import ProjectStatus
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService
from app.modules.scene.shot_service import find_shot
from app.modules.task.coverage import films_shots
from app.modules.task.models import Task
from app.modules.task.schemas import RenderRead, RenderRequest
from app.modules.task.service import TaskPlace, TaskService
from app.modules.task.state import RENDER_STATUSES, RenderStatus, StageName, TaskStatus


class ProjectTaskService:
    """Starts tasks for a project's owner."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.projects = ProjectService(session)
        self.scenes = SceneService(session)
        self.characters = CharacterService(session)
        self.tasks = TaskService(session)

    def start_segmentation(self, project_id: int, user: User) -> Project:
        """Start segmenting the story and return the project; its scenes stay until the new ones are stored.

        Raises ProjectNotFound or ProjectBusy.
        """
        project = self.projects.get_idle(project_id, user)
        project.status_before = project.status
        project.status = ProjectStatus.SEGMENTING
        project.error_code = project.error_message = None
        self.tasks.create_for_project(project.id, StageName.SEGMENT)
        self.session.flush()
        return project

    def render(
        self, project_id: int, scene_id: int, request: RenderRequest, user: User
    ) -> tuple[Scene, RenderRead | None]:
        """Start drawing a scene's stills; return the scene, and the render of the first of them.

        Where pictures are paid for, all stills are that of the first shot. Raises ProjectNotFound,
        ProjectBusy or SceneNotFound.
        """
        project = self.projects.get_idle(project_id, user)
        scene = self.scenes.get(scene_id, project.id)
        shots = scene.shots if request.what == "all" and films_shots("auto") else [scene.first_shot]
        tasks = []
        if request.what in {"background", "all"}:
            places = [TaskPlace(scene.id, shot.id) for shot in shots]
            tasks += [self.tasks.create_for_project(project.id, StageName.DRAW, place) for place in places]
        if request.what in {"characters", "all"}:
            place, stage = TaskPlace(scene.id), StageName.PORTRAIT
            for name in scene.characters:
                tasks.append(self.tasks.create_for_project(project.id, stage, place, character=name))
        return scene, read_render(tasks[0]) if tasks else None

    def render_shot(self, project_id: int, scene_id: int, shot_id: int, user: User) -> RenderRead:
        """Start drawing a shot's still and return the render.

        Raises ProjectNotFound, ProjectBusy, SceneNotFound or ShotNotFound.
        """
        project = self.projects.get_idle(project_id, user)
        shot = find_shot(self.scenes.get(scene_id, project.id), shot_id)
        place = TaskPlace(shot.scene_id, shot.id)
        return read_render(self.tasks.create_for_project(project.id, StageName.DRAW, place))

    def render_character(self, project_id: int, character_id: int, user: User) -> RenderRead:
        """Start drawing a character's portrait and return the render.

        Raises ProjectNotFound, ProjectBusy or CharacterNotFound.
        """
        project = self.projects.get_idle(project_id, user)
        character = self.characters.get(character_id, project.id)
        place, stage = TaskPlace(character_id=character.id), StageName.PORTRAIT
        task = self.tasks.create_for_project(project.id, stage, place, character=character.name)
        return read_render(task)

    def get_render(self, project_id: int, render_id: int, user: User) -> RenderRead:
        """Return a render. Raises ProjectNotFound or RenderNotFound."""
        project = self.projects.get(project_id, user)
        return read_render(self.tasks.get_render(render_id, project.id))


def read_render(task: Task) -> RenderRead:
    """Return a task as the render that clients see."""
    status = RENDER_STATUSES[TaskStatus(task.status)]
    return RenderRead(
        id=task.id,
        status=status,
        error_code=task.error_code if status == RenderStatus.FAILED else None,
        error_message=task.error_message if status == RenderStatus.FAILED else None,
        scene_id=task.scene_id,
        shot_id=task.shot_id,
        character_id=task.character_id,
        created_at=task.created_at,
        completed_at=task.updated_at if status in {RenderStatus.DONE, RenderStatus.FAILED} else None,
    )
