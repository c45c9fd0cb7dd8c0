"""The graph of a job: its tasks, and which tasks each of them needs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.modules.job.models import Job
from app.modules.task.models import Task, TaskNeed
from app.modules.task.state import JobStageName, StageName, TaskStatus
from app.pipeline.publishing import publish_next

Params = Mapping[str, object]


def get_job_stage(task: Task) -> JobStageName:
    """Return the job stage in which a task is counted; a check of newly segmented scenes is processing."""
    return JobStageName(task.params.get("job_stage", StageName(task.stage).job_stage))


@dataclass(frozen=True, slots=True)
class CastMember:
    """A character on a scene; without a `character_id` it looks otherwise there than on the rest."""

    name: str
    prompt: str
    character_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedShot:
    """The timing plan of one scene: its narration, and its length in frames if that is fixed.

    `minimum_sec` is the length that the writer of the scene has set. `cast` are those of its characters who
    have a prompt; it is empty where the image provider takes no portraits.
    """

    scene_id: int
    narration: str
    frames: int | None
    minimum_sec: float | None = None
    cast: tuple[CastMember, ...] = ()

    @property
    def timing(self) -> dict[str, object]:
        """The task parameters from which the shot's length is computed."""
        return {"frames": self.frames, "minimum_sec": self.minimum_sec}


@dataclass(frozen=True, slots=True)
class Node:
    """A planned task, with the names of the tasks of the same job that it needs."""

    stage: StageName
    scene_id: int | None
    needs: tuple[str, ...]
    params: Params
    number: int | None = None
    character_id: int | None = None

    @property
    def name(self) -> str:
        """The task's name, unique within its job."""
        if self.character_id is not None:
            return f"{self.stage}/character-{self.character_id}"
        return name_node(self.stage, self.scene_id, self.number)


def name_node(stage: StageName, scene_id: int | None, number: int | None = None) -> str:
    """Return the name of a stage's task for a scene, or for the film; `number` counts portraits."""
    return f"{stage}/{scene_id or 'film'}" + (f".{number}" if number else "")


def plan_nodes(shots: Sequence[PlannedShot], *, has_audio: bool, has_crossfade: bool) -> Iterator[Node]:
    """Yield a film's tasks scene by scene, so that the first scenes are made first.

    A clip is as long as its narration, so `animate` needs both still and take; with crossfades it also
    needs those of the scene before, because its first frame is that scene's last.
    """
    sources = (StageName.DRAW, StageName.NARRATE) if has_audio else (StageName.DRAW,)
    portraits: dict[CastMember, str] = {}
    before: PlannedShot | None = None
    for shot in shots:
        yield from _plan_portraits(shot, portraits)
        needed_portraits = tuple(dict.fromkeys(portraits[member] for member in shot.cast))
        yield Node(StageName.DRAW, shot.scene_id, needed_portraits, {})
        if has_audio:
            yield Node(StageName.NARRATE, shot.scene_id, (), {"narration": shot.narration, **shot.timing})
        previous = before if has_crossfade else None
        needed = [shot, previous] if previous else [shot]
        needs = tuple(name_node(stage, one.scene_id) for one in needed for stage in sources)
        position = {"is_first": before is None, "is_last": shot is shots[-1], "narration": shot.narration}
        ending = {"before_scene_id": previous.scene_id, "before": previous.timing} if previous else {}
        yield Node(StageName.ANIMATE, shot.scene_id, needs, {**shot.timing, **position, **ending})
        before = shot
    composed = (StageName.ANIMATE, *sources[1:])
    needs = tuple(name_node(stage, shot.scene_id) for shot in shots for stage in composed)
    yield Node(StageName.COMPOSE, None, needs, {})


def _plan_portraits(shot: PlannedShot, portraits: dict[CastMember, str]) -> Iterator[Node]:
    """Yield a portrait for each character of a shot that has none yet, and add its name to `portraits`.

    One that looks alike on all scenes has one portrait for all, which belongs to no scene.
    """
    for number, member in enumerate(shot.cast, 1):
        if member not in portraits:
            params = {"character": member.name}
            if member.character_id is None:
                node = Node(StageName.PORTRAIT, shot.scene_id, (), params, number)
            else:
                node = Node(StageName.PORTRAIT, None, (), params, character_id=member.character_id)
            portraits[member] = node.name
            yield node


def store_graph(session: Session, job: Job, planned: Iterable[Node]) -> None:
    """Store a locked job's tasks, count them in its stages, and publish the first that are due."""
    planned = list(planned)
    session.execute(insert(Task), [_make_row(job, node) for node in planned])
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
        job.get_stage(node.stage.job_stage).total += 1
    session.flush()
    publish_next(session, job.id)


def _make_row(job: Job, node: Node) -> dict[str, object]:
    return {
        "project_id": job.project_id,
        "job_id": job.id,
        "scene_id": node.scene_id,
        "character_id": node.character_id,
        "stage": node.stage,
        "queue": node.stage.queue,
        "subject": f"job:{job.id}/{node.name}",
        "params": node.params,
        "status": TaskStatus.WAITING if node.needs else TaskStatus.READY,
        "needs_left": len(node.needs),
    }
