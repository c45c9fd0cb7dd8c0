"""Repeating work until it succeeds: how long, how often, and for which errors."""

import itertools

import pytest
from structlog.testing import capture_logs

from app.core.retry import call_until


class Flaky:
    """Work that fails a number of times before it succeeds."""

    def __init__(self, failures: int, error: BaseException) -> None:
        self.failures, self.error, self.calls = failures, error, 0

    def __call__(self) -> str:
        self.calls += 1
        if self.calls <= self.failures:
            raise self.error
        return "done"


def test_work_is_repeated_until_it_succeeds_with_pauses_that_double():
    work, pauses = Flaky(5, OSError()), []

    result = call_until(
        work, on=(OSError,), event=None, seconds=60, sleep=pauses.append, longest_pause_seconds=1
    )

    assert result == "done"
    assert pauses == [0.2, 0.4, 0.8, 1, 1]


def test_another_error_is_raised_at_once():
    work = Flaky(1, KeyError("lost"))

    with pytest.raises(KeyError, match="lost"):
        call_until(work, on=(OSError,), event=None, seconds=60, sleep=lambda _: None)

    assert work.calls == 1


def test_an_error_that_will_not_pass_is_raised_at_once():
    work = Flaky(1, OSError("full"))

    with pytest.raises(OSError, match="full"):
        call_until(work, on=(OSError,), event=None, seconds=60, is_transient=lambda _: False)

    assert work.calls == 1


def test_the_last_error_is_raised_when_the_time_is_up(monkeypatch):
    clock = itertools.count(0, 10)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    work = Flaky(1000, OSError("away"))

    with pytest.raises(OSError, match="away"):
        call_until(work, on=(OSError,), event=None, seconds=100, sleep=lambda _: None)

    assert 1 < work.calls <= 11


def test_the_last_error_is_raised_after_the_last_attempt():
    work = Flaky(1000, OSError("away"))

    with pytest.raises(OSError, match="away"):
        call_until(work, on=(OSError,), event=None, attempts=3, sleep=lambda _: None)

    assert work.calls == 3


def test_a_pause_that_raises_ends_the_repetition():
    work = Flaky(1000, OSError("away"))

    def stop(_: float) -> None:
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        call_until(work, on=(OSError,), event=None, seconds=60, sleep=stop)

    assert work.calls == 1


def test_each_repetition_is_logged_with_the_type_of_its_error():
    with capture_logs() as events:
        call_until(
            Flaky(2, TimeoutError()), on=(OSError,), event="file.delayed", seconds=60, sleep=lambda _: None
        )

    assert events == [{"event": "file.delayed", "reason": "TimeoutError", "log_level": "warning"}] * 2
