"""The stage that moderates a project's texts before anything is made from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.moderation.subject import Finding, Subject, make_scene_subject, make_story_subject
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.inputs import StageInput
from app.pipeline.moderation_check import check_content, save_findings, save_refused_findings
from app.pipeline.stage import Product, Stage
from app.providers.moderation.base import ModerationProvider
from app.providers.registry import moderation_provider


@dataclass(frozen=True, slots=True)
class ModerationRequest:
    """The subjects to check, and the digests of content whose verdict an admin has overridden."""

    subjects: tuple[Subject, ...]
    overridden: frozenset[str]


class Moderate(Stage[ModerationRequest, Sequence[Finding]]):
    """Moderate a project's story and scenes."""

    name = StageName.MODERATE

    def provider(self) -> ModerationProvider:
        """Return the moderation provider."""
        return moderation_provider()

    def prepare(self, source: StageInput) -> ModerationRequest:
        """Read all texts of the project."""
        scenes = [make_scene_subject(scene) for scene in source.scenes]
        return ModerationRequest((make_story_subject(source.project), *scenes), source.overridden)

    def recipe(self, request: ModerationRequest) -> None:
        """Return None: rules and models change, so content is checked each time."""
        return

    def make(self, request: ModerationRequest, context: StageContext) -> Product[Sequence[Finding]]:
        """Return the findings. Raises ContentFlagged, ProviderBusy, ProviderRefused or TaskStopped."""
        return Product(check_content(context, request.subjects, request.overridden))

    def save(
        self,
        session: Session,
        task: Task,
        product: Product[Sequence[Finding]],
        files: Mapping[str, Artifact],
    ) -> None:
        """Store the findings as verdicts."""
        save_findings(session, task, product.value)

    def save_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Store the verdicts, so that an admin can review them."""
        save_refused_findings(session, task, refusal)
