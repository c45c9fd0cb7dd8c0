"""Budgets: what a job and a user's day may cost, as the operator says."""

from app.core.config import settings
from app.modules.task.calls import CallBook
from app.providers.errors import ProviderRefused


def is_set() -> bool:
    """Tell whether any budget is set."""
    return bool(settings().max_cost_per_job_usd or settings().max_cost_per_user_per_day_usd)


def check_call(book: CallBook, job_id: int | None, user_id: int, price: float | None) -> None:
    """Refuse a call that a budget has no room for; the caller holds the locks of job, task and day.

    Raises ProviderRefused with `budget.exceeded`, or `budget.price_missing` where nobody knows the price.
    """
    if not is_set():
        return
    if price is None:
        raise ProviderRefused(
            "A budget is set, and the operator has given no price for this model.", "budget.price_missing"
        )
    if price == 0:
        return
    if job_id is not None and settings().max_cost_per_job_usd:
        _check("job", book.spent_on_job(job_id), price, settings().max_cost_per_job_usd)
    if settings().max_cost_per_user_per_day_usd:
        book.lock_day(user_id)
        _check("day", book.spent_today(user_id), price, settings().max_cost_per_user_per_day_usd)


def _check(scope: str, spent: float, price: float, limit: float | None) -> None:
    if limit is None or spent + price <= limit:
        return
    figures = {"budget": scope, "limit_usd": limit, "spent_usd": round(spent, 6), "needed_usd": price}
    whose = "The job's budget" if scope == "job" else "The day's budget"
    raise ProviderRefused(
        f"{whose} of ${limit:.2f} has no room for this: ${spent:.2f} are spent, ${price:.4f} are needed.",
        "budget.exceeded",
        figures,
    )
