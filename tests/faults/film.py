"""One film during whose making a fault happens, and the checks of everything that must be true afterwards."""

import contextlib
import hashlib
import json
import threading
import time
from collections import Counter
from itertools import count
from typing import Any

import httpx2
from sqlalchemy import select

from app.modules.billing.models import ProviderCall
from app.modules.job.models import JobEvent
from app.modules.job.state import TERMINAL
from app.modules.task.models import Task
from tests.faults.matrix import Row
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import Process, wait_until
from tests.vendors.openai_server import Call, Gate

TIMEOUT_SECONDS = 30 + 15 * LEASE
PANELS, TAKES = "generations", "speech"
REST = "Then the sea was quiet, and the wind fell."
_numbers = count(1)


class Film:
    """A film of a few scenes, each in two shots, which no other film has, so that nothing is in the cache.

    The second still of a scene is drawn after the first one, which shows its place.
    """

    def __init__(self, stack: Stack, scenes: int = 3, **config: Any) -> None:
        self.stack, self.name = stack, f"Tale{next(_numbers):04}"
        self.config = {"transition": "cut", "coverage": "shots", "titles": False, **config}
        self.events = list[dict[str, Any]]()
        self.job_id, self.started_at = 0, 0.0
        words = [f"{self.name} had wave {number} roll ashore. {REST}" for number in range(1, scenes + 1)]
        self.project_id = stack.new_project(" ".join(words) or f"{self.name} had waves.")
        self.shot_ids = [shot_id for text in words for shot_id in self._add_scene(text)]
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._follow, daemon=True, name=self.name)

    def hold(self, path: str, number: int = 1, words: str = "") -> Gate:
        """Make the vendor hold a call of this film until the gate is opened."""
        gate = Gate(path, number, words or self.name, TIMEOUT_SECONDS, lambda: self.report)
        self.stack.vendor.gates.append(gate)
        return gate

    def start(self) -> None:
        """Start the job and follow it."""
        self.started_at = time.monotonic()
        self.follow(self.stack.start_job(self.project_id, **self.config))

    def request_job(self) -> None:
        """Start the job at an API that may be killed before it answers."""
        self.started_at = time.monotonic()
        with contextlib.suppress(httpx2.TransportError):
            self.stack.start_job(self.project_id, **self.config)

    def follow(self, job_id: int) -> None:
        """Follow the events of a job in a thread."""
        self.job_id = job_id
        self._thread.start()

    def cancel(self) -> bool:
        """Cancel the job; return False if it had ended before."""
        answer = self.stack.client.post(f"/jobs/{self.job_id}/cancel")
        assert answer.status_code in {200, 409}, answer.text
        return answer.is_success

    def wait_for(self, status: str) -> None:
        """Wait until the job has entered a status, or has ended."""
        with self._changed:
            is_entered = self._changed.wait_for(
                lambda: bool(self._statuses & {status, *TERMINAL}), TIMEOUT_SECONDS
            )
        assert is_entered, self.report

    def wait_for_running(self, stage: str) -> None:
        """Wait until a worker has claimed a task of a stage."""
        wait_until(lambda: self._is_running(stage), f"a running {stage}", TIMEOUT_SECONDS)

    def kill_in(self, stage: str, worker: Process) -> None:
        """Kill a worker's child processes while they run a task of a stage."""

        def is_caught() -> bool:
            worker.pause()
            if self._is_running(stage):
                return True
            worker.resume()
            return False

        wait_until(is_caught, f"a running {stage}", TIMEOUT_SECONDS)
        for child in worker.children:
            child.kill()
        worker.resume()

    def check_end(self, status: str = "completed", code: str | None = None, *, paid_twice: int = 0) -> Row:
        """Wait for the end of the job, check its status and all invariants, and return its row."""
        self._thread.join(TIMEOUT_SECONDS)
        assert not self._thread.is_alive(), self.report
        seconds = time.monotonic() - self.started_at
        job = self.stack.read(f"/jobs/{self.job_id}")
        assert (job["status"], job["error_code"]) == (status, code), self.report
        self._check_events()
        if status == "completed":
            self._check_shots(job)
        self._wait_until_idle()
        again = self._list_calls_paid_again()
        assert len(again) <= paid_twice, f"Paid again: {again}\n{self.report}"
        wait_until(lambda: not self.stack.left_behind(), "no work and no file to be left", TIMEOUT_SECONDS)
        return Row(seconds, len(again), status if code is None else f"{status}: {code}")

    @property
    def calls(self) -> list[Call]:
        """All calls to the vendor for this film."""
        return [call for call in self.stack.vendor.calls if self.name in json.dumps(call.body, default=repr)]

    @property
    def report(self) -> str:
        """The last events, tasks, messages, logs and stacks, for the message of a failed assertion.

        The processes end by it.
        """
        tasks = "\n".join(map(str, self.stack.tasks(self.job_id)))
        messages = self.stack.describe_messages()
        self.stack.abort()
        logs = "\n".join(f"--- {name}\n{self.stack.read_log(name)}" for name in self.stack.hosts)
        return f"{self.events[-3:]}\n{tasks}\n{messages}\n{logs}"

    def _is_running(self, stage: str) -> bool:
        is_running = (Task.job_id == self.job_id) & (Task.stage == stage) & (Task.status == "running")
        return bool(self.stack.rows(select(Task.id).where(is_running)))

    @property
    def _statuses(self) -> set[str]:
        return {event["status"] for event in self.events}

    def _add_scene(self, description: str) -> list[int]:
        """Add a scene at a place of its own, and return the ids of its shots.

        It has no characters: a name that is taken for a person would have a portrait drawn before the stills.
        """
        words = dict.fromkeys(("description", "narration", "background_prompt"), description)
        scene = {**words, "characters": []}
        answer = self.stack.client.post(f"/projects/{self.project_id}/scenes", json=scene)
        answer.raise_for_status()
        return [int(shot["id"]) for shot in answer.json()["shots"]]

    def _follow(self) -> None:
        for event in self.stack.events(self.job_id):
            with self._changed:
                self.events.append(event)
                self._changed.notify_all()

    def _check_events(self) -> None:
        seen = [event["id"] for event in self.events]
        kept = self.stack.rows(select(JobEvent.seq, JobEvent.data).where(JobEvent.job_id == self.job_id))
        last = [row.seq for row in kept if row.data.get("status") in TERMINAL]
        assert seen == sorted(row.seq for row in kept) == list(range(1, len(seen) + 1))
        assert last == [len(seen)], "there is one terminal event, and it is the last"

    def _check_shots(self, job: dict[str, Any]) -> None:
        assets = self.stack.read(f"/jobs/{self.job_id}/assets")
        clips = [asset for asset in assets if asset["type"] == "clip"]
        assert sorted(clip["shot_id"] for clip in clips) == sorted(self.shot_ids)
        assert sum(clip["meta"]["frames"] for clip in clips) == round(job["film"]["duration_sec"] * 24)
        address = self.stack.read(f"/jobs/{self.job_id}/download-url")["download_url"]
        film = httpx2.get(address)
        assert hashlib.sha256(film.content).hexdigest() == job["film"]["sha256"]

    def _wait_until_idle(self) -> None:
        """Wait until no task runs: after a failure the other running tasks of the job may finish."""
        running = Task.status.in_(["running", "polling"]) & (Task.job_id == self.job_id)
        wait_until(
            lambda: not self.stack.rows(select(Task.id).where(running)), "no running row", TIMEOUT_SECONDS
        )

    def _list_calls_paid_again(self) -> list[str]:
        """Return the calls that were paid again; a finished call must not be among them."""
        done = (ProviderCall.job_id == self.job_id) & (ProviderCall.outcome == "done")
        finished = select(ProviderCall.stage, ProviderCall.request_digest).where(done)
        again = [call for call, times in Counter(self.stack.rows(finished)).items() if times > 1]
        assert not again, f"Finished calls were made again: {again}"
        asked = Counter(f"{c.path} {json.dumps(c.body, default=repr)}" for c in self.calls if c.is_paid)
        return [words for words, times in asked.items() for _ in range(times - 1)]
