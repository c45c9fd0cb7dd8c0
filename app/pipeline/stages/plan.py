"""The stage that plans a film's timing and stores the job's further tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.film.timeline import spread
from app.modules.asset.models import Artifact
from app.modules.character.cast import Cast
from app.modules.character.service import CharacterService
from app.modules.job.models import Job
from app.modules.job.service import JobService
from app.modules.scene.drafts import draft_of
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.briefs import list_cast
from app.pipeline.context import StageContext
from app.pipeline.graph import Node, PlannedShot, plan_nodes, store_graph
from app.pipeline.inputs import StageInput
from app.pipeline.stage import Product, Stage
from app.providers.registry import image_provider
from app.story.scene import SceneDraft
from app.story.timing import plan

LENGTH_TOLERANCE_SEC = 0.05


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """The scenes before planning; `duration_sec` is the length that the film must have, if any."""

    drafts: tuple[SceneDraft, ...]
    duration_sec: float | None
    language: str
    fps: int
    has_audio: bool


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """The planned scenes, and each one's length: fixed in frames, or None with the least seconds, if any.

    With `has_wanted_length` the narration was fitted to a length that the film must have.
    """

    drafts: tuple[SceneDraft, ...]
    frames: tuple[int | None, ...]
    minimums: tuple[float | None, ...]
    has_wanted_length: bool

    def apply(self, scenes: Sequence[Scene]) -> None:
        """Set the scenes' narration, notes and, where the film must have a length, their seconds."""
        for scene, draft in zip(scenes, self.drafts, strict=True):
            scene.narration, scene.notes = draft.narration, list(draft.notes)
            if self.has_wanted_length:
                scene.duration_sec = draft.duration_sec

    def list_nodes(
        self, scenes: Sequence[Scene], cast: Cast, *, has_audio: bool, has_crossfade: bool
    ) -> list[Node]:
        """Return the film's tasks, with portraits where the image provider takes them."""
        takes_portraits = image_provider().capabilities.takes_portraits
        shots = [
            PlannedShot(
                scene.id, scene.narration, frames, minimum, list_cast(scene, cast) if takes_portraits else ()
            )
            for scene, frames, minimum in zip(scenes, self.frames, self.minimums, strict=True)
        ]
        return list(plan_nodes(shots, has_audio=has_audio, has_crossfade=has_crossfade))


class Plan(Stage[PlanRequest, FilmPlan]):
    """Plan the narration and the length of each scene."""

    name = StageName.PLAN

    def prepare(self, source: StageInput) -> PlanRequest:
        """Read the scenes and the wanted length."""
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
        """Apply the plan to the scenes, and store the film's tasks."""
        job: Job | None = JobService(session).find_locked(task.job_id or 0)
        if job is None:
            return
        scenes = SceneService(session).list_of(task.project_id)
        product.value.apply(scenes)
        has_crossfade = job.config["transition"] == "crossfade"
        cast, has_audio = CharacterService(session).get_cast(task.project_id), job.config["audio"]
        nodes = product.value.list_nodes(scenes, cast, has_audio=has_audio, has_crossfade=has_crossfade)
        store_graph(session, job, nodes)


def plan_film(request: PlanRequest) -> FilmPlan:
    """Return the plan of a film: fitted to its wanted length, else each scene as long as its narration.

    A scene whose writer has set a longer length lasts at least that long.
    """
    planned = tuple(plan(request.drafts, request.duration_sec, request.language))
    if request.duration_sec is not None or not request.has_audio:
        drafts = planned if request.duration_sec is not None else request.drafts
        frames = tuple(spread([draft.duration_sec for draft in drafts], request.fps))
        return FilmPlan(planned, frames, (None,) * len(frames), request.duration_sec is not None)
    minimums = tuple(
        _get_minimum(draft, fitted) for draft, fitted in zip(request.drafts, planned, strict=True)
    )
    return FilmPlan(planned, (None,) * len(minimums), minimums, has_wanted_length=False)


def _get_minimum(draft: SceneDraft, planned: SceneDraft) -> float | None:
    """Return the length in seconds that the writer has set; None if it is that of the plan or shorter."""
    is_longer = draft.duration_sec > planned.duration_sec + LENGTH_TOLERANCE_SEC
    return draft.duration_sec if is_longer else None
