"""The budgets in US dollars that the operator has set: for a job, a user's day, and the day of all users."""

from collections.abc import Mapping

from app.core.config import settings
from app.modules.billing.errors import BUDGETS, BudgetExceeded, PriceMissing, Scope
from app.modules.billing.repository import ProviderCallRepository
from app.providers.errors import ProviderRefused


def get_limits() -> dict[Scope, float]:
    """Return the budgets that are set."""
    config = settings()
    limits: dict[Scope, float | None] = {
        "job": config.max_cost_per_job_usd,
        "day": config.max_cost_per_user_per_day_usd,
        "studio_day": config.max_cost_per_day_usd,
    }
    return {scope: limit for scope, limit in limits.items() if limit is not None}


def is_set() -> bool:
    """Return whether any budget is set."""
    return bool(get_limits())


def check_job(cost_usd: float | None, spent_usd: Mapping[Scope, float]) -> None:
    """Check a job's estimated cost against the budgets and what is spent of each.

    Raises BudgetExceeded or PriceMissing.
    """
    if not is_set() or cost_usd == 0:
        return
    if cost_usd is None:
        raise PriceMissing
    for scope, limit in get_limits().items():
        spent = spent_usd.get(scope, 0.0)
        if spent + cost_usd > limit:
            raise BudgetExceeded(scope, limit_usd=limit, spent_usd=round(spent, 6), needed_usd=cost_usd)


class CallBudget:
    """The budgets that one call counts against; the caller holds the locks of its job and its task."""

    def __init__(self, calls: ProviderCallRepository, job_id: int | None, user_id: int) -> None:
        self._calls, self._job_id, self._user_id = calls, job_id, user_id

    def check(self, most_usd: float | None) -> None:
        """Check the greatest cost of a call in US dollars, None where its price is not known.

        Raises ProviderRefused with `budget.exceeded` or `budget.price_missing`.
        """
        if not is_set() or most_usd == 0:
            return
        if most_usd is None:
            raise ProviderRefused(
                "A budget is set, and the operator has given no price for this model.", "budget.price_missing"
            )
        for scope, limit in get_limits().items():
            spent = self._lock_and_sum(scope)
            if spent + most_usd > limit:
                raise _refuse(scope, limit, spent, most_usd)

    def _lock_and_sum(self, scope: Scope) -> float:
        """Return what is spent of a budget; other calls that count against it wait for this transaction."""
        calls = self._calls
        match scope:
            case "job":
                return calls.sum_usd(calls.is_of_job(self._job_id)) if self._job_id is not None else 0.0
            case "day":
                calls.lock_day(self._user_id)
                return calls.sum_usd(calls.is_of_user_today(self._user_id))
            case "studio_day":
                calls.lock_studio_day()
                return calls.sum_usd(calls.is_of_today())


def _refuse(scope: Scope, limit_usd: float, spent_usd: float, needed_usd: float) -> ProviderRefused:
    figures = {
        "budget": scope,
        "limit_usd": limit_usd,
        "spent_usd": round(spent_usd, 6),
        "needed_usd": needed_usd,
    }
    return ProviderRefused(
        f"{BUDGETS[scope]} of ${limit_usd:.2f} has no room for this: ${spent_usd:.2f} are spent, "
        f"${needed_usd:.4f} are needed.",
        "budget.exceeded",
        figures,
    )
