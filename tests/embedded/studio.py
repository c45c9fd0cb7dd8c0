"""A whole studio in real processes, with a client for its API, whose processes tests can kill."""

import os
import signal
from pathlib import Path

import psutil

from app.embedded.supervisor import module
from tests.processes import Process, free_port, wait_until
from tests.visitor import Visitor

SHORT_TIMES = {"LEASE_SECONDS": "3", "TICK_SECONDS": "0.3", "REPUBLISH_SECONDS": "3", "LOG_LEVEL": "WARNING"}


class Studio(Visitor):
    """`studio up` with a data folder of its own and embedded services only."""

    def __init__(self, data: Path) -> None:
        port = free_port()
        super().__init__(f"http://127.0.0.1:{port}")
        arguments = module("app.cli", "up", "--data", str(data), "--port", str(port), "--workers", "2")
        own = {"DATABASE_URL": "", "REDIS_URL": "", "S3_BUCKET_NAME": "", "STUDIO_DATA": str(data)}
        self.process = Process(arguments, data / "log.txt", {**os.environ, **SHORT_TIMES, **own})

    def start(self) -> "Studio":
        """Start the studio and wait until its API is ready."""
        self.process.start()
        self.process.wait_ready(lambda: self.client.get("/readyz").raise_for_status())
        return self

    def kill(self, words: str) -> None:
        """Kill the first child process whose command line contains these words, as soon as it runs."""
        wait_until(lambda: self._find_processes(words), words)
        self._find_processes(words)[0].send_signal(signal.SIGKILL)

    def stop(self, number: signal.Signals = signal.SIGINT) -> None:
        """Stop the studio by a signal, SIGINT by default, and check that no process is left."""
        self.process.stop(number)

    def _find_processes(self, words: str) -> list[psutil.Process]:
        found = psutil.process_iter(["cmdline"])
        alive = {child.pid for child in found if words in " ".join(child.info["cmdline"] or [])}
        return [child for child in self.process.children if child.pid in alive]
