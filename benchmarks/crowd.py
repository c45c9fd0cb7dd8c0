"""Simulated users who watch films being made, for Locust; `benchmarks.people` starts them.

The file at CROWD lists them as [{"token": …, "job": …}, …]. At the end the durations of reads in
milliseconds, the failures and the events of each stream are written to the file at SEEN. Nothing of the app
is imported here, because Locust replaces sockets and threads of all modules by its own.
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
CONNECTION_SECONDS = (5.0, 20.0)
RECONNECT_SECONDS = 1.0
PEOPLE: list[dict[str, Any]] = json.loads(Path(os.environ["CROWD"]).read_text())
READS: dict[str, list[float]] = {}
FAILURES: list[str] = []
STREAMS: list[dict[str, Any]] = []


class Person(FastHttpUser):
    """The owner of a job."""

    abstract = True

    def on_start(self) -> None:
        """Take the next entry of the list."""
        self.seen: dict[str, Any] = {"ids": [], "ends": 0, "breaks": 0, "seconds": 0.0, "is_over": False}
        self.person = PEOPLE[len(STREAMS)]
        self.headers = {"Authorization": f"Bearer {self.person['token']}"}
        STREAMS.append(self.seen)

    def listen(self) -> None:
        """Read the job's events until the connection ends."""
        after = self.seen["ids"][-1] if self.seen["ids"] else 0
        headers = self.headers | ({"Last-Event-ID": str(after)} if after else {})
        path, name = f"/jobs/{self.person['job']}/events", "GET /jobs/{id}/events"
        answer: Any = self.client.get(path, headers=headers, name=name, stream=True)
        self.seen["is_over"] = answer.status_code == 204
        started_at = time.monotonic()
        try:
            if answer.status_code == 200:
                self._read_events(answer.stream)
        finally:
            self.seen["seconds"] += time.monotonic() - started_at

    def _read_events(self, stream: Any) -> None:
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
    """Reads a job often and the lists sometimes, almost without a pause."""

    wait_time = between(0.02, 0.05)

    @task(3)
    def read_job(self) -> None:
        """Read the job."""
        self.client.get(f"/jobs/{self.person['job']}", headers=self.headers, name="GET /jobs/{id}")

    @task(1)
    def list_jobs(self) -> None:
        """List the user's jobs."""
        self.client.get("/jobs", headers=self.headers, name="GET /jobs")

    @task(1)
    def list_projects(self) -> None:
        """List the user's projects."""
        self.client.get("/projects", headers=self.headers, name="GET /projects")


class Watcher(Visitor):
    """Pauses between reads, and follows the job's events to their end over connections that are closed."""

    wait_time = between(2, 5)

    def on_start(self) -> None:
        """Start to follow the events."""
        super().on_start()
        self.following = gevent.spawn(self.follow)

    def on_stop(self) -> None:
        """Stop following the events."""
        self.following.kill()

    def follow(self) -> None:
        """Reconnect after the last event until the server answers that there are no more."""
        while not self.seen["is_over"]:
            with gevent.Timeout(random.uniform(*CONNECTION_SECONDS)) as end:  # noqa: S311 - keeps no secret
                try:
                    self.listen()
                except gevent.Timeout as broken:
                    if broken is not end:
                        raise
                    self.seen["breaks"] += 1
            gevent.sleep(RECONNECT_SECONDS)
        if len(STREAMS) == len(PEOPLE) and all(seen["is_over"] for seen in STREAMS):
            # Quitting kills this greenlet in `on_stop`, so another greenlet has to do it.
            gevent.spawn(self.environment.runner.quit)


class Listener(Person):
    """Keeps an event stream open, and sends no other request."""

    @task
    def hold(self) -> None:
        """Listen until the connection ends."""
        self.listen()


def _record_request(name: str, response_time: float, exception: Exception | None, **_: Any) -> None:
    READS.setdefault(name, []).append(response_time)
    if exception is not None:
        FAILURES.append(f"{name}: {exception!r}")


def _reset_reads(**_: Any) -> None:
    """Discard the reads before all users are connected."""
    READS.clear()


def _write_results(**_: Any) -> None:
    seen = {"reads": READS, "failures": FAILURES, "streams": STREAMS}
    Path(os.environ["SEEN"]).write_text(json.dumps(seen))


_events: Any = events
_events.request.add_listener(_record_request)
_events.spawning_complete.add_listener(_reset_reads)
_events.quitting.add_listener(_write_results)
