"""What vendors ask: an operator's list, for none ships and nobody else can know."""

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
# A vendor that has no special price for the one charges as for the other.
_ELSE = {"cached_input_tokens": "input_tokens"}
# Speech is counted both ways and priced by either.
_COUNTED_TWICE = {"characters", "seconds"}


class Price(BaseModel):
    """What a vendor asks in US dollars for `per` units of one kind, from the day `since` on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str
    unit: Unit
    usd: float = Field(ge=0)
    per: int = Field(1_000_000, ge=1)
    since: date


def read_prices(value: Any) -> Any:
    """Read a list of prices from JSON, or from the JSON file that is named."""
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
    """Give what `units` of a model cost in US dollars on a day; None when the price of one is not known.

    Units that are not there cost nothing, so a call that uses none is free without any price.
    """
    if units is None:
        return None
    rates = _rates(prices, model, day)
    used = {unit: count for unit, count in units.items() if count}
    total = 0.0
    for unit, count in used.items():
        rate = rates.get(unit, rates.get(_ELSE.get(unit, "")))
        if rate is not None:
            total += rate * count
        elif unit not in _COUNTED_TWICE or not _COUNTED_TWICE & used.keys() & rates.keys():
            return None
    return round(total, 8)


def _rates(prices: Sequence[Price], model: str, day: date) -> dict[str, float]:
    """Give a model's dollars a unit, by the newest price of each that holds on the day."""
    holding = [price for price in prices if price.model == model and price.since <= day]
    newest = sorted(holding, key=lambda price: price.since)
    return {price.unit: price.usd / price.per for price in newest}
