"""Judge a project's words before anything is made of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.job.state import JobStatus
from app.modules.moderation.service import ModerationService
from app.modules.moderation.subject import Subject, story_of, words_of
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.judging import judge, keep_verdicts
from app.pipeline.sources import scenes_of
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.moderation.base import ModerationProvider
from app.providers.registry import moderation_provider


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What is judged, and the digests of what an admin lets pass."""

    subjects: tuple[Subject, ...]
    excused: frozenset[str]


class Moderate(Stage[Manuscript]):
    """Judge story, scenes and prompts."""

    name = "moderate"
    status = JobStatus.VALIDATING

    def provider(self) -> ModerationProvider:
        """Give whoever judges."""
        return moderation_provider()

    def prepare(self, session: Session, task: Task) -> Manuscript:
        """Read all words of the project."""
        project = project_of(session, task)
        scenes = [words_of(scene) for scene in scenes_of(session, project.id)]
        return Manuscript(
            (story_of(project), *scenes), ModerationService(session).list_excused(task.project_id)
        )

    def recipe(self, request: Manuscript) -> None:
        """Judge anew each time: rules change."""
        return

    def make(self, request: Manuscript, bench: Workbench) -> Product:
        """Judge; raises ContentFlagged naming scenes, categories and spans."""
        return Product(value=judge(bench, request.subjects, request.excused))

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Store the verdicts."""
        keep_verdicts(session, task, product.value)

    def keep_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Store the verdicts, so that an admin can look at them."""
        keep_verdicts(session, task, refusal)
