"""The tasks of a project outside a job: its segmentation, and the drawing of a scene's stills."""

from sqlalchemy.orm import Session

from app.modules.auth.models import User
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.project.state import ProjectStatus
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService
from app.modules.task.schemas import RenderRequest
from app.modules.task.service import TaskService
from app.modules.task.state import StageName


class ProjectTaskService:
    """Starts tasks for a project's owner."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.projects = ProjectService(session)
        self.scenes = SceneService(session)
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

    def render(self, project_id: int, scene_id: int, request: RenderRequest, user: User) -> Scene:
        """Start drawing a scene's stills and return the scene.

        Raises ProjectNotFound, ProjectBusy or SceneNotFound.
        """
        project = self.projects.get_idle(project_id, user)
        scene = self.scenes.get(scene_id, project.id)
        if request.what in {"background", "all"}:
            self.tasks.create_for_project(project.id, StageName.DRAW, scene.id)
        if request.what in {"characters", "all"}:
            for name in scene.characters:
                self.tasks.create_for_project(project.id, StageName.PORTRAIT, scene.id, character=name)
        return scene
