"""What all adapters of OpenAI share: one client, explicit time-outs, and errors translated to ours.

The SDK never retries by itself: tasks own their retries, and each call is recorded in a ledger.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, TypeVar

import httpx2
import openai
from openai import OpenAI

from app.core import clock
from app.core.config import ConfigurationError, settings
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import Answer, BillableRequest, ProviderCallLedger, digest_of

NAME = "openai"
CONNECT_SECONDS = 5.0
WAIT_SECONDS = 10.0
LONGEST_WAIT_SECONDS = 3600.0
BLOCKED_CODES = {"moderation_blocked", "content_policy_violation"}
QUOTA_CODES = {"insufficient_quota", "billing_hard_limit_reached"}

Shape = TypeVar("Shape")

# At DEBUG the SDK would write whole stories into the log.
logging.getLogger("openai").setLevel(logging.WARNING)
logging.getLogger("httpx2").setLevel(logging.WARNING)


@lru_cache
def client() -> OpenAI:
    """Return the process's client. Raises ConfigurationError without a key."""
    key = settings().openai_api_key
    if key is None:
        raise ConfigurationError("OPENAI_API_KEY is missing; set it, or choose the local providers.")
    return OpenAI(
        api_key=key.get_secret_value(),
        base_url=settings().openai_base_url,
        max_retries=0,
        timeout=timeout(settings().openai_timeout_seconds),
    )


def timeout(seconds: float) -> httpx2.Timeout:
    """Return time-outs: `seconds` for an answer, and at most CONNECT_SECONDS of them for a connection."""
    return httpx2.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))


def billable_request(
    endpoint: str, model: str, sent: dict[str, Any], units: Mapping[str, float]
) -> BillableRequest:
    """Return the request to record for a call; `units` are the most that it may use.

    An answer is found again by the digest of these values, so the names in `sent` must never change.
    """
    return BillableRequest(NAME, model, digest_of(NAME, endpoint, model, sent), units)


def call(ledger: ProviderCallLedger, request: BillableRequest, send: Callable[[], Answer]) -> Answer:
    """Make one call that the ledger records and return its answer.

    Raises ProviderBusy, ProviderRefused, and the ledger's own error when the call is not allowed.
    """

    def send_and_translate() -> Answer:
        with translate_errors():
            return send()

    return ledger.record(request, send_and_translate)


def safety_identifier(ledger: ProviderCallLedger) -> str | openai.Omit:
    """Return the pseudonymous id of the user for OpenAI, or its marker for an omitted parameter."""
    return ledger.customer or openai.omit


def shutdown_dates() -> dict[str, date | None]:
    """Return the models that our key may use, with the day on which each is shut down or None.

    Raises ProviderBusy or ProviderRefused.
    """
    with translate_errors():
        listed = client().models.list(timeout=timeout(min(15.0, settings().openai_timeout_seconds)))
        return {
            model.id: date.fromisoformat(model.shutdown_date[:10]) if model.shutdown_date else None
            for model in listed
        }


def require_type(value: object, expected: type[Shape]) -> Shape:
    """Return a part of an answer that must have a type; raises ProviderBusy for any other value."""
    if not isinstance(value, expected):
        raise broken_answer()
    return value


def broken_answer() -> ProviderBusy:
    """Return the error for an answer that can't be used; the call may have been billed."""
    return ProviderBusy("OpenAI sent a broken answer.", may_have_cost=True)


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn the SDK's errors into ProviderBusy and ProviderRefused; no key is ever in their messages."""
    try:
        yield
    except openai.APITimeoutError as error:
        raise ProviderBusy("OpenAI did not answer in time.", may_have_cost=True) from error
    except openai.APIConnectionError as error:
        was_never_sent = isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout)
        raise ProviderBusy("OpenAI can't be reached.", may_have_cost=not was_never_sent) from error
    except openai.RateLimitError as error:
        raise _translate_limit(error) from error
    except openai.APIStatusError as error:
        raise _translate_status(error) from error
    except (openai.OpenAIError, ValueError) as error:
        raise broken_answer() from error


def _translate_limit(error: openai.RateLimitError) -> Exception:
    if error.code in QUOTA_CODES or error.type in QUOTA_CODES:
        return ProviderRefused("The OpenAI account has no credit left.", "provider.quota")
    return ProviderBusy("OpenAI asks us to wait.", _wait_seconds(error.response.headers))


def _wait_seconds(headers: httpx2.Headers) -> float:
    """Return the seconds to wait by the headers `Retry-After-Ms` or `Retry-After`, else WAIT_SECONDS."""
    try:
        if "retry-after-ms" in headers:
            seconds = float(headers["retry-after-ms"]) / 1000
        else:
            seconds = float(headers.get("retry-after", WAIT_SECONDS))
    except ValueError:
        seconds = _seconds_until(headers.get("retry-after", ""))
    return min(max(seconds, 0.1), LONGEST_WAIT_SECONDS)


def _seconds_until(moment: str) -> float:
    try:
        then = parsedate_to_datetime(moment).replace(tzinfo=None)
    except ValueError:
        return WAIT_SECONDS
    return (then - clock.now()).total_seconds()


def _translate_status(error: openai.APIStatusError) -> Exception:
    status = error.status_code
    if status >= 500 or status in {408, 409}:
        return ProviderBusy(f"OpenAI answered with an error ({status}).")
    if status in {401, 403}:
        return ProviderRefused("OpenAI refused our key.", "provider.unauthorized")
    if error.code in BLOCKED_CODES:
        return ProviderRefused("OpenAI's safety system refused the content.", "moderation.flagged")
    if status == 404:
        return ProviderRefused("OpenAI doesn't know the model that is configured.", "provider.unknown_model")
    return ProviderRefused(f"OpenAI refused the request: {_message(error)}")


def _message(error: openai.APIStatusError) -> str:
    body = error.body if isinstance(error.body, dict) else {}
    words = str(body.get("message") or f"status {error.status_code}")[:300]
    key = settings().openai_api_key
    return words.replace(key.get_secret_value(), "***") if key else words
