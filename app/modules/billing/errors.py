"""The errors of budgets."""

from app.core.errors import AppError


class BudgetExceeded(AppError):
    status, code, title = 402, "budget.exceeded", "Over a budget"

    def __init__(self, scope: str, *, limit_usd: float, spent_usd: float, needed_usd: float) -> None:
        period = "job" if scope == "job" else "user and day"
        super().__init__(
            f"The film would cost about ${needed_usd:.2f}; ${spent_usd:.2f} of the ${limit_usd:.2f} allowed "
            f"per {period} are spent.",
            budget=scope,
            limit_usd=limit_usd,
            spent_usd=spent_usd,
            needed_usd=needed_usd,
        )


class PriceMissing(AppError):
    status, code, title = 402, "budget.price_missing", "Price missing"
    detail = "A budget is set, and a model's price is not; the operator has to set PRICES first."
