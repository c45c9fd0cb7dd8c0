"""The tasks of a previewed job, looked up in the cache and priced, stage by stage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.prices import cost
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import AssetService
from app.modules.billing.service import BillingService
from app.modules.character.cast import Cast
from app.modules.character.models import Character
from app.modules.job.errors import ConfigNotOffered
from app.modules.job.estimate import JobEstimate, StageEstimate
from app.modules.job.schemas import JobConfig
from app.modules.moderation.service import ExpectedVerdict, ModerationService
from app.modules.project.models import Project
from app.modules.scene.models import Scene
from app.modules.task.state import JobStageName, StageName
from app.pipeline.film_plan import CardParams
from app.pipeline.graph import Node
from app.pipeline.inputs import Products, Source, StageInput, TaskRows, make_source
from app.pipeline.stage import Request, Stage, Value, digest_recipe
from app.pipeline.stages import STAGES
from app.providers import registry
from app.providers.capabilities import Provider
from app.providers.errors import ProviderRefused
from app.providers.text.base import StoryRequest

STAGE_ORDER = (
    StageName.PORTRAIT,
    StageName.DRAW,
    StageName.NARRATE,
    StageName.SOUND,
    StageName.ANIMATE,
    StageName.CARD,
    StageName.COMPOSE,
)
NEEDS_PRODUCTS = {StageName.SOUND, StageName.ANIMATE, StageName.CARD, StageName.COMPOSE}
"""The stages whose recipe contains the products of other tasks; without these it can't be looked up."""


@dataclass
class StageCost:
    """The tasks counted in a job stage, and their cost in US dollars; None when one cost is unknown."""

    tasks: int = 0
    cached: int = 0
    cost_usd: float | None = 0.0

    def add(self, cost_usd: float | None) -> None:
        """Add the cost of a task in US dollars; None makes the sum unknown."""
        self.cost_usd = None if self.cost_usd is None or cost_usd is None else self.cost_usd + cost_usd


class PreviewInput(StageInput):
    """The input of a planned task: its scenes have been planned, and all that it reads was looked up once."""

    def __init__(self, preview: "JobPreview", node: Node, products: Products) -> None:
        scene = preview.scenes_by_id.get(node.scene_id)
        character = preview.characters_by_id.get(node.character_id)
        shot = next((one for one in scene.shots if one.id == node.shot_id), None) if scene else None
        rows = TaskRows(preview.project, scene, shot, character)
        super().__init__(preview.session, rows, preview.config, node.params, is_in_job=True)
        self.scenes, self.products, self._preview = preview.scenes, products, preview
        self.cast = preview.cast

    @property
    def overridden(self) -> frozenset[str]:
        """The digests of the project's content whose verdict an admin has overridden."""
        return self._preview.overridden

    def _find_uploaded_take(self) -> Asset | None:
        return self._preview.uploads.get((self.scene.id, "narration"))

    def _find_uploaded_still(self, storage_key: str) -> Asset | None:
        return self._preview.uploaded_stills.get(storage_key)


@dataclass
class JobPreview:
    """The counts and costs of a job's tasks, computed in one read session.

    `nodes` has the planned tasks by their names, `made` the cached products of those.
    """

    session: Session
    project: Project
    config: JobConfig
    scenes: Sequence[Scene]
    cast: Cast
    nodes: dict[str, Node] = field(default_factory=dict)
    made: dict[str, Source] = field(default_factory=dict)
    costs: dict[JobStageName, StageCost] = field(
        default_factory=lambda: {name: StageCost() for name in JobStageName}
    )

    @cached_property
    def scenes_by_id(self) -> dict[int | None, Scene]:
        """The planned scenes by their ids."""
        return {scene.id: scene for scene in self.scenes}

    @cached_property
    def characters_by_id(self) -> dict[int | None, Character]:
        """The characters of the project by their ids."""
        return {character.id: character for character in self.cast.characters}

    @cached_property
    def uploads(self) -> dict[tuple[int | None, str], Asset]:
        """The newest upload for each scene and type."""
        return AssetService(self.session).get_uploads_of_scenes(self.project.id)

    @cached_property
    def uploaded_stills(self) -> dict[str, Asset]:
        """The uploaded stills by their storage keys."""
        return AssetService(self.session).get_uploaded_stills(self.project.id)

    @cached_property
    def overridden(self) -> frozenset[str]:
        """The digests of the project's content whose verdict an admin has overridden."""
        return ModerationService(self.session).list_overridden(self.project.id)

    def count_segmentation(self) -> None:
        """Count the tasks that segment the story and check the new scenes, and the cost of segmenting."""
        story = StoryRequest(self.project.story_text, self.project.story_format, self.project.language)
        stage, provider = self.costs[JobStageName.PROCESSING], registry.text_provider()
        stage.tasks += 2
        stage.add(self._price(provider, provider.estimate_units(story)))

    def count(self, nodes: Iterable[Node]) -> None:
        """Count all tasks of a graph. Raises ConfigNotOffered.

        Stages are counted in order, so that the products that a task needs are looked up before it.
        """
        self.costs[JobStageName.VALIDATING].tasks += 1
        self.costs[JobStageName.PROCESSING].tasks += 1
        by_stage: dict[StageName, list[Node]] = {stage: [] for stage in STAGE_ORDER}
        for node in nodes:
            self.nodes[node.name] = node
            by_stage[node.stage].append(node)
        for stage, of_stage in by_stage.items():
            self._count_stage(stage, of_stage)

    def estimate(self, verdict: ExpectedVerdict) -> JobEstimate:
        """Return the estimate with all counts; costs are rounded to millionths of a US dollar."""
        costs = [stage.cost_usd for stage in self.costs.values()]
        return JobEstimate(
            scenes=len(self.scenes),
            shots=self._count_nodes(StageName.ANIMATE),
            images=self._count_nodes(StageName.DRAW),
            film_seconds=round(
                sum(scene.duration_sec for scene in self.scenes) + self._count_card_seconds(), 2
            ),
            stages=[_make_stage_estimate(name, stage) for name, stage in self.costs.items()],
            total_cost_usd=None if None in costs else round(sum(filter(None, costs)), 6),
            moderation=verdict,
        )

    def _count_nodes(self, stage: StageName) -> int:
        return sum(node.stage == stage for node in self.nodes.values())

    def _count_card_seconds(self) -> float:
        cards = (node for node in self.nodes.values() if node.stage == StageName.CARD)
        return sum(CardParams.load(node.params).planned.frames for node in cards) / self.config.fps

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
                self.made[node.name] = make_source(known[node.name])
            else:
                units = stage.estimate_units(requests[node.name]) if node.name in requests else None
                counted.add(self._price(stage.provider(), units))

    def _prepare(self, stage: Stage[Request, Value], node: Node) -> Request:
        try:
            return stage.prepare(self._make_input(node))
        except ProviderRefused as error:
            raise ConfigNotOffered(str(error)) from error

    def _has_needs(self, node: Node) -> bool:
        return all(need in self.made for need in node.needs)

    def _look_up(self, digests: Mapping[str, str]) -> dict[str, Artifact]:
        """Return the artifacts of those digests that have one; digests and artifacts are by task name."""
        found = AssetService(self.session).get_artifacts(self.project.user_id, set(digests.values()))
        return {name: found[digest] for name, digest in digests.items() if digest in found}

    def _make_input(self, node: Node) -> PreviewInput:
        """Return a task's input; a portrait that is not cached is an empty Source."""
        files: dict[str, Source] = {}
        portraits: dict[str, Source] = {}
        for needed in map(self.nodes.__getitem__, node.needs):
            if needed.stage == StageName.PORTRAIT:
                character = str(needed.params["character"])
                portraits[character] = self.made.get(needed.name, Source("", "", {}))
            elif needed.name in self.made or needed.stage == StageName.DRAW:
                files[needed.name] = self.made.get(needed.name, Source("", "", {}))
        products = Products(files, dict(sorted(portraits.items())))
        return PreviewInput(self, node, products)

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


def _make_stage_estimate(name: JobStageName, stage: StageCost) -> StageEstimate:
    rounded = None if stage.cost_usd is None else round(stage.cost_usd, 6)
    return StageEstimate(stage=name, tasks=stage.tasks, cached=stage.cached, cost_usd=rounded)
