"""Judge a project's words before anything is made of them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.core.config import settings
from app.modules.job.state import JobStatus
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.sources import scenes_of
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.errors import ProviderRefused
from app.providers.moderation.base import ModerationProvider
from app.providers.registry import moderation_provider


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Texts to judge, each with the name under which a writer finds it."""

    places: tuple[str, ...]
    texts: tuple[str, ...]


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
        parts = [("the story", "\n".join(filter(None, (project.title, project.story_text))))]
        for scene in scenes_of(session, project.id):
            lines = [scene.heading, scene.description, scene.narration, scene.background_prompt]
            lines += [*scene.character_prompts, *(line["line"] for line in scene.dialogue)]
            parts.append((f"scene {scene.scene_index + 1}", "\n".join(lines)))
        return Manuscript(tuple(place for place, _ in parts), tuple(text for _, text in parts))

    def recipe(self, request: Manuscript) -> dict[str, Any] | None:
        """Judge anew each time: rules change."""
        return None

    def make(self, request: Manuscript, bench: Workbench) -> Product:
        """Judge; raises ProviderRefused with `moderation.flagged` naming places and categories."""
        if not settings().moderation_enabled:
            return Product()
        with bench.calling(self.provider(), request):
            verdicts = self.provider().judge(request.texts)
        flagged = [(p, v) for p, v in zip(request.places, verdicts, strict=True) if v.flagged]
        if flagged:
            named = "; ".join(f"{place} ({', '.join(verdict.categories)})" for place, verdict in flagged)
            sentence = f"The content can't be made into a film: {named}."
            raise ProviderRefused(sentence, "moderation.flagged")
        return Product()
