"""A job planned as a real one and rolled back: what is made already, and what the rest would cost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.prices import cost
from app.modules.asset.repository import AssetRepository
from app.modules.auth.models import User
from app.modules.job.estimate import JobEstimate, StageEstimate
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.job.state import STAGES, JobStatus
from app.modules.moderation.service import ModerationService
from app.modules.moderation.subject import Subject, judged, story_of, words_of
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.scene.repository import SceneRepository
from app.modules.scene.service import SceneService
from app.modules.task.calls import CallBook
from app.modules.task.models import Task, TaskNeed
from app.modules.task.service import TaskService
from app.pipeline.graph import counts_in
from app.pipeline.sources import scenes_of
from app.pipeline.stage import digest
from app.pipeline.stages import STAGES as MAKERS
from app.pipeline.stages.plan import Plan
from app.providers import registry
from app.providers.image.base import CastPicture, ImageRequest
from app.providers.ledger import UnrecordedCalls
from app.providers.text.base import StoryRequest
from app.story import segmentation
from app.story.scene import SceneDraft

ORDER = ("portrait", "draw", "narrate", "animate", "compose")


def estimate(project_id: int, config: JobConfig, user: User) -> JobEstimate:
    """Estimate a job. Raises ProjectNotFound, and StoryError for a story that nobody can cut."""
    with reading() as session:
        project = ProjectService(session).get(project_id, user)
        is_cut = SceneRepository(session).count_of(project.id) > 0
    drafts = [] if is_cut else _guessed(project)

    def plan(session: Session) -> JobEstimate:
        rehearsal = Rehearsal(session, project_id, config, user)
        try:
            return rehearsal.estimate(drafts)
        finally:
            session.rollback()
            session.info.pop("messages", None)

    return in_transaction(plan)


def _guessed(project: Project) -> list[SceneDraft]:
    """Cut the story by rules, for nothing: about as many scenes as any other cutter would make."""
    return segmentation.cut(project.story_text, project.story_format, project.language, project.duration_sec)


@dataclass
class Tally:
    """What one stage takes so far; `cost` is None from the first price on that nobody knows."""

    tasks: int = 0
    cached: int = 0
    cost: float | None = 0.0

    def add(self, cost_usd: float | None) -> None:
        """Count a cost."""
        self.cost = None if self.cost is None or cost_usd is None else self.cost + cost_usd


class Rehearsal:
    """A job that nobody will see."""

    def __init__(self, session: Session, project_id: int, config: JobConfig, user: User) -> None:
        self.session, self.user = session, user
        self.project = ProjectService(session).get(project_id, user)
        self.job = Job(project_id=self.project.id, user_id=user.id, config=config.model_dump())
        self.day = CallBook(session).today().date()
        self.tallies = {name: Tally() for name in STAGES}

    def estimate(self, drafts: Sequence[SceneDraft]) -> JobEstimate:
        """Plan everything and count it."""
        moderation = self._outlook()
        if drafts:
            self._cut(drafts)
        self._plan()
        for stage in ORDER:
            for task in self._tasks(stage):
                self._count(task)
        self.tallies[JobStatus.VALIDATING].tasks = 1
        self.tallies[JobStatus.PROCESSING].tasks += 1
        scenes = scenes_of(self.session, self.project.id)
        costs = [tally.cost for tally in self.tallies.values()]
        return JobEstimate(
            scenes=len(scenes),
            film_seconds=round(sum(scene.duration_sec for scene in scenes), 2),
            stages=[self._shown(name) for name in STAGES],
            total_cost_usd=None if None in costs else round(sum(filter(None, costs)), 6),
            moderation=moderation,
        )

    def _shown(self, name: str) -> StageEstimate:
        tally = self.tallies[JobStatus(name)]
        rounded = None if tally.cost is None else round(tally.cost, 6)
        return StageEstimate(stage=name, tasks=tally.tasks, cached=tally.cached, cost_usd=rounded)

    def _outlook(self) -> Any:
        """Tell what the judge will say, if that can be told without asking anybody."""
        if not settings().moderation_enabled:
            return "unknown"
        scenes = [words_of(scene) for scene in scenes_of(self.session, self.project.id)]
        subjects: list[Subject] = [story_of(self.project), *scenes]
        provider, service = registry.moderation_provider(), ModerationService(self.session)
        if provider.capabilities.costs_money:
            return service.outlook(self.project.id, subjects, provider)
        excused = service.list_excused(self.project.id)
        found = judged(provider, subjects, UnrecordedCalls())
        flagged = any(one.flagged and one.subject.digest not in excused for one in found)
        return "flagged" if flagged else "passed"

    def _cut(self, drafts: Sequence[SceneDraft]) -> None:
        SceneService(self.session).replace(self.project, drafts)
        story = StoryRequest(self.project.story_text, self.project.story_format, self.project.language)
        tally = self.tallies[JobStatus.PROCESSING]
        tally.tasks += 2
        tally.add(self._cost(registry.text_provider(), story))

    def _plan(self) -> None:
        self.session.add(self.job)
        self.session.flush()
        task = TaskService(self.session).add_for_job(
            self.project.id, self.job.id, "plan", "rehearsal", is_ready=False
        )
        maker = Plan()
        maker.keep(self.session, task, maker.planned(maker.prepare(self.session, task)), {})

    def _tasks(self, stage: str) -> list[Task]:
        statement = select(Task).where(Task.job_id == self.job.id, Task.stage == stage).order_by(Task.id)
        return list(self.session.scalars(statement))

    def _count(self, task: Task) -> None:
        """Look whether a task's product is there; where its own needs are not made, it can't be."""
        maker, tally = MAKERS[task.stage], self.tallies[counts_in(task)]
        tally.tasks += 1
        needs = list(
            self.session.scalars(
                select(Task).join(TaskNeed, TaskNeed.needed_id == Task.id).where(TaskNeed.task_id == task.id)
            )
        )
        is_reachable = all(need.artifact_id for need in needs)
        if task.stage in {"animate", "compose"} and not is_reachable:
            provider = maker.provider()
            tally.add(self._cost(provider, None) if provider is not None else 0.0)
            return
        request = maker.prepare(self.session, task)
        recipe = maker.recipe(request)
        known = AssetRepository(self.session).get_made(self.user.id, digest(maker, recipe or {}))
        if known is not None and is_reachable:
            task.artifact_id = known.id
            self.session.flush()
            tally.cached += 1
            return
        asked = maker.asked(request)
        if isinstance(asked, ImageRequest):
            asked = replace(asked, cast=(CastPicture("", b""),) * len(needs))
        tally.add(0.0 if asked is None else self._cost(maker.provider(), asked))

    def _cost(self, provider: Any, request: Any) -> float | None:
        if provider is None or not provider.capabilities.costs_money:
            return 0.0
        units = provider.estimate_units(request) if request is not None else None
        if units is None:
            return None
        return cost(settings().prices, provider.capabilities.billed_model, units, self.day)
