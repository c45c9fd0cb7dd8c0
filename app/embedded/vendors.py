"""The checks of `studio doctor` that concern vendors: models, their shutdown dates, and prices."""

from datetime import date
from typing import Literal

from app.core import clock
from app.core.config import settings
from app.modules.billing import budget
from app.providers import openai, registry

Mark = Literal["ok", "note", "failed"]
SOON_DAYS = 60


def check_models() -> tuple[Mark, str]:
    """Check that OpenAI has the configured models; one that is shut down within 60 days is a note.

    Raises ProviderBusy or ProviderRefused.
    """
    models = openai_models()
    if not models:
        return "ok", "no vendor is configured"
    known = openai.shutdown_dates()
    missing = [model for model in models if model not in known]
    if missing:
        return "failed", f"OpenAI has no {', '.join(missing)}; change the setting"
    today = clock.now().date()
    days = {model: (known[model] or date.max) - today for model in models}
    ending = [f"{model} in {left.days} days" for model, left in days.items() if left.days <= SOON_DAYS]
    if ending:
        return "note", f"will be shut down: {', '.join(ending)}; choose another"
    return "ok", ", ".join(models)


def check_prices() -> tuple[Mark, str]:
    """Check that all paid models have prices, without which costs are unknown and budgets refuse jobs."""
    if not paid_models():
        return "ok", "no provider costs money"
    unpriced = [model for model in paid_models() if not _is_priced(model)]
    if not unpriced:
        return "ok", f"{len(settings().prices)} prices"
    if budget.is_set():
        return (
            "failed",
            f"a budget is set, but PRICES lacks {', '.join(unpriced)}: jobs are refused",
        )
    return "note", f"PRICES lacks {', '.join(unpriced)}: costs are unknown"


def openai_models() -> list[str]:
    """Return the models that OpenAI's adapters use."""
    adapters = map(registry.adapter, registry.ADAPTERS)
    return [one.capabilities.billed_model for one in adapters if one.capabilities.name == openai.NAME]


def paid_models() -> list[str]:
    """Return the models that cost money."""
    return [
        one.capabilities.billed_model
        for one in registry.generative_providers()
        if one.capabilities.costs_money
    ]


def _is_priced(model: str) -> bool:
    today = clock.now().date()
    return any(price.model == model and price.since <= today for price in settings().prices)
