"""Processes that tests start, stop, pause and kill. They end with the test run, even when it is killed."""

import os
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import psutil

from app.core.retry import call_until
from app.embedded.child import LIFELINE

TIMEOUT_SECONDS = 90.0
POLL_SECONDS = 0.05


def free_port() -> int:
    """Return a TCP port that is not in use."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def pass_time(seconds: float) -> None:
    """Wait for some time, in tests of outages that last for that time."""
    threading.Event().wait(seconds)


class _NotYet(Exception):
    """The condition of `wait_until` is still false."""


def wait_until(condition: Callable[[], object], what: str, timeout: float = TIMEOUT_SECONDS) -> None:
    """Wait until a condition is true. An exception counts as false. Raises AssertionError after `timeout`."""

    def check() -> None:
        if not condition():
            raise _NotYet("the condition stayed false")

    try:
        call_until(
            check,
            on=(Exception,),
            event=None,
            seconds=timeout,
            sleep=pass_time,
            pause_seconds=POLL_SECONDS,
            longest_pause_seconds=POLL_SECONDS,
        )
    except Exception as error:
        raise AssertionError(f"Waited {timeout:.0f} s for {what}: {error}") from error


class Process:
    """A supervised module or program in a process group of its own, with its output in a log file."""

    def __init__(
        self,
        arguments: Sequence[str],
        log: Path,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.arguments, self.log, self.folder = arguments, log, folder
        self.environment = dict(os.environ if environment is None else environment)
        self._process: subprocess.Popen[bytes] | None = None
        self._lifeline = -1

    def start(self, **changes: str) -> Self:
        """Start the process, with changes to its environment."""
        end, self._lifeline = os.pipe()
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                self.arguments,
                cwd=self.folder,
                env={**self.environment, **changes, LIFELINE: str(end)},
                # The other end of the pipe closes with the test run, so an aborted run leaves no process.
                pass_fds=[end],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        os.close(end)
        return self

    @property
    def is_up(self) -> bool:
        """Whether the process itself runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def children(self) -> list[psutil.Process]:
        """The running processes that it has started, directly or not."""
        return self.family[1:]

    @property
    def family(self) -> list[psutil.Process]:
        """The process itself, if it runs, and its children."""
        if not self.is_up:
            return []
        itself = psutil.Process(self._started.pid)
        return [itself, *itself.children(recursive=True)]

    def pause(self) -> None:
        """Stop the whole process group by SIGSTOP."""
        os.killpg(self._started.pid, signal.SIGSTOP)

    def resume(self) -> None:
        """Continue the process group, if the process still runs."""
        if self.is_up:
            os.killpg(self._started.pid, signal.SIGCONT)

    def kill(self) -> None:
        """Kill the whole process group, as the loss of a host does."""
        family = self.children
        os.killpg(self._started.pid, signal.SIGKILL)
        self._wait_for_end(family)

    def ask_to_stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Send a signal to the process, without waiting."""
        if self.is_up:
            self._started.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Stop the process by a signal, and check that none of its children is left."""
        family = self.children
        self.ask_to_stop(number)
        self._wait_for_end(family)

    def wait_ready(self, is_ready: Callable[[], object]) -> None:
        """Wait until `is_ready` raises no exception. Raises RuntimeError with the log if the process ends."""

        def is_answered() -> bool:
            if not self.is_up:
                return True
            is_ready()
            return True

        wait_until(is_answered, self.log.name)
        if not self.is_up:
            raise RuntimeError(f"{self.log.name}: {self.log.read_text(errors='replace')[-2000:]}")

    @property
    def _started(self) -> "subprocess.Popen[bytes]":
        assert self._process is not None, "It was never started."
        return self._process

    def _wait_for_end(self, family: list[psutil.Process]) -> None:
        self._started.wait(TIMEOUT_SECONDS)
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1
        _, alive = psutil.wait_procs(family, timeout=20)
        assert not alive, [process.cmdline() for process in alive]
