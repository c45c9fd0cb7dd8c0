"""Starts child processes, restarts those that exit, each time after a longer pause, and stops them all."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO

import structlog

from app.embedded.child import LIFELINE

log = structlog.get_logger()
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.2, 10.0
STABLE_SECONDS = 20.0
STOP_SECONDS = 12.0
POLL_SECONDS = 0.1


@dataclass
class Child:
    """One process to keep running: one of our modules, or a foreign program behind a guard process."""

    name: str
    arguments: Sequence[str]
    process: "subprocess.Popen[bytes] | None" = None
    started_at: float = 0.0
    restarts: int = 0
    restart_at: float = 0.0

    @property
    def is_up(self) -> bool:
        """Whether the process runs."""
        return self.process is not None and self.process.poll() is None


def module(name: str, *arguments: str) -> list[str]:
    """Return the command that runs one of our modules as a child process."""
    return [sys.executable, "-m", "app.embedded.child", name, *arguments]


def program(*arguments: str) -> list[str]:
    """Return the command that runs a foreign program as a child process."""
    return [sys.executable, "-m", "app.embedded.guard", *arguments]


class Supervisor:
    """Keeps child processes running until it is stopped. When it is killed, they end too."""

    def __init__(self, environment: Mapping[str, str], output: IO[bytes] | None = None) -> None:
        self.children: list[Child] = []
        self._environment, self._output = dict(environment), output
        self._stop = threading.Event()
        self._reader, self._writer = os.pipe()
        self._thread = threading.Thread(target=self._monitor, daemon=True, name="supervisor")

    def start(self, child: Child) -> Child:
        """Start a child process, and restart it from now on whenever it exits."""
        self._spawn(child)
        self.children.append(child)
        if not self._thread.is_alive():
            self._thread.start()
        return child

    def stop(self) -> None:
        """Stop all child processes by SIGTERM, and kill those that do not exit in time."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
        # The first child is Redis: it stops after the processes that use it.
        groups = [self.children[1:], self.children[:1]]
        for group in groups:
            self._stop_group([child for child in group if child.is_up])
        os.close(self._writer)
        os.close(self._reader)

    def _spawn(self, child: Child) -> None:
        child.process = subprocess.Popen(
            child.arguments,
            env={**self._environment, LIFELINE: str(self._reader)},
            pass_fds=[self._reader],
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=self._output,
            start_new_session=True,
        )
        child.started_at = time.monotonic()

    def _monitor(self) -> None:
        while not self._stop.wait(POLL_SECONDS):
            for child in list(self.children):
                if not child.is_up:
                    self._restart(child)

    def _restart(self, child: Child) -> None:
        now = time.monotonic()
        if child.restart_at == 0.0:
            was_stable = now - child.started_at > STABLE_SECONDS
            child.restarts = 1 if was_stable else child.restarts + 1
            pause = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (child.restarts - 1))
            child.restart_at = now + pause
            code = child.process.returncode if child.process else None
            log.warning("child.exited", child=child.name, code=code, restart_in_seconds=round(pause, 1))
            self._kill_group(child)
        elif now >= child.restart_at and not self._stop.is_set():
            child.restart_at = 0.0
            self._spawn(child)

    def _stop_group(self, children: Sequence[Child]) -> None:
        for child in children:
            self._signal(child, signal.SIGTERM)
        end = time.monotonic() + STOP_SECONDS
        for child in children:
            try:
                if child.process:
                    child.process.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                log.warning("child.killed", child=child.name)
            self._kill_group(child)
            if child.process:
                child.process.wait()

    @staticmethod
    def _signal(child: Child, number: signal.Signals) -> None:
        if child.is_up and child.process:
            child.process.send_signal(number)

    @staticmethod
    def _kill_group(child: Child) -> None:
        """Kill the processes that a child has left in its process group."""
        if child.process is None:
            return
        try:
            os.killpg(child.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return
