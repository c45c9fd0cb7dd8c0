"""The stage that segments a project's story into scenes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.moderation.subject import Finding, Subject, make_story_subject
from app.modules.project.service import ProjectService
from app.modules.project.state import ProjectStatus
from app.modules.scene.service import SceneService
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.inputs import StageInput
from app.pipeline.moderation_check import check_content, save_findings, save_refused_findings
from app.pipeline.stage import Product, Stage
from app.providers.registry import text_provider
from app.providers.text.base import StoryRequest, TextProvider
from app.story.scene import StoryDraft
from app.story.segmentation import check_count


@dataclass(frozen=True, slots=True)
class SegmentationRequest:
    """A story to be segmented; `subject` is moderated before, unless the job did so (`is_checked`)."""

    story: StoryRequest
    subject: Subject
    is_checked: bool
    overridden: frozenset[str]


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A story that was read, and the findings of its moderation check."""

    story: StoryDraft
    findings: Sequence[Finding]


class Segment(Stage[SegmentationRequest, Segmentation]):
    """Segment one story; its scenes replace the project's present ones."""

    name = StageName.SEGMENT

    def provider(self) -> TextProvider:
        """Return the text provider."""
        return text_provider()

    def prepare(self, source: StageInput) -> SegmentationRequest:
        """Read the story."""
        project = source.project
        return SegmentationRequest(
            StoryRequest(project.story_text, project.story_format, project.language, project.duration_sec),
            subject=make_story_subject(project),
            is_checked=source.is_in_job,
            overridden=source.overridden,
        )

    def recipe(self, request: SegmentationRequest) -> None:
        """Return None: scenes are rows, not a file."""
        return

    def make(self, request: SegmentationRequest, context: StageContext) -> Product[Segmentation]:
        """Return the scenes and the cast.

        Raises StoryError for a story that can't be read, ContentFlagged, ProviderBusy, ProviderRefused or
        TaskStopped.
        """
        is_checked = request.is_checked
        findings = [] if is_checked else check_content(context, [request.subject], request.overridden)
        with context.calling(self.provider(), request.story) as ledger:
            story = self.provider().cut(request.story, ledger)
        check_count(story.scenes)
        return Product(Segmentation(story, findings))

    def save(
        self, session: Session, task: Task, product: Product[Segmentation], files: Mapping[str, Artifact]
    ) -> None:
        """Replace the project's scenes and its cast; outside a job the project's status becomes segmented."""
        save_findings(session, task, product.value.findings)
        project = ProjectService(session).find_locked(task.project_id)
        if project is None:
            return
        SceneService(session).replace(project, product.value.story)
        if task.job_id is None:
            project.status, project.status_before = ProjectStatus.SEGMENTED, None

    def save_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Store the verdicts, so that an admin can review them."""
        save_refused_findings(session, task, refusal)
