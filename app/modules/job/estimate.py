"""The estimate of a job's tasks and costs, and its check against the budgets."""

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
    """One stage: its tasks, how many are cached, and the others' cost; null where a price is missing."""

    stage: str
    tasks: int
    cached: int
    cost_usd: float | None


class JobEstimate(BaseModel):
    """The estimate of a job; scenes, shots and length are approximate while the story is not segmented.

    `shots` are the clips of the film, `images` the stills that they need.
    """

    scenes: int
    shots: int
    images: int
    film_seconds: float
    stages: list[StageEstimate]
    total_cost_usd: float | None
    moderation: Literal["passed", "flagged", "unknown"]


class Estimator(Protocol):
    """Plans a job without starting it. The pipeline implements it; `app.main` injects it into the routes."""

    def __call__(self, project_id: int, config: JobConfig, user: User) -> JobEstimate:
        """Return the estimate of a job. Raises ProjectNotFound, ConfigNotOffered and StoryUnreadable."""


class JobCostCheck:
    """Checks the estimated costs of jobs against the budgets."""

    def __init__(self, estimate: Estimator) -> None:
        self._estimate = estimate

    def check(self, project_id: int, config: JobConfig, user: User) -> float | None:
        """Return a job's estimated cost in US dollars after checking it; None where it is not known.

        Without a paid provider it is 0, and the job is not planned. For a story that can't be read it is
        None, because the job fails with the reason. Raises ProjectNotFound, ConfigNotOffered, BudgetExceeded
        and PriceMissing.
        """
        if not _has_paid_provider():
            return 0.0
        try:
            cost_usd = self._estimate(project_id, config, user).total_cost_usd
        except StoryUnreadable:
            return None
        with reading() as session:
            budget.check_job(cost_usd, BillingService(session).get_spent_today(user.id))
        return cost_usd

    def check_retry(self, job_id: int, user: User) -> float | None:
        """Return the estimated cost of a job's retry. Raises JobNotFound, and as `check` does."""
        with reading() as session:
            job = JobService(session).get(job_id, user)
        return self.check(job.project_id, JobConfig.model_validate(job.config), user)


def _has_paid_provider() -> bool:
    return any(provider.capabilities.costs_money for provider in registry.generative_providers())
