"""Plan a film's timing, and with it the job's tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.film.timeline import spread
from app.modules.asset.models import Artifact
from app.modules.job.models import Job
from app.modules.job.service import JobService
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService, draft_of
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.graph import Node, PlannedShot, plan_nodes, store_graph
from app.pipeline.inputs import StageInput, cast_of
from app.pipeline.stage import Product, Stage
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


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """The scenes with their narration, and each one's length: fixed in frames, or its least seconds.

    `has_wanted_length` tells that the narration was fitted to a length that the film must have.
    """

    drafts: tuple[SceneDraft, ...]
    frames: tuple[int | None, ...]
    minimums: tuple[float | None, ...]
    has_wanted_length: bool

    def apply(self, scenes: Sequence[Scene]) -> None:
        """Write narration, notes and a fitted length into the scenes."""
        for scene, draft in zip(scenes, self.drafts, strict=True):
            scene.narration, scene.notes = draft.narration, list(draft.notes)
            if self.has_wanted_length:
                scene.duration_sec = draft.duration_sec

    def list_nodes(self, scenes: Sequence[Scene], *, has_audio: bool, has_crossfade: bool) -> list[Node]:
        """List the film's tasks; portraits are drawn first where the image provider takes them."""
        takes_portraits = image_provider().capabilities.takes_portraits
        shots = [
            PlannedShot(scene.id, scene.narration, frames, minimum, cast_of(scene) if takes_portraits else ())
            for scene, frames, minimum in zip(scenes, self.frames, self.minimums, strict=True)
        ]
        return list(plan_nodes(shots, has_audio=has_audio, has_crossfade=has_crossfade))


class Plan(Stage[PlanRequest, FilmPlan]):
    """Decide what is spoken in each scene and how long it lasts."""

    name = StageName.PLAN

    def prepare(self, source: StageInput) -> PlanRequest:
        """Read the scenes."""
        project, config = source.project, source.config
        drafts = tuple(draft_of(scene) for scene in source.scenes)
        return PlanRequest(drafts, project.duration_sec, project.language, config.fps, config.audio)

    def recipe(self, request: PlanRequest) -> None:
        """Return None: a plan is rows, not a file."""
        return

    def make(self, request: PlanRequest, context: StageContext) -> Product[FilmPlan]:
        """Return the plan."""
        context.check()
        return Product(plan_film(request))

    def save(
        self, session: Session, task: Task, product: Product[FilmPlan], files: Mapping[str, Artifact]
    ) -> None:
        """Write the plan into the scenes, and store the film's tasks."""
        job: Job | None = JobService(session).find_locked(task.job_id or 0)
        if job is None:
            return
        scenes = SceneService(session).list_of(task.project_id)
        product.value.apply(scenes)
        has_crossfade = job.config["transition"] == "crossfade"
        nodes = product.value.list_nodes(scenes, has_audio=job.config["audio"], has_crossfade=has_crossfade)
        store_graph(session, job, nodes)


def plan_film(request: PlanRequest) -> FilmPlan:
    """Fit the narration to a wanted length; without one each scene lasts as long as it needs.

    A scene to which its writer gave a length of its own lasts at least that long.
    """
    planned = tuple(plan(request.drafts, request.duration_sec, request.language))
    if request.duration_sec is not None or not request.has_audio:
        drafts = planned if request.duration_sec is not None else request.drafts
        frames = tuple(spread([draft.duration_sec for draft in drafts], request.fps))
        return FilmPlan(planned, frames, (None,) * len(frames), request.duration_sec is not None)
    minimums = tuple(_own_length(now, then) for now, then in zip(request.drafts, planned, strict=True))
    return FilmPlan(planned, (None,) * len(minimums), minimums, has_wanted_length=False)


def _own_length(now: SceneDraft, planned: SceneDraft) -> float | None:
    return now.duration_sec if now.duration_sec > planned.duration_sec + SAME_SEC else None
