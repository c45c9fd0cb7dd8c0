"""OpenAI, as all adapters reach it: one client, explicit time-outs, and its errors in our words.

The SDK never tries again by itself: tasks own their retries, and each call is paid through the till.
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
from app.providers.till import Answer, Order, digest_of, till

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
    """Open the client once a process. Raises ConfigurationError without a key."""
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
    """Wait this long for an answer, and a few seconds for a connection."""
    return httpx2.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))


def pay(
    what: str, model: str, sent: dict[str, Any], units: Mapping[str, float], call: Callable[[], Answer]
) -> Answer:
    """Make one call through the till; `units` is the most that it may use up.

    Raises ProviderBusy or ProviderRefused.
    """

    def make() -> Answer:
        with translated():
            return call()

    return till().pay(Order(NAME, model, digest_of(NAME, what, model, sent), units), make)


def customer() -> str | openai.Omit:
    """Give the name that tells OpenAI our users apart without telling who they are."""
    return till().customer or openai.omit


def shutdown_dates() -> dict[str, date | None]:
    """List the models that our key may use, with the day on which each is shut down if that is known.

    Raises ProviderBusy or ProviderRefused.
    """
    with translated():
        listed = client().models.list(timeout=timeout(min(15.0, settings().openai_timeout_seconds)))
        return {
            model.id: date.fromisoformat(model.shutdown_date[:10]) if model.shutdown_date else None
            for model in listed
        }


def expected(value: object, shape: type[Shape]) -> Shape:
    """Give an answer back if it has the shape it must have; raises ProviderBusy for anything else."""
    if not isinstance(value, shape):
        raise broken()
    return value


def broken() -> ProviderBusy:
    """Say that an answer can't be used; it may have been paid for."""
    return ProviderBusy("OpenAI sent a broken answer.", may_have_cost=True)


@contextmanager
def translated() -> Iterator[None]:
    """Turn the SDK's errors into ProviderBusy and ProviderRefused; no key is ever in their words."""
    try:
        yield
    except openai.APITimeoutError as error:
        raise ProviderBusy("OpenAI did not answer in time.", may_have_cost=True) from error
    except openai.APIConnectionError as error:
        is_unheard = isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout)
        raise ProviderBusy("OpenAI can't be reached.", may_have_cost=not is_unheard) from error
    except openai.RateLimitError as error:
        raise _limited(error) from error
    except openai.APIStatusError as error:
        raise _refused(error) from error
    except (openai.OpenAIError, ValueError) as error:
        raise broken() from error


def _limited(error: openai.RateLimitError) -> Exception:
    if error.code in QUOTA_CODES or error.type in QUOTA_CODES:
        return ProviderRefused("The OpenAI account has no credit left.", "provider.quota")
    return ProviderBusy("OpenAI asks us to wait.", _wait(error.response.headers))


def _wait(headers: httpx2.Headers) -> float:
    """Read how many seconds to wait; some seconds where a vendor does not say."""
    try:
        if "retry-after-ms" in headers:
            seconds = float(headers["retry-after-ms"]) / 1000
        else:
            seconds = float(headers.get("retry-after", WAIT_SECONDS))
    except ValueError:
        seconds = _seconds_until(headers["retry-after"])
    return min(max(seconds, 0.1), LONGEST_WAIT_SECONDS)


def _seconds_until(moment: str) -> float:
    try:
        then = parsedate_to_datetime(moment).replace(tzinfo=None)
    except ValueError:
        return WAIT_SECONDS
    return (then - clock.now()).total_seconds()


def _refused(error: openai.APIStatusError) -> Exception:
    status = error.status_code
    if status >= 500 or status in {408, 409}:
        return ProviderBusy(f"OpenAI answered with an error ({status}).")
    if status in {401, 403}:
        return ProviderRefused("OpenAI refused our key.", "provider.unauthorized")
    if error.code in BLOCKED_CODES:
        return ProviderRefused("OpenAI's safety system refused the content.", "moderation.flagged")
    if status == 404:
        return ProviderRefused("OpenAI doesn't know the model that is configured.", "provider.unknown_model")
    return ProviderRefused(f"OpenAI refused the request: {_plain(error)}")


def _plain(error: openai.APIStatusError) -> str:
    body = error.body if isinstance(error.body, dict) else {}
    words = str(body.get("message") or f"status {error.status_code}")[:300]
    key = settings().openai_api_key
    return words.replace(key.get_secret_value(), "***") if key else words
