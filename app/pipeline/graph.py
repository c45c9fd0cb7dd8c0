"""Which tasks a job consists of, and which must be done before which."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.modules.job.models import Job
from app.modules.job.state import JobStatus
from app.modules.task.models import Task, TaskNeed
from app.modules.task.service import QUEUES
from app.modules.task.state import TaskStatus
from app.pipeline.doorbell import ring_next

STAGE_STATUS = {
    "moderate": JobStatus.VALIDATING,
    "segment": JobStatus.PROCESSING,
    "plan": JobStatus.PROCESSING,
    "portrait": JobStatus.GENERATING_IMAGES,
    "draw": JobStatus.GENERATING_IMAGES,
    "animate": JobStatus.GENERATING_VIDEO,
    "narrate": JobStatus.GENERATING_AUDIO,
    "compose": JobStatus.COMPOSING,
}
"""In which of a job's stages a task counts; `moderate` of freshly cut scenes counts as processing."""


def counts_in(task: Task) -> JobStatus:
    """Tell in which of its job's stages a task counts."""
    is_of_new_scenes = task.stage == "moderate" and task.subject.endswith("/scenes")
    return JobStatus.PROCESSING if is_of_new_scenes else STAGE_STATUS[task.stage]


@dataclass(frozen=True, slots=True)
class Shot:
    """What the timing plan says of one scene: what is spoken, and its length in frames if that is fixed.

    `cast` are its people with their looks, where portraits of them are to be drawn first.
    """

    scene_id: int
    narration: str
    frames: int | None
    minimum_sec: float | None = None
    cast: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A task to be, named within its job, with the names of what it needs."""

    stage: str
    scene_id: int | None
    needs: tuple[str, ...]
    params: dict[str, Any]
    number: int | None = None

    @property
    def name(self) -> str:
        """Name the task within its job."""
        return f"{self.stage}/{self.scene_id or 'film'}" + (f".{self.number}" if self.number else "")


def nodes(shots: Sequence[Shot], *, has_audio: bool, has_crossfade: bool) -> Iterator[Node]:
    """List a film's tasks, scene by scene, so that early scenes are finished early.

    A clip is as long as its narration, so `animate` needs both still and take; with crossfades it also
    needs those of the scene before, whose last frame it begins with.
    """
    stages = ("draw", "narrate") if has_audio else ("draw",)
    before: Shot | None = None
    portraits: dict[tuple[str, str], str] = {}
    for shot in shots:
        for number, member in enumerate(shot.cast, 1):
            if member not in portraits:
                node = Node("portrait", shot.scene_id, (), {"character": member[0]}, number)
                portraits[member] = node.name
                yield node
        timing = {"frames": shot.frames, "minimum_sec": shot.minimum_sec}
        for stage in stages:
            params = {"narration": shot.narration, **timing} if stage == "narrate" else {}
            shown = tuple(portraits[member] for member in shot.cast) if stage == "draw" else ()
            yield Node(stage, shot.scene_id, tuple(dict.fromkeys(shown)), params)
        around = [shot, before] if has_crossfade and before else [shot]
        needs = tuple(f"{stage}/{one.scene_id}" for one in around for stage in stages)
        place = {"is_first": before is None, "is_last": shot is shots[-1], "narration": shot.narration}
        previous: dict[str, Any] = {}
        if has_crossfade and before:
            end = {"frames": before.frames, "minimum_sec": before.minimum_sec}
            previous = {"before_scene_id": before.scene_id, "before": end}
        yield Node("animate", shot.scene_id, needs, {**timing, **place, **previous})
        before = shot
    last = tuple(f"{stage}/{shot.scene_id}" for shot in shots for stage in ("animate", *stages[1:]))
    yield Node("compose", None, last, {})


def open_graph(session: Session, job: Job, planned: Iterable[Node]) -> None:
    """Store a job's tasks, count them in its stages, and ring for the first that are due."""
    planned = list(planned)
    rows = [_row(job, node) for node in planned]
    session.execute(insert(Task), rows)
    ids = {
        subject: task_id
        for task_id, subject in session.execute(
            Task.__table__.select().with_only_columns(Task.id, Task.subject).where(Task.job_id == job.id)
        )
    }
    edges = [
        {"needed_id": ids[f"job:{job.id}/{need}"], "task_id": ids[f"job:{job.id}/{node.name}"]}
        for node in planned
        for need in node.needs
    ]
    if edges:
        session.execute(insert(TaskNeed), edges)
    for node in planned:
        job.stage(STAGE_STATUS[node.stage]).total += 1
    session.flush()
    ring_next(session, job.id)


def _row(job: Job, node: Node) -> dict[str, Any]:
    return {
        "project_id": job.project_id,
        "job_id": job.id,
        "scene_id": node.scene_id,
        "stage": node.stage,
        "queue": QUEUES[node.stage],
        "subject": f"job:{job.id}/{node.name}",
        "params": node.params,
        "status": TaskStatus.WAITING if node.needs else TaskStatus.READY,
        "needs_left": len(node.needs),
    }
