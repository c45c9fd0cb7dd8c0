"""Prices of paid models. None are built in: vendors change them, so operators configure them."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Unit = Literal[
    "input_tokens",
    "cached_input_tokens",
    "output_tokens",
    "image_input_tokens",
    "image_output_tokens",
    "characters",
    "seconds",
]
# A unit without a price of its own is charged at the price of another one.
_FALLBACK_UNITS = {"cached_input_tokens": "input_tokens"}
# Speech is measured in both units and priced by one of them.
_ALTERNATIVE_UNITS = {"characters", "seconds"}


class Price(BaseModel):
    """The price in US dollars of `per` units of one kind, from the day `since` on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str
    unit: Unit
    usd: float = Field(ge=0)
    per: int = Field(1_000_000, ge=1)
    since: date


def read_prices(value: Any) -> Any:
    """Parse a list of prices from JSON text, or from the JSON file at the given path.

    Values that are no text are returned unchanged. Raises ValueError when the file cannot be read.
    """
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text and not text.startswith("["):
        try:
            text = Path(text).expanduser().read_text(encoding="utf-8")
        except OSError as error:
            raise ValueError(f"neither a JSON list nor a readable file: {error.strerror}") from error
    return json.loads(text or "[]")


def cost(prices: Sequence[Price], model: str, units: Mapping[str, float] | None, day: date) -> float | None:
    """Return the cost in US dollars of `units` of a model on a day; None when a price is not known.

    Units with a count of zero are ignored, so a call that uses none is free without any price.
    """
    if units is None:
        return None
    rates = _rates(prices, model, day)
    used = {unit: count for unit, count in units.items() if count}
    total = 0.0
    for unit, count in used.items():
        rate = rates.get(unit, rates.get(_FALLBACK_UNITS.get(unit, "")))
        if rate is not None:
            total += rate * count
        elif unit not in _ALTERNATIVE_UNITS or not _ALTERNATIVE_UNITS & used.keys() & rates.keys():
            return None
    return round(total, 8)


def _rates(prices: Sequence[Price], model: str, day: date) -> dict[str, float]:
    """Return a model's dollars per single unit, by the newest price of each kind that is valid on the day."""
    valid = [price for price in prices if price.model == model and price.since <= day]
    newest = sorted(valid, key=lambda price: price.since)
    return {price.unit: price.usd / price.per for price in newest}
