"""Cut a project's story into scenes."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.job.state import JobStatus
from app.modules.moderation.service import ModerationService
from app.modules.moderation.subject import Subject, story_of
from app.modules.project.repository import ProjectRepository
from app.modules.project.state import ProjectStatus
from app.modules.scene.service import SceneService
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.judging import judge, keep_verdicts
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.registry import text_provider
from app.providers.text.base import StoryRequest, TextProvider


@dataclass(frozen=True, slots=True)
class CuttingOrder:
    """A story to be cut; its words are judged before, where no job has done so."""

    story: StoryRequest
    words: Subject
    is_judged: bool
    excused: frozenset[str]


class Segment(Stage[CuttingOrder]):
    """Cut one story; its scenes replace the project's present ones."""

    name = "segment"
    status = JobStatus.PROCESSING

    def provider(self) -> TextProvider:
        """Give whoever cuts stories."""
        return text_provider()

    def prepare(self, session: Session, task: Task) -> CuttingOrder:
        """Read the story."""
        project = project_of(session, task)
        return CuttingOrder(
            StoryRequest(project.story_text, project.story_format, project.language, project.duration_sec),
            words=story_of(project),
            is_judged=task.job_id is not None,
            excused=ModerationService(session).list_excused(project.id),
        )

    def recipe(self, request: CuttingOrder) -> None:
        """Never reuse: scenes are rows, not a file."""
        return

    def make(self, request: CuttingOrder, bench: Workbench) -> Product:
        """Cut it."""
        findings = [] if request.is_judged else judge(bench, [request.words], request.excused)
        with bench.calling(self.provider(), request.story) as ledger:
            return Product(value=(self.provider().cut(request.story, ledger), findings))

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Put the scenes in place; outside a job the project is segmented with that."""
        drafts, findings = product.value
        keep_verdicts(session, task, findings)
        project = ProjectRepository(session).get_locked(task.project_id)
        if project is None:
            return
        SceneService(session).replace(project, drafts)
        if task.job_id is None:
            project.status, project.status_before = ProjectStatus.SEGMENTED, None

    def keep_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Store the verdicts, so that an admin can look at them."""
        keep_verdicts(session, task, refusal)
