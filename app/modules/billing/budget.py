"""The budgets in US dollars that the operator has set for a job and for a user's day."""

from app.core.config import settings
from app.modules.billing.errors import BudgetExceeded, PriceMissing
from app.modules.billing.repository import ProviderCallRepository
from app.providers.errors import ProviderRefused


def is_set() -> bool:
    """Return whether any budget is set."""
    return bool(settings().max_cost_per_job_usd or settings().max_cost_per_user_per_day_usd)


def check_job(cost_usd: float | None, spent_today_usd: float) -> None:
    """Check an estimated job, in US dollars, against the budgets. Raises BudgetExceeded or PriceMissing."""
    if not is_set() or cost_usd == 0:
        return
    if cost_usd is None:
        raise PriceMissing
    for_job, for_day = settings().max_cost_per_job_usd, settings().max_cost_per_user_per_day_usd
    if for_job is not None and cost_usd > for_job:
        raise BudgetExceeded("job", limit_usd=for_job, spent_usd=0.0, needed_usd=cost_usd)
    if for_day is not None and spent_today_usd + cost_usd > for_day:
        spent = round(spent_today_usd, 6)
        raise BudgetExceeded("day", limit_usd=for_day, spent_usd=spent, needed_usd=cost_usd)


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
        calls = self._calls
        if self._job_id is not None and settings().max_cost_per_job_usd:
            spent = calls.sum_usd(calls.is_of_job(self._job_id))
            _check("job", spent, most_usd, settings().max_cost_per_job_usd)
        if settings().max_cost_per_user_per_day_usd:
            calls.lock_day(self._user_id)
            spent = calls.sum_usd(calls.is_of_today(self._user_id))
            _check("day", spent, most_usd, settings().max_cost_per_user_per_day_usd)


def _check(scope: str, spent_usd: float, needed_usd: float, limit_usd: float | None) -> None:
    if limit_usd is None or spent_usd + needed_usd <= limit_usd:
        return
    figures = {
        "budget": scope,
        "limit_usd": limit_usd,
        "spent_usd": round(spent_usd, 6),
        "needed_usd": needed_usd,
    }
    budget = "The job's budget" if scope == "job" else "The day's budget"
    raise ProviderRefused(
        f"{budget} of ${limit_usd:.2f} has no room for this: ${spent_usd:.2f} are spent, "
        f"${needed_usd:.4f} are needed.",
        "budget.exceeded",
        figures,
    )
