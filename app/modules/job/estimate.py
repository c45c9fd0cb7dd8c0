"""What a job will take and cost, before any of it is paid for."""

from typing import Literal, Protocol

from pydantic import BaseModel

from app.core.database import reading
from app.modules.auth.models import User
from app.modules.billing import budget
from app.modules.billing.service import BillingService
from app.modules.job.errors import StoryUnreadable
from app.modules.job.schemas import JobConfig
from app.modules.job.service import JobService
from app.providers import registry


class StageEstimate(BaseModel):
    """One stage: its tasks, those made already, and what the others cost; null where a price is missing."""

    stage: str
    tasks: int
    cached: int
    cost_usd: float | None


class JobEstimate(BaseModel):
    """What a job would take; lengths and scenes are guesses as long as the story is not segmented."""

    scenes: int
    film_seconds: float
    stages: list[StageEstimate]
    total_cost_usd: float | None
    moderation: Literal["passed", "flagged", "unknown"]


class Estimator(Protocol):
    """Plans a job without starting it. The pipeline implements it; `app.main` hands it to the routes."""

    def __call__(self, project_id: int, config: JobConfig, user: User) -> JobEstimate:
        """Return the estimate of a job. Raises ProjectNotFound and StoryUnreadable."""


class JobCostCheck:
    """Estimates jobs and checks them against the budgets."""

    def __init__(self, estimate: Estimator) -> None:
        self._estimate = estimate

    def check(self, project_id: int, config: JobConfig, user: User) -> float | None:
        """Return a job's estimated cost in US dollars, None where it is not known.

        Without a paid provider nothing is planned and the cost is 0. A story that can't be read is left to
        the job, which says what is wrong with it. Raises ProjectNotFound, BudgetExceeded and PriceMissing.
        """
        if not _is_anything_paid():
            return 0.0
        try:
            cost_usd = self._estimate(project_id, config, user).total_cost_usd
        except StoryUnreadable:
            return None
        with reading() as session:
            budget.check_job(cost_usd, BillingService(session).get_spent_today(user.id))
        return cost_usd

    def check_retry(self, job_id: int, user: User) -> float | None:
        """Return what a job would cost again, with all that has been made. Raises as `check` does."""
        with reading() as session:
            job = JobService(session).get(job_id, user)
        return self.check(job.project_id, JobConfig.model_validate(job.config), user)


def _is_anything_paid() -> bool:
    return any(provider.capabilities.costs_money for provider in registry.generative_providers())
