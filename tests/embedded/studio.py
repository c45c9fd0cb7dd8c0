"""A whole studio in real processes, for tests: started, spoken to over HTTP, hurt, and stopped."""

import os
import signal
from pathlib import Path

import psutil

from app.embedded.supervisor import module
from tests.processes import Process, free_port, until
from tests.visitor import Visitor

SHORT_TIMES = {"LEASE_SECONDS": "3", "TICK_SECONDS": "0.3", "RING_AGAIN_SECONDS": "3", "LOG_LEVEL": "WARNING"}


class Studio(Visitor):
    """`studio up` in a folder of its own, on what it brings along, whatever the tests stand on."""

    def __init__(self, data: Path) -> None:
        port = free_port()
        super().__init__(f"http://127.0.0.1:{port}")
        arguments = module("app.cli", "up", "--data", str(data), "--port", str(port), "--workers", "2")
        own = {"DATABASE_URL": "", "REDIS_URL": "", "S3_BUCKET_NAME": "", "STUDIO_DATA": str(data)}
        self.process = Process(arguments, data / "log.txt", {**os.environ, **SHORT_TIMES, **own})

    def start(self) -> "Studio":
        """Start it and wait until it is ready."""
        self.process.start()
        self.process.wait_until(lambda: self.client.get("/readyz").raise_for_status())
        return self

    def kill(self, words: str) -> None:
        """Kill -9 the first process whose command line has these words, as soon as it is up."""
        until(lambda: self._named(words), words)
        self._named(words)[0].send_signal(signal.SIGKILL)

    def stop(self, number: signal.Signals = signal.SIGINT) -> None:
        """Stop it as Ctrl-C would, or harder, and see that no process is left."""
        self.process.stop(number)

    def _named(self, words: str) -> list[psutil.Process]:
        found = psutil.process_iter(["cmdline"])
        alive = {child.pid for child in found if words in " ".join(child.info["cmdline"] or [])}
        return [child for child in self.process.children if child.pid in alive]
