"""The checks of `studio doctor` that concern vendors."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.core import clock
from app.embedded.vendors import check_models, check_prices
from app.providers.errors import ProviderRefused
from tests.pipeline.films import PRICES
from tests.vendors.answers import error
from tests.vendors.openai_server import Fault, OpenAIServer

Setting = Callable[..., None]


def in_days(days: int) -> str:
    return str(clock.now().date() + timedelta(days=days))


def test_models_without_a_near_shutdown_are_ok(vendor: OpenAIServer) -> None:
    vendor.models["gpt-4o-mini-tts"] = in_days(100)

    mark, words = check_models()

    assert (mark, "gpt-6-luna" in words) == ("ok", True)


def test_a_model_that_is_soon_shut_down_is_noted(vendor: OpenAIServer) -> None:
    vendor.models["gpt-4o-mini-tts"] = in_days(47)

    mark, words = check_models()

    assert (mark, "gpt-4o-mini-tts in 47 days" in words) == ("note", True)


def test_a_model_that_is_not_there_fails(vendor: OpenAIServer, setting: Setting) -> None:
    setting(IMAGE_MODEL="gpt-image-1")

    mark, words = check_models()

    assert (mark, "gpt-image-1" in words) == ("failed", True)


def test_an_invalid_key_is_reported(vendor: OpenAIServer) -> None:
    vendor.faults.append(Fault("models", "status", 401, body=error("No.", "invalid_api_key")))

    with pytest.raises(ProviderRefused, match="key"):
        check_models()


def test_without_vendors_no_request_is_sent(setting: Setting) -> None:
    setting()

    assert check_models()[0] == "ok"
    assert check_prices()[0] == "ok"


def test_missing_prices_are_noted_and_fail_with_a_budget(vendor: OpenAIServer, setting: Setting) -> None:
    noted = check_prices()[0]
    setting(MAX_COST_PER_JOB_USD="1")
    failed = check_prices()[0]
    setting(PRICES=PRICES)

    assert (noted, failed, check_prices()[0]) == ("note", "failed", "ok")
