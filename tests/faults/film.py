"""One film that something happens to while it is made, and everything that must be true of it afterwards."""

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
from tests.processes import Process, until
from tests.vendors.openai_server import Call, Gate

PATIENCE = 30 + 15 * LEASE
PANELS, TAKES = "generations", "speech"
_numbers = count(1)


class Film:
    """A film of a few scenes that no other film shares a word with, so that nothing is made already."""

    def __init__(self, stack: Stack, scenes: int = 3, **config: Any) -> None:
        self.stack, self.name = stack, f"Tale{next(_numbers):04}"
        self.config, self.events = {"transition": "cut", **config}, list[dict[str, Any]]()
        self.job_id, self.begun = 0, 0.0
        words = [f"{self.name} had wave {number} roll ashore." for number in range(1, scenes + 1)]
        self.project_id = stack.new_project(" ".join(words) or f"{self.name} had waves.")
        self.scene_ids = [self._add_scene(text) for text in words]
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._follow, daemon=True, name=self.name)

    def hold(self, path: str, number: int = 1, words: str = "") -> Gate:
        """Have the vendor hold a call of this film until the gate is opened."""
        gate = Gate(path, number, words=words or self.name)
        self.stack.vendor.gates.append(gate)
        return gate

    def start(self) -> None:
        """Start the job and follow it."""
        self.begun = time.monotonic()
        self.follow(self.stack.start_job(self.project_id, **self.config))

    def ask(self) -> None:
        """Ask for the job of an API that may die before it answers."""
        self.begun = time.monotonic()
        with contextlib.suppress(httpx2.TransportError):
            self.stack.start_job(self.project_id, **self.config)

    def follow(self, job_id: int) -> None:
        """Follow a job, however it was started."""
        self.job_id = job_id
        self._thread.start()

    def cancel(self) -> bool:
        """Cancel the job; False if it was over before."""
        answer = self.stack.client.post(f"/jobs/{self.job_id}/cancel")
        assert answer.status_code in {200, 409}, answer.text
        return answer.is_success

    def wait_for(self, status: str) -> None:
        """Wait until the job has entered a status, or is over."""
        with self._changed:
            came = self._changed.wait_for(lambda: self._statuses & {status, *TERMINAL}, PATIENCE)
        assert came, self.story

    def wait_for_running(self, stage: str) -> None:
        """Wait until a worker has claimed a task of a stage."""
        until(lambda: self._is_running(stage), f"a running {stage}", PATIENCE)

    def kill_in(self, stage: str, worker: Process) -> None:
        """Kill a worker's children for certain in the middle of a task of a stage."""

        def is_caught() -> bool:
            worker.pause()
            if self._is_running(stage):
                return True
            worker.resume()
            return False

        until(is_caught, f"a running {stage}", PATIENCE)
        for child in worker.children:
            child.kill()
        worker.resume()

    def must_end(self, status: str = "completed", code: str | None = None, *, paid_twice: int = 0) -> Row:
        """See the job end as it must, and everything that must be true then."""
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), self.story
        seconds = time.monotonic() - self.begun
        job = self.stack.read(f"/jobs/{self.job_id}")
        assert (job["status"], job["error_code"]) == (status, code), self.story
        self._events_are_whole()
        if status == "completed":
            self._has_every_scene_once(job)
        self._nothing_is_running()
        again = self._paid_again()
        assert len(again) <= paid_twice, f"Paid again: {again}\n{self.story}"
        until(lambda: not self.stack.left_behind(), "no work and no file to be left", PATIENCE)
        return Row(seconds, len(again), status if code is None else f"{status}: {code}")

    @property
    def calls(self) -> list[Call]:
        """All calls that were made for this film."""
        return [call for call in self.stack.vendor.calls if self.name in json.dumps(call.body, default=repr)]

    @property
    def story(self) -> str:
        """Tell how far it came, for somebody who wonders why it did not come further."""
        tasks = "\n".join(map(str, self.stack.tasks(self.job_id)))
        words = "\n".join(f"--- {name}\n{self.stack.says(name)}" for name in self.stack.hosts)
        return f"{self.events[-3:]}\n{tasks}\n{words}"

    def _is_running(self, stage: str) -> bool:
        is_running = (Task.job_id == self.job_id) & (Task.stage == stage) & (Task.status == "running")
        return bool(self.stack.rows(select(Task.id).where(is_running)))

    @property
    def _statuses(self) -> set[str]:
        return {event["status"] for event in self.events}

    def _add_scene(self, description: str) -> int:
        scene = {"description": description, "narration": description}
        answer = self.stack.client.post(f"/projects/{self.project_id}/scenes", json=scene)
        answer.raise_for_status()
        return int(answer.json()["id"])

    def _follow(self) -> None:
        for event in self.stack.events(self.job_id):
            with self._changed:
                self.events.append(event)
                self._changed.notify_all()

    def _events_are_whole(self) -> None:
        seen = [event["id"] for event in self.events]
        kept = self.stack.rows(select(JobEvent.seq, JobEvent.data).where(JobEvent.job_id == self.job_id))
        last = [row.seq for row in kept if row.data.get("status") in TERMINAL]
        assert seen == sorted(row.seq for row in kept) == list(range(1, len(seen) + 1))
        assert last == [len(seen)], "there is one terminal event, and it is the last"

    def _has_every_scene_once(self, job: dict[str, Any]) -> None:
        assets = self.stack.read(f"/jobs/{self.job_id}/assets")
        clips = [asset for asset in assets if asset["type"] == "clip"]
        assert sorted(clip["scene_id"] for clip in clips) == sorted(self.scene_ids)
        assert sum(clip["meta"]["frames"] for clip in clips) == round(job["film"]["duration_sec"] * 24)
        address = self.stack.read(f"/jobs/{self.job_id}/download-url")["download_url"]
        film = httpx2.get(address)
        assert hashlib.sha256(film.content).hexdigest() == job["film"]["sha256"]

    def _nothing_is_running(self) -> None:
        """A film that failed lets its running siblings finish, so this may take a while."""
        open_ = Task.status.in_(["running", "polling"]) & (Task.job_id == self.job_id)
        until(lambda: not self.stack.rows(select(Task.id).where(open_)), "no running row", PATIENCE)

    def _paid_again(self) -> list[str]:
        """List the calls that the vendor was paid for once more; none of them may have been finished."""
        done = (ProviderCall.job_id == self.job_id) & (ProviderCall.outcome == "done")
        finished = select(ProviderCall.stage, ProviderCall.request_digest).where(done)
        again = [call for call, times in Counter(self.stack.rows(finished)).items() if times > 1]
        assert not again, f"Finished calls were made again: {again}"
        asked = Counter(f"{c.path} {json.dumps(c.body, default=repr)}" for c in self.calls if c.is_paid)
        return [words for words, times in asked.items() for _ in range(times - 1)]
