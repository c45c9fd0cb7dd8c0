"""People who watch films being made, for Locust; `benchmarks.audience` starts them and judges what they saw.

They come from the file that CROWD names, as [{"token": …, "job": …}, …]. When all have gone, the file that
SEEN names tells what each read took, what failed, and what each stream brought. Nothing of the app is
imported here: Locust puts its own sockets and threads beneath every module.
"""

import json
import os
import random
import time
from pathlib import Path
from typing import Any

import gevent
from locust import FastHttpUser, between, events, task

TERMINAL = {"completed", "failed", "cancelled"}
BREAKS_AFTER_SECONDS = (5.0, 20.0)
AGAIN_AFTER_SECONDS = 1.0
PEOPLE: list[dict[str, Any]] = json.loads(Path(os.environ["CROWD"]).read_text())
READS: dict[str, list[float]] = {}
FAILURES: list[str] = []
STREAMS: list[dict[str, Any]] = []


class Person(FastHttpUser):
    """Somebody who owns a job."""

    abstract = True

    def on_start(self) -> None:
        """Become one of the people."""
        self.seen: dict[str, Any] = {"ids": [], "ends": 0, "breaks": 0, "seconds": 0.0, "is_over": False}
        self.person = PEOPLE[len(STREAMS)]
        self.headers = {"Authorization": f"Bearer {self.person['token']}"}
        STREAMS.append(self.seen)

    def listen(self) -> None:
        """Take the job's events in until the connection ends."""
        after = self.seen["ids"][-1] if self.seen["ids"] else 0
        headers = self.headers | ({"Last-Event-ID": str(after)} if after else {})
        path, name = f"/jobs/{self.person['job']}/events", "GET /jobs/{id}/events"
        answer: Any = self.client.get(path, headers=headers, name=name, stream=True)
        self.seen["is_over"] = answer.status_code == 204
        began = time.monotonic()
        try:
            if answer.status_code == 200:
                self._take(answer.stream)
        finally:
            self.seen["seconds"] += time.monotonic() - began

    def _take(self, stream: Any) -> None:
        event: dict[str, str] = {}
        while line := stream.readline(b"\n").decode():
            name, _, value = line.rstrip().partition(": ")
            if name:
                event[name] = value
            elif "id" in event:
                self.seen["ids"].append(int(event["id"]))
                is_status = event["event"] == "status"
                self.seen["ends"] += is_status and json.loads(event["data"])["status"] in TERMINAL
                event = {}


class Visitor(Person):
    """Looks at a job again and again, and at the lists now and then, hardly thinking."""

    wait_time = between(0.02, 0.05)

    @task(3)
    def read_job(self) -> None:
        """Poll the job."""
        self.client.get(f"/jobs/{self.person['job']}", headers=self.headers, name="GET /jobs/{id}")

    @task(1)
    def list_jobs(self) -> None:
        """List one's jobs."""
        self.client.get("/jobs", headers=self.headers, name="GET /jobs")

    @task(1)
    def list_projects(self) -> None:
        """List one's projects."""
        self.client.get("/projects", headers=self.headers, name="GET /projects")


class Watcher(Visitor):
    """Thinks between looks, and follows the job's events to their end over a line that breaks."""

    wait_time = between(2, 5)

    def on_start(self) -> None:
        """Begin to follow."""
        super().on_start()
        self.following = gevent.spawn(self.follow)

    def on_stop(self) -> None:
        """Hang up."""
        self.following.kill()

    def follow(self) -> None:
        """Take the stream up again where it broke, until the server says that there is no more."""
        while not self.seen["is_over"]:
            with gevent.Timeout(random.uniform(*BREAKS_AFTER_SECONDS)) as end:  # noqa: S311 - keeps no secret
                try:
                    self.listen()
                except gevent.Timeout as broken:
                    if broken is not end:
                        raise
                    self.seen["breaks"] += 1
            gevent.sleep(AGAIN_AFTER_SECONDS)
        if len(STREAMS) == len(PEOPLE) and all(seen["is_over"] for seen in STREAMS):
            # Not from here: whoever stops hangs up, and that would end the stopping.
            gevent.spawn(self.environment.runner.quit)


class Listener(Person):
    """Holds a stream open and does nothing else."""

    @task
    def hold(self) -> None:
        """Listen until the line breaks by itself."""
        self.listen()


def _note(name: str, response_time: float, exception: Exception | None, **_: Any) -> None:
    READS.setdefault(name, []).append(response_time)
    if exception is not None:
        FAILURES.append(f"{name}: {exception!r}")


def _begin(**_: Any) -> None:
    """Count reads only from when everybody has come."""
    READS.clear()


def _write(**_: Any) -> None:
    seen = {"reads": READS, "failures": FAILURES, "streams": STREAMS}
    Path(os.environ["SEEN"]).write_text(json.dumps(seen))


_moments: Any = events
_moments.request.add_listener(_note)
_moments.spawning_complete.add_listener(_begin)
_moments.quitting.add_listener(_write)
