"""Plan a film's time, and with it the job's tasks."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.film.timeline import spread
from app.modules.asset.models import Artifact
from app.modules.job.repository import JobRepository
from app.modules.job.state import JobStatus
from app.modules.scene.service import draft_of
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.graph import Shot, nodes, open_graph
from app.pipeline.sources import cast_of, config_of, scenes_of
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.registry import image_provider
from app.story.scene import SceneDraft
from app.story.timing import plan

SAME_SEC = 0.05


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """The scenes as they are, and the film's wanted length in seconds, if any."""

    drafts: tuple[SceneDraft, ...]
    duration_sec: float | None
    language: str
    fps: int
    has_audio: bool


class Plan(Stage[PlanRequest]):
    """Decide what is spoken in each scene and how long it lasts."""

    name = "plan"
    status = JobStatus.PROCESSING

    def prepare(self, session: Session, task: Task) -> PlanRequest:
        """Read the scenes."""
        project, config = project_of(session, task), config_of(session, task)
        drafts = tuple(draft_of(scene) for scene in scenes_of(session, project.id))
        return PlanRequest(drafts, project.duration_sec, project.language, config.fps, config.audio)

    def recipe(self, request: PlanRequest) -> None:
        """Never reuse: a plan is rows, not a file."""
        return

    def make(self, request: PlanRequest, bench: Workbench) -> Product:
        """Fit the narration to a wanted length; without one each scene takes the time it needs.

        A writer who gave a scene a length of their own gets at least that.
        """
        bench.check()
        return self.planned(request)

    @staticmethod
    def planned(request: PlanRequest) -> Product:
        """Give the plan as a value: the drafts, fixed lengths in frames, and least lengths in seconds."""
        planned = plan(request.drafts, request.duration_sec, request.language)
        if request.duration_sec is not None:
            return Product(value=(planned, spread([d.duration_sec for d in planned], request.fps), None))
        if not request.has_audio:
            frames = spread([draft.duration_sec for draft in request.drafts], request.fps)
            return Product(value=(planned, frames, None))
        own = [_own_length(now, then) for now, then in zip(request.drafts, planned, strict=True)]
        return Product(value=(planned, None, own))

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Write the plan into the scenes, and open the film's tasks."""
        planned, frames, own = product.value
        job = JobRepository(session).get_locked(task.job_id or 0)
        if job is None:
            return
        scenes = scenes_of(session, task.project_id)
        for scene, draft in zip(scenes, planned, strict=True):
            scene.narration, scene.notes = draft.narration, list(draft.notes)
            if frames is not None and project_of(session, task).duration_sec is not None:
                scene.duration_sec = draft.duration_sec
        has_cast = image_provider().capabilities.takes_portraits
        shots = [
            Shot(
                scene.id,
                scene.narration,
                frames and frames[i],
                own and own[i],
                cast_of(scene) if has_cast else (),
            )
            for i, scene in enumerate(scenes)
        ]
        config = config_of(session, task)
        has_crossfade = config.transition == "crossfade"
        open_graph(session, job, nodes(shots, has_audio=config.audio, has_crossfade=has_crossfade))


def _own_length(now: SceneDraft, planned: SceneDraft) -> float | None:
    return now.duration_sec if now.duration_sec > planned.duration_sec + SAME_SEC else None
