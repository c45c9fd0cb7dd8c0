"""Processes of a test's own: started, hurt, started again. Whatever becomes of us, they end with us."""

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import psutil

from app.embedded.child import LIFELINE

PATIENCE = 90.0
LOOK_SECONDS = 0.05


def free_port() -> int:
    """Ask the system for a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def pass_time(seconds: float) -> None:
    """Let time pass where its length is the very thing that is tried."""
    threading.Event().wait(seconds)


def until(is_so: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait until something is so, looking often; an exception means that it is not so yet."""
    end = time.monotonic() + patience
    reason: object = "it was never so"
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except Exception as error:
            reason = error
        pass_time(LOOK_SECONDS)
    raise AssertionError(f"Waited {patience:.0f} s for {what}: {reason}")


class Process:
    """A supervised module or program in a process group of its own, with its words in a file."""

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
        """Start it, with some of its settings changed."""
        end, self._lifeline = os.pipe()
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                self.arguments,
                cwd=self.folder,
                env={**self.environment, **changes, LIFELINE: str(end)},
                # Our end of the lifeline closes with us: a broken-off run leaves nothing behind.
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
        """Tell whether the process itself still runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def children(self) -> list[psutil.Process]:
        """All processes that it has started and that still run."""
        return self.family[1:]

    @property
    def family(self) -> list[psutil.Process]:
        """The process itself, if it still runs, and its children."""
        if not self.is_up:
            return []
        itself = psutil.Process(self._started.pid)
        return [itself, *itself.children(recursive=True)]

    def pause(self) -> None:
        """Let the whole group stand still."""
        os.killpg(self._started.pid, signal.SIGSTOP)

    def resume(self) -> None:
        """Let the group go on, if it is still there."""
        if self.is_up:
            os.killpg(self._started.pid, signal.SIGCONT)

    def kill(self) -> None:
        """End the whole group at once, as a lost host would."""
        family = self.children
        os.killpg(self._started.pid, signal.SIGKILL)
        self._ended(family)

    def ask_to_stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Ask it to stop, without waiting."""
        if self.is_up:
            self._started.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Stop it politely, and see that nothing of it is left."""
        family = self.children
        self.ask_to_stop(number)
        self._ended(family)

    def wait_until(self, is_ready: Callable[[], object]) -> None:
        """Wait until a question gets an answer other than an exception; say why when it ends before."""

        def is_answered() -> bool:
            if not self.is_up:
                return True
            is_ready()
            return True

        until(is_answered, self.log.name)
        if not self.is_up:
            raise RuntimeError(f"{self.log.name}: {self.log.read_text(errors='replace')[-2000:]}")

    @property
    def _started(self) -> "subprocess.Popen[bytes]":
        assert self._process is not None, "It was never started."
        return self._process

    def _ended(self, family: list[psutil.Process]) -> None:
        self._started.wait(PATIENCE)
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1
        _, alive = psutil.wait_procs(family, timeout=20)
        assert not alive, [process.cmdline() for process in alive]
