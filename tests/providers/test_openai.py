"""The client that all OpenAI adapters share: translated errors, and no retries of its own."""

import logging
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest

from app.core.config import ConfigurationError, settings
from app.providers import openai, registry
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import UnrecordedCalls
from app.providers.moderation.openai import OpenAIModeration
from tests.vendors.answers import error
from tests.vendors.openai_server import Fault, OpenAIServer

PATH = "moderations"
KEY = "sk-test-very-secret"


def check() -> None:
    OpenAIModeration().check(["A calm day."], UnrecordedCalls())


def busy(vendor: OpenAIServer, fault: Fault) -> ProviderBusy:
    """Meet a temporary fault and return its error; exactly one request is made."""
    vendor.faults.append(fault)
    with pytest.raises(ProviderBusy) as caught:
        check()
    assert vendor.count(PATH) == 1
    return caught.value


def refused(vendor: OpenAIServer, status: int, code: str, kind: str = "invalid_request_error") -> str:
    """Meet a permanent fault and return its code; exactly one request is made."""
    body = error(f"No. Your key is {KEY}.", code, kind)
    vendor.faults.append(Fault(PATH, "status", status, body=body))
    with pytest.raises(ProviderRefused) as caught:
        check()
    assert vendor.count(PATH) == 1
    assert KEY not in str(caught.value)
    return caught.value.code


def test_a_rate_limit_waits_as_long_as_it_says(vendor: OpenAIServer) -> None:
    found = busy(vendor, Fault(PATH, "status", 429, {"retry-after": "7"}, error("Slow.", "rate_limit")))

    assert (found.retry_after, found.may_have_cost) == (7.0, False)


@pytest.mark.parametrize(("year", "seconds"), [(2001, 0.1), (2999, openai.LONGEST_WAIT_SECONDS)])
def test_a_rate_limit_may_name_a_date(vendor: OpenAIServer, year: int, seconds: float) -> None:
    then = format_datetime(datetime(year, 1, 1, tzinfo=UTC), usegmt=True)

    found = busy(vendor, Fault(PATH, "status", 429, {"retry-after": then}, error("Slow.", "rate_limit")))

    assert found.retry_after == seconds


@pytest.mark.parametrize("headers", [{"retry-after": "soon"}, {"retry-after-ms": "soon"}])
def test_a_rate_limit_with_an_invalid_time_waits_the_default_time(
    vendor: OpenAIServer, headers: dict[str, str]
) -> None:
    found = busy(vendor, Fault(PATH, "status", 429, headers, error("Slow.", "rate_limit")))

    assert found.retry_after == openai.WAIT_SECONDS


def test_a_rate_limit_without_a_time_waits_the_default_time(vendor: OpenAIServer) -> None:
    found = busy(vendor, Fault(PATH, "status", 429, body=error("Slow.", "rate_limit")))

    assert found.retry_after == openai.WAIT_SECONDS


def test_an_empty_account_is_no_rate_limit(vendor: OpenAIServer) -> None:
    assert refused(vendor, 429, "insufficient_quota", "insufficient_quota") == "provider.quota"


@pytest.mark.parametrize(
    ("status", "code", "ours"),
    [
        (400, "bad", "provider.refused"),
        (400, "moderation_blocked", "moderation.flagged"),
        (401, "invalid_api_key", "provider.unauthorized"),
        (403, "no", "provider.unauthorized"),
        (404, "model_not_found", "provider.unknown_model"),
    ],
)
def test_a_refusal_is_final(vendor: OpenAIServer, status: int, code: str, ours: str) -> None:
    assert refused(vendor, status, code) == ours


@pytest.mark.parametrize("status", [408, 500, 502, 503])
def test_a_server_error_is_temporary_and_not_billed(vendor: OpenAIServer, status: int) -> None:
    found = busy(vendor, Fault(PATH, "status", status, body=error("Oops.", "server_error")))

    assert (found.retry_after, found.may_have_cost) == (None, False)


@pytest.mark.parametrize("kind", ["reset", "truncated"])
def test_a_truncated_answer_may_have_been_billed(vendor: OpenAIServer, kind: str) -> None:
    found = busy(vendor, Fault(PATH, kind))

    assert found.may_have_cost


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"id": "x", "results": []}', b'{"results": [{}]}'])
def test_an_answer_without_a_verdict_is_broken(vendor: OpenAIServer, body: bytes) -> None:
    found = busy(vendor, Fault(PATH, "answer", body=body))

    assert found.may_have_cost


def test_the_time_to_wait_for_an_answer_is_a_setting(
    vendor: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_TIMEOUT_SECONDS", "0.2")
    settings.cache_clear()

    found = busy(vendor, Fault(PATH, "silent"))

    assert "in time" in str(found)
    assert found.may_have_cost


def test_a_call_to_an_unreachable_vendor_is_not_billed(
    vendor: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    settings.cache_clear()
    openai.client().close()
    openai.client.cache_clear()

    with pytest.raises(ProviderBusy) as caught:
        check()

    assert not caught.value.may_have_cost


def test_the_key_is_never_logged(vendor: OpenAIServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    check()

    assert KEY not in caplog.text


def test_with_a_key_all_but_video_is_openai(vendor: OpenAIServer) -> None:
    found = [registry.text_provider(), registry.image_provider(), registry.speech_provider()]

    assert [one.capabilities.name for one in [*found, registry.moderation_provider()]] == ["openai"] * 4
    assert registry.video_provider().capabilities.name == "local"


def test_without_a_key_everything_is_local() -> None:
    registry.adapter.cache_clear()

    assert registry.text_provider().capabilities.name == "local"
    assert not registry.text_provider().capabilities.costs_money


def test_openai_without_a_key_is_a_configuration_error() -> None:
    openai.client.cache_clear()

    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY"):
        openai.client()
