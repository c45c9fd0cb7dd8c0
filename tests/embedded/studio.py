"""A whole studio in real processes, for tests: started, spoken to over HTTP, hurt, and stopped."""

import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import psutil

from app.embedded.child import LIFELINE
from app.embedded.supervisor import module

STORY = (
    "Mara found a lantern on the shore at dawn. She carried it home.\n\n"
    "At night she walked into the dark forest, and the lantern began to glow.\n\n"
    "In the morning they saw the castle on the hill, and somebody waved."
)
SHORT_TIMES = {"LEASE_SECONDS": "3", "TICK_SECONDS": "0.3", "RING_AGAIN_SECONDS": "3", "LOG_LEVEL": "WARNING"}
PATIENCE = 90.0


def free_port() -> int:
    """Ask the system for a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Studio:
    """`studio up` in a folder of its own."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        self.log = data / "log.txt"
        self.client = httpx2.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Studio":
        """Start it and wait until it is ready."""
        arguments = ["up", "--data", str(self.data), "--port", str(self.port), "--workers", "2"]
        environment = {**os.environ, **SHORT_TIMES, "REDIS_URL": "", "STUDIO_DATA": str(self.data)}
        # Our end of the lifeline closes with us: a broken-off run leaves no studio behind.
        end, self._lifeline = os.pipe()
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                module("app.cli", *arguments),
                env={**environment, LIFELINE: str(end)},
                pass_fds=[end],
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        os.close(end)
        transport = httpx2.HTTPTransport(retries=0)
        with httpx2.Client(transport=transport, base_url=self.client.base_url) as knocking:
            for _ in _until_patience_ends(self.process):
                try:
                    if knocking.get("/readyz").status_code == 200:
                        return self
                except httpx2.TransportError:
                    continue
        raise AssertionError(self.log.read_text())

    def sign_in(self) -> None:
        """Register Ada and take her cookies."""
        person = {"fullName": "Ada Tester", "email": "ada@example.org", "password": "a lantern at dawn"}
        self.client.post("/auth/register", json=person).raise_for_status()
        del person["fullName"]
        self.client.post("/auth/login", json=person).raise_for_status()

    def start_job(self, **config: Any) -> int:
        """Start a film of a new project; gives the job's id."""
        project = self.client.post("/projects", json={"title": "Lantern", "story_text": STORY})
        wish = {"project_id": project.json()["id"], "config": {"resolution": "480p", **config}}
        job = self.client.post("/jobs", json=wish)
        job.raise_for_status()
        return int(job.json()["id"])

    def events(self, job_id: int, after: int = 0) -> Iterator[dict[str, Any]]:
        """Follow a job's events; a broken stream is taken up again where it ended."""
        while True:
            try:
                headers = {"Last-Event-ID": str(after)}
                with self.client.stream("GET", f"/jobs/{job_id}/events", headers=headers) as answer:
                    for line in answer.iter_lines():
                        if line.startswith("data: "):
                            event = json.loads(line.removeprefix("data: "))
                        elif line.startswith("id: "):
                            after = int(line.removeprefix("id: "))
                            yield {**event, "id": after}
                            if event["status"] in {"completed", "failed", "cancelled"}:
                                return
            except httpx2.TransportError:
                continue

    def kill(self, words: str) -> None:
        """Kill -9 the newest process of this studio whose command line has these words."""
        assert self.process is not None
        family = psutil.Process(self.process.pid).children(recursive=True)
        found = [child for child in family if words in " ".join(child.cmdline())]
        found[0].send_signal(signal.SIGKILL)

    def stop(self, number: signal.Signals = signal.SIGINT) -> None:
        """Stop it as Ctrl-C would, or harder, and see that no process is left."""
        assert self.process is not None
        family = psutil.Process(self.process.pid).children(recursive=True)
        self.process.send_signal(number)
        self.process.wait(PATIENCE)
        os.close(self._lifeline)
        _, alive = psutil.wait_procs(family, timeout=20)
        assert not alive, [process.cmdline() for process in alive]


def _until_patience_ends(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Go on until the process ends or patience does, a tenth of a second at a time."""
    for _ in range(int(PATIENCE * 10)):
        try:
            process.wait(0.1)
            return
        except subprocess.TimeoutExpired:
            yield
