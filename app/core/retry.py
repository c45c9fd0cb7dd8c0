"""The repetition of work after transient errors, until it succeeds or its time is up."""

import math
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import structlog
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_after_delay,
    wait_exponential,
)

log = structlog.get_logger()
Result = TypeVar("Result")


def call_until(
    work: Callable[[], Result],
    *,
    on: tuple[type[BaseException], ...],
    event: str | None,
    seconds: float = math.inf,
    attempts: int = sys.maxsize,
    is_transient: Callable[[BaseException], bool] = lambda _: True,
    sleep: Callable[[float], object] = time.sleep,
    pause_seconds: float = 0.2,
    longest_pause_seconds: float = 5.0,
) -> Result:
    """Call `work` until it raises none of `on`, and return its result.

    The pause between two calls doubles from `pause_seconds` to `longest_pause_seconds`. `sleep` makes the
    pause, and may raise to end the repetition. Each repetition is logged as `event` with the type of the
    error, unless `event` is None. Raises the last error when it is not `is_transient`, when `seconds` have
    passed since the first call, or after so many `attempts`.
    """

    def is_repeated(error: BaseException) -> bool:
        return isinstance(error, on) and is_transient(error)

    def log_repetition(state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        if event is not None:
            # SQLAlchemy wraps the error of the database driver, which says more.
            log.warning(event, reason=type(getattr(error, "orig", None) or error).__name__)

    def pause(duration: float) -> None:
        sleep(duration)

    repeat = Retrying(
        retry=retry_if_exception(is_repeated),
        stop=stop_after_delay(seconds) | stop_after_attempt(attempts),
        wait=wait_exponential(multiplier=pause_seconds, max=longest_pause_seconds),
        before_sleep=log_repetition,
        sleep=pause,
        reraise=True,
    )
    return repeat(work)
