"""The cost of calls by the configured prices."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.core.config import ConfigurationError, settings
from app.core.prices import Price, cost

DAY = date(2026, 6, 1)


def price(unit: str, usd: float, since: str = "2026-01-01", per: int = 1_000_000) -> Price:
    return Price(model="m", unit=unit, usd=usd, since=since, per=per)


def test_every_unit_has_its_price() -> None:
    prices = [price("input_tokens", 2), price("output_tokens", 8)]

    assert cost(prices, "m", {"input_tokens": 1000, "output_tokens": 500}, DAY) == 0.006


def test_one_missing_price_makes_the_whole_unknown() -> None:
    assert cost([price("input_tokens", 2)], "m", {"input_tokens": 1, "output_tokens": 1}, DAY) is None


def test_a_call_that_uses_nothing_is_free() -> None:
    assert cost([], "m", {"input_tokens": 0}, DAY) == 0.0


def test_the_cost_of_an_unknown_use_is_unknown() -> None:
    assert cost([price("input_tokens", 2)], "m", None, DAY) is None


@pytest.mark.parametrize("unit", ["characters", "seconds"])
def test_speech_is_priced_by_characters_or_by_seconds(unit: str) -> None:
    assert cost([price(unit, 3, per=10)], "m", {"characters": 10, "seconds": 10}, DAY) == 3.0


def test_cached_tokens_cost_as_others_unless_they_have_a_price() -> None:
    units = {"cached_input_tokens": 1_000_000}

    assert cost([price("input_tokens", 2)], "m", units, DAY) == 2.0
    assert cost([price("input_tokens", 2), price("cached_input_tokens", 1)], "m", units, DAY) == 1.0


def test_the_newest_valid_price_is_used() -> None:
    prices = [price("seconds", 3, "2026-07-01"), price("seconds", 1), price("seconds", 2, "2026-05-01")]

    assert cost(prices, "m", {"seconds": 1_000_000}, DAY) == 2.0


def test_prices_are_read_from_a_file(tmp_path: Path, setting: Callable[..., None]) -> None:
    file = tmp_path / "prices.json"
    file.write_text(json.dumps([price("seconds", 3).model_dump(mode="json")]))

    setting(PRICES=str(file))

    assert settings().prices == [price("seconds", 3)]


@pytest.mark.parametrize("text", ["nowhere.json", "[{]", '[{"model": "m"}]', '[{"unit": "apples"}]'])
def test_prices_that_cannot_be_read_stop_the_start(text: str, setting: Callable[..., None]) -> None:
    setting(PRICES=text)

    with pytest.raises(ConfigurationError, match="PRICES"):
        settings()
