"""What a job will take and cost, before anybody is paid."""

from collections.abc import Callable
from importlib import import_module
from typing import Literal

from pydantic import BaseModel
from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.database import reading
from app.modules.auth.models import User
from app.modules.job.errors import BudgetExceeded, JobNotFound, PriceMissing, StoryUnreadable
from app.modules.job.repository import JobRepository
from app.modules.job.schemas import JobConfig
from app.modules.task import budget
from app.modules.task.calls import CallBook
from app.providers import registry
from app.story.errors import StoryError


class StageEstimate(BaseModel):
    """One stage: its tasks, those made already, and what the others cost; null where a price is missing."""

    stage: str
    tasks: int
    cached: int
    cost_usd: float | None


class JobEstimate(BaseModel):
    """What a job would take; lengths and scenes are guesses as long as the story is not cut."""

    scenes: int
    film_seconds: float
    stages: list[StageEstimate]
    total_cost_usd: float | None
    moderation: Literal["passed", "flagged", "unknown"]


def estimate(project_id: int, config: JobConfig, user: User) -> JobEstimate:
    """Plan the job as the pipeline would, and roll it back. Raises ProjectNotFound and StoryUnreadable."""
    # The pipeline stands above this module, so it is called by name.
    planned: Callable[[int, JobConfig, User], JobEstimate] = import_module("app.pipeline.estimate").estimate
    try:
        return planned(project_id, config, user)
    except StoryError as error:
        raise StoryUnreadable(str(error)) from error


def affordable_cost(project_id: int, config: JobConfig, user: User) -> float | None:
    """Estimate a job's cost in US dollars, None if nobody knows; raises BudgetExceeded and PriceMissing.

    Without a paid provider nothing is planned and the cost is 0. A story that nobody can cut is left to the
    job, which says what is wrong with it.
    """
    if not is_anything_paid():
        return 0.0
    try:
        cost_usd = estimate(project_id, config, user).total_cost_usd
    except StoryUnreadable:
        return None
    with reading() as session:
        _check_budgets(session, cost_usd, user.id)
    return cost_usd


def affordable_retry(job_id: int, user: User) -> float | None:
    """Estimate what a job would cost again, with what it has made already. Raises as `affordable_cost`."""
    with reading() as session:
        job = JobRepository(session).get_owned(job_id, user)
    if job is None:
        raise JobNotFound
    return affordable_cost(job.project_id, JobConfig.model_validate(job.config), user)


def is_anything_paid() -> bool:
    """Tell whether any provider costs money."""
    return any(one.capabilities.costs_money for one in registry.generative_providers())


def _check_budgets(session: Session, cost_usd: float | None, user_id: int) -> None:
    if not budget.is_set() or cost_usd == 0:
        return
    if cost_usd is None:
        raise PriceMissing
    for_job, for_day = settings().max_cost_per_job_usd, settings().max_cost_per_user_per_day_usd
    if for_job is not None and cost_usd > for_job:
        raise BudgetExceeded("job", limit_usd=for_job, spent_usd=0.0, needed_usd=cost_usd)
    if for_day is not None:
        spent = CallBook(session).spent_today(user_id)
        if spent + cost_usd > for_day:
            raise BudgetExceeded("day", limit_usd=for_day, spent_usd=round(spent, 6), needed_usd=cost_usd)
