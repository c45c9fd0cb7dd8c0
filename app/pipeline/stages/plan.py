"""The stage that plans a film's timing and stores the job's further tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.film.timeline import spread
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.job.service import JobService
from app.modules.project.models import Project
from app.modules.scene.drafts import draft_of
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService
from app.modules.scene.shooting import fit
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.film_form import FilmForm, FormRequest, add_acts, plan_cards
from app.pipeline.graph import plan_nodes, store_graph
from app.pipeline.inputs import StageInput, TaskInput
from app.pipeline.shot_planner import ShotPlanner
from app.pipeline.stage import Product, Stage
from app.story.scene import SceneDraft
from app.story.timing import plan


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """The scenes before planning; `duration_sec` is the length that the film must have, if any."""

    drafts: tuple[SceneDraft, ...]
    duration_sec: float | None
    language: str
    fps: int
    has_audio: bool
    form: FormRequest


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """The planned scenes, and each one's length in frames where it is fixed, else None.

    With `has_wanted_length` the narration was fitted to a length that the film must have.
    """

    drafts: tuple[SceneDraft, ...]
    frames: tuple[int | None, ...]
    has_wanted_length: bool
    form: FilmForm

    def apply(self, scenes: Sequence[Scene]) -> None:
        """Set narration and notes of the scenes, and the texts of their shots.

        Where the film must have a length, the seconds of the shots are set, too.
        """
        for scene, draft in zip(scenes, self.drafts, strict=True):
            scene.narration, scene.notes = draft.narration, list(draft.notes)
            fit(scene, draft, has_length=self.has_wanted_length)


class Plan(Stage[PlanRequest, FilmPlan]):
    """Plan the narration and the length of each scene."""

    name = StageName.PLAN

    def prepare(self, source: StageInput) -> PlanRequest:
        """Read the scenes and the wanted length."""
        project, config = source.project, source.config
        drafts = tuple(draft_of(scene) for scene in source.scenes)
        return make_plan_request(project, config, drafts)

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
        session.flush()
        source = TaskInput(session, task)
        uploaded = AssetService(session).get_uploaded_stills(task.project_id).keys()
        planner = ShotPlanner(source.config, source.look, source.cast, source.project.language, uploaded)
        planned = product.value.form.apply(planner.plan(scenes, product.value.frames))
        for name in source.config.voices:
            if source.cast.find(name) is None:
                job.emit("log", message=f"There is no character “{name}”, so the voice for it is not used.")
        store_graph(session, job, plan_nodes(planned, has_audio=source.config.audio))


def make_plan_request(project: Project, config: JobConfig, drafts: tuple[SceneDraft, ...]) -> PlanRequest:
    """Return the request for the plan of a project's film."""
    form = FormRequest.make(project, config)
    return PlanRequest(drafts, project.duration_sec, project.language, config.fps, config.audio, form)


def plan_film(request: PlanRequest) -> FilmPlan:
    """Return the plan of a film: fitted to its wanted length, else each scene as long as its narration.

    Cards take their time from a wanted length.
    """
    form = plan_cards(request.form, request.drafts, request.duration_sec)
    wanted = request.duration_sec and request.duration_sec - form.frames / request.fps
    planned = tuple(plan(request.drafts, wanted, request.language))
    form = add_acts(form, request.form, planned, [draft.duration_sec for draft in planned])
    has_wanted_length = wanted is not None
    if not has_wanted_length and request.has_audio:
        return FilmPlan(planned, (None,) * len(planned), has_wanted_length=False, form=form)
    frames = tuple(spread([draft.duration_sec for draft in planned], request.fps))
    return FilmPlan(planned, frames, has_wanted_length, form)
