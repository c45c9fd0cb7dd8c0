"""The preview of a job: its graph is planned and looked up in the cache; nothing is stored or paid for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.database import reading
from app.core.prices import cost
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.auth.models import User
from app.modules.billing.service import BillingService
from app.modules.job.errors import ConfigNotOffered, StoryUnreadable
from app.modules.job.estimate import JobEstimate, StageEstimate
from app.modules.job.schemas import JobConfig
from app.modules.moderation.service import ExpectedVerdict, ModerationService
from app.modules.moderation.subject import Subject, check_subjects, scene_subject, story_subject
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService, draft_of, scene_from
from app.modules.task.state import JobStageName, StageName
from app.pipeline.graph import Node
from app.pipeline.inputs import Products, Source, StageInput, source_from
from app.pipeline.stage import Request, Stage, Value, digest_recipe
from app.pipeline.stages import STAGES
from app.pipeline.stages.plan import PlanRequest, plan_film
from app.providers import registry
from app.providers.capabilities import Provider
from app.providers.errors import ProviderRefused
from app.providers.ledger import UnrecordedCalls
from app.providers.text.base import StoryRequest
from app.story import segmentation
from app.story.errors import StoryError

ORDER = (StageName.PORTRAIT, StageName.DRAW, StageName.NARRATE, StageName.ANIMATE, StageName.COMPOSE)
NEEDS_PRODUCTS = {StageName.ANIMATE, StageName.COMPOSE}
"""The stages whose recipe contains what was made before; they can't be looked up while that is missing."""


def preview_job(project_id: int, config: JobConfig, user: User) -> JobEstimate:
    """Estimate a job. Raises ProjectNotFound, ConfigNotOffered and StoryUnreadable."""
    with reading() as session:
        project = ProjectService(session).get(project_id, user)
        scenes = SceneService(session).list_of(project.id)
        # The plan changes scenes, and must not change their rows.
        session.expunge_all()
    is_segmented = bool(scenes)
    scenes = scenes or _guess_scenes(project)
    subjects = [story_subject(project), *(scene_subject(scene) for scene in scenes)]
    nodes = _plan(project, config, scenes)
    with reading() as session:
        preview = JobPreview(session, project, config, scenes)
        if not is_segmented:
            preview.count_segmentation()
        preview.count(nodes)
        verdict = _read_expected_verdict(session, project, subjects)
        overridden = ModerationService(session).list_overridden(project.id)
    return preview.estimate(verdict or _check_now(subjects, overridden))


def _guess_scenes(project: Project) -> list[Scene]:
    """Segment the story by rules, which cost nothing: about as many scenes as any provider would find."""
    try:
        drafts = segmentation.cut(
            project.story_text, project.story_format, project.language, project.duration_sec
        )
    except StoryError as error:
        raise StoryUnreadable(str(error)) from error
    scenes = [scene_from(draft, project.id, index) for index, draft in enumerate(drafts)]
    for scene in scenes:
        scene.id, scene.character_keys = -1 - scene.scene_index, {}
    return scenes


def _plan(project: Project, config: JobConfig, scenes: Sequence[Scene]) -> list[Node]:
    drafts = tuple(draft_of(scene) for scene in scenes)
    request = PlanRequest(drafts, project.duration_sec, project.language, config.fps, config.audio)
    film = plan_film(request)
    film.apply(scenes)
    has_crossfade = config.transition == "crossfade"
    return film.list_nodes(scenes, has_audio=config.audio, has_crossfade=has_crossfade)


def _read_expected_verdict(
    session: Session, project: Project, subjects: Sequence[Subject]
) -> ExpectedVerdict | None:
    """Return what earlier verdicts say where a check costs money; None where it can be done now."""
    if not settings().moderation_enabled:
        return "unknown"
    provider = registry.moderation_provider()
    if not provider.capabilities.costs_money:
        return None
    return ModerationService(session).get_expected_verdict(project.id, subjects, provider)


def _check_now(subjects: Sequence[Subject], overridden: frozenset[str]) -> ExpectedVerdict:
    findings = check_subjects(registry.moderation_provider(), subjects, UnrecordedCalls())
    flagged = any(one.flagged and one.subject.digest not in overridden for one in findings)
    return "flagged" if flagged else "passed"


@dataclass
class StageCost:
    """The tasks of a job stage so far, and their cost in US dollars; None once a price is not known."""

    tasks: int = 0
    cached: int = 0
    cost_usd: float | None = 0.0

    def add(self, cost_usd: float | None) -> None:
        """Add the cost of a task."""
        self.cost_usd = None if self.cost_usd is None or cost_usd is None else self.cost_usd + cost_usd


class PreviewInput(StageInput):
    """The input of a task that does not exist: its scenes are planned, and its products looked up."""

    def __init__(
        self,
        session: Session,
        project: Project,
        config: JobConfig,
        scenes: Sequence[Scene],
        node: Node,
        products: Products,
    ) -> None:
        scene = next((scene for scene in scenes if scene.id == node.scene_id), None)
        super().__init__(session, project, config, scene, node.params, is_in_job=True)
        self.scenes, self.products = scenes, products


@dataclass
class JobPreview:
    """The counts and costs of a job's tasks, looked up in one read session."""

    session: Session
    project: Project
    config: JobConfig
    scenes: Sequence[Scene]
    made: dict[str, Source] = field(default_factory=dict)
    characters: dict[str, str] = field(default_factory=dict)
    costs: dict[JobStageName, StageCost] = field(
        default_factory=lambda: {name: StageCost() for name in JobStageName}
    )

    def count_segmentation(self) -> None:
        """Count the tasks that segment the story and check its scenes, with their cost."""
        story = StoryRequest(self.project.story_text, self.project.story_format, self.project.language)
        stage, provider = self.costs[JobStageName.PROCESSING], registry.text_provider()
        stage.tasks += 2
        stage.add(self._price(provider, provider.estimate_units(story)))

    def count(self, nodes: Iterable[Node]) -> None:
        """Count all tasks of a graph, stage by stage, so that what a task needs is looked up before it."""
        self.costs[JobStageName.VALIDATING].tasks += 1
        self.costs[JobStageName.PROCESSING].tasks += 1
        by_stage: dict[StageName, list[Node]] = {stage: [] for stage in ORDER}
        for node in nodes:
            by_stage[node.stage].append(node)
        self.characters = {node.name: str(node.params["character"]) for node in by_stage[StageName.PORTRAIT]}
        for stage, of_stage in by_stage.items():
            self._count_stage(stage, of_stage)

    def estimate(self, verdict: ExpectedVerdict) -> JobEstimate:
        """Return everything that was counted; costs are rounded to millionths of a dollar."""
        costs = [stage.cost_usd for stage in self.costs.values()]
        return JobEstimate(
            scenes=len(self.scenes),
            film_seconds=round(sum(scene.duration_sec for scene in self.scenes), 2),
            stages=[_estimate_stage(name, stage) for name, stage in self.costs.items()],
            total_cost_usd=None if None in costs else round(sum(filter(None, costs)), 6),
            moderation=verdict,
        )

    def _count_stage(self, name: StageName, nodes: Sequence[Node]) -> None:
        stage, counted = STAGES[name], self.costs[name.job_stage]
        counted.tasks += len(nodes)
        reachable = [node for node in nodes if name not in NEEDS_PRODUCTS or self._has_needs(node)]
        requests = {node.name: self._prepare(stage, node) for node in reachable}
        digests = {
            node.name: digest_recipe(stage, stage.recipe(requests[node.name]) or {})
            for node in reachable
            if self._has_needs(node)
        }
        known = self._look_up(digests)
        for node in nodes:
            if node.name in known:
                counted.cached += 1
                self.made[node.name] = source_from(known[node.name])
            else:
                units = stage.estimate_units(requests[node.name]) if node.name in requests else None
                counted.add(self._price(stage.provider(), units))

    def _prepare(self, stage: Stage[Request, Value], node: Node) -> Request:
        try:
            return stage.prepare(self._input(node))
        except ProviderRefused as error:
            raise ConfigNotOffered(str(error)) from error

    def _has_needs(self, node: Node) -> bool:
        return all(need in self.made for need in node.needs)

    def _look_up(self, digests: Mapping[str, str]) -> dict[str, Artifact]:
        """Find the artifacts of digests, both by the name of the task."""
        found = AssetService(self.session).get_artifacts(self.project.user_id, set(digests.values()))
        return {name: found[digest] for name, digest in digests.items() if digest in found}

    def _input(self, node: Node) -> PreviewInput:
        """Return a task's input; of a portrait that is not made the character alone is known."""
        files: dict[tuple[str, int | None], Source] = {}
        portraits: dict[str, Source] = {}
        for need in node.needs:
            if need in self.characters:
                portraits[self.characters[need]] = self.made.get(need, Source("", "", {}))
            elif need in self.made:
                stage, _, scene_id = need.partition("/")
                files[stage, int(scene_id)] = self.made[need]
        products = Products(files, dict(sorted(portraits.items())))
        return PreviewInput(self.session, self.project, self.config, self.scenes, node, products)

    def _price(self, provider: Provider | None, units: Mapping[str, float] | None) -> float | None:
        """Return the cost of a provider's units in US dollars; None where they or their price are unknown."""
        if provider is None or not provider.capabilities.costs_money:
            return 0.0
        if units is None:
            return None
        return cost(settings().prices, provider.capabilities.billed_model, units, self._day)

    @cached_property
    def _day(self) -> date:
        return BillingService(self.session).get_today()


def _estimate_stage(name: JobStageName, stage: StageCost) -> StageEstimate:
    rounded = None if stage.cost_usd is None else round(stage.cost_usd, 6)
    return StageEstimate(stage=name, tasks=stage.tasks, cached=stage.cached, cost_usd=rounded)
