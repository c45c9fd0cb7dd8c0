"""The errors of budgets."""

from collections.abc import Mapping
from typing import Literal

from app.core.errors import AppError

Scope = Literal["job", "day", "studio_day"]
BUDGETS: Mapping[Scope, str] = {
    "job": "The job's budget",
    "day": "The day's budget",
    "studio_day": "The day's budget of all users together",
}
"""What people call each budget."""


class BudgetExceeded(AppError):
    status, code, title = 402, "budget.exceeded", "Over a budget"

    def __init__(self, scope: Scope, *, limit_usd: float, spent_usd: float, needed_usd: float) -> None:
        super().__init__(
            f"The film would cost about ${needed_usd:.2f}. {BUDGETS[scope]} is ${limit_usd:.2f}, of which "
            f"${spent_usd:.2f} are spent.",
            budget=scope,
            limit_usd=limit_usd,
            spent_usd=spent_usd,
            needed_usd=needed_usd,
        )


class PriceMissing(AppError):
    status, code, title = 402, "budget.price_missing", "Price missing"
    detail = "A budget is set, and a model's price is not; the operator has to set PRICES first."
