"""Cut a project's story into scenes."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.job.state import JobStatus
from app.modules.project.repository import ProjectRepository
from app.modules.project.state import ProjectStatus
from app.modules.scene.service import SceneService
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.registry import text_provider
from app.providers.text.base import StoryRequest, TextProvider


class Segment(Stage[StoryRequest]):
    """Cut one story; its scenes replace the project's present ones."""

    name = "segment"
    status = JobStatus.PROCESSING

    def provider(self) -> TextProvider:
        """Give whoever cuts stories."""
        return text_provider()

    def prepare(self, session: Session, task: Task) -> StoryRequest:
        """Read the story."""
        project = project_of(session, task)
        return StoryRequest(project.story_text, project.story_format, project.language, project.duration_sec)

    def recipe(self, request: StoryRequest) -> None:
        """Never reuse: scenes are rows, not a file."""
        return

    def make(self, request: StoryRequest, bench: Workbench) -> Product:
        """Cut it."""
        with bench.calling(self.provider(), request):
            return Product(value=self.provider().cut(request))

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Put the scenes in place; outside a job the project is segmented with that."""
        project = ProjectRepository(session).get_locked(task.project_id)
        if project is None:
            return
        SceneService(session).replace(project, product.value)
        if task.job_id is None:
            project.status, project.status_before = ProjectStatus.SEGMENTED, None
