"""The graph of a job: its tasks, and which tasks each of them needs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.film.cards.card import CardKind
from app.modules.job.models import Job
from app.modules.task.models import Task, TaskNeed
from app.modules.task.state import JobStageName, StageName, TaskStatus
from app.pipeline.film_plan import (
    CardParams,
    ClipParams,
    ClipSource,
    PlannedScene,
    PlannedShot,
    SceneSource,
)
from app.pipeline.publishing import publish_next

Params = Mapping[str, object]
_TRACK = f"{StageName.SOUND}/film"


def get_job_stage(task: Task) -> JobStageName:
    """Return the job stage in which a task is counted; a check of newly segmented scenes is processing."""
    return JobStageName(task.params.get("job_stage", StageName(task.stage).job_stage))


@dataclass(frozen=True, slots=True)
class Node:
    """A planned task, with the names of the tasks of the same job that it needs.

    `name` is unique within its job, and is part of the task's subject.
    """

    stage: StageName
    name: str
    needs: tuple[str, ...]
    params: Params
    scene_id: int | None = None
    shot_id: int | None = None
    character_id: int | None = None


def name_of_scene(stage: StageName, scene_id: int) -> str:
    """Return the name of a stage's task for a scene."""
    return f"{stage}/{scene_id}"


def name_of_shot(stage: StageName, shot_id: int) -> str:
    """Return the name of a stage's task for a shot."""
    return f"{stage}/shot-{shot_id}"


def plan_nodes(scenes: Sequence[PlannedScene], *, has_audio: bool) -> Iterator[Node]:
    """Yield a film's tasks scene by scene, so that the first scenes are made first.

    `sound` comes before all: it is the longest task, and is due as soon as all takes are known.

    A clip is cut by the words of its scene's take, so `animate` needs both still and take; where a dissolve
    begins a scene it also needs those of the shot before, because its first frame is that shot's last.
    """
    graph = _FilmGraph(scenes, has_audio=has_audio)
    before: PlannedScene | None = None
    if has_audio:
        yield graph.plan_track()
    for scene in scenes:
        yield from graph.plan_stills(scene)
        if has_audio:
            yield graph.plan_take(scene)
        yield from graph.plan_clips(scene, before if scene.dissolves else None)
        yield from graph.plan_cards(scene)
        before = scene
    yield graph.plan_film()


class _FilmGraph:
    """The tasks of one film, planned scene by scene; shots of one set-up share their still."""

    def __init__(self, scenes: Sequence[PlannedScene], *, has_audio: bool) -> None:
        self._scenes, self._has_audio = scenes, has_audio
        self._portraits: dict[object, str] = {}
        self._stills: dict[str, str] = {}
        self._sets: dict[str, str] = {}
        self._shots_of_setup: dict[str, list[int]] = defaultdict(list)
        for scene in scenes:
            for shot in scene.shots:
                self._shots_of_setup[shot.setup].append(shot.still_shot_id)

    def plan_stills(self, scene: PlannedScene) -> Iterator[Node]:
        """Yield the stills of a scene that no earlier one has, each after the portraits in it."""
        for shot in scene.shots:
            yield from self._plan_portraits(scene, shot)
            if shot.setup in self._stills:
                continue
            name = name_of_shot(StageName.DRAW, shot.still_shot_id)
            needs = [self._portraits[member] for member in shot.cast]
            params: dict[str, object] = {"shots": self._shots_of_setup[shot.setup]}
            place = self._sets.setdefault(shot.place, name) if shot.place else name
            if place != name:
                needs.append(place)
                params["set"] = place
            self._stills[shot.setup] = name
            unique = tuple(dict.fromkeys(needs))
            yield Node(StageName.DRAW, name, unique, params, scene.scene_id, shot.still_shot_id)

    def plan_take(self, scene: PlannedScene) -> Node:
        """Return the task that speaks a scene's narration."""
        params = {
            "narration": scene.narration,
            "frames": scene.length.frames,
            "voices": scene.voices,
        }
        name = name_of_scene(StageName.NARRATE, scene.scene_id)
        return Node(StageName.NARRATE, name, (), params, scene.scene_id)

    def plan_track(self) -> Node:
        """Return the task that mixes the sound of the film, which needs all takes."""
        needs = tuple(one.take for one in self._sources if one.take is not None)
        params = {"scenes": [source.dump() for source in self._sources]}
        return Node(StageName.SOUND, _TRACK, needs, params)

    def plan_clips(self, scene: PlannedScene, before: PlannedScene | None) -> Iterator[Node]:
        """Yield the clips of a scene; the first one dissolves from the last shot of the scene before."""
        for at, shot in enumerate(scene.shots):
            source = self._get_source(scene, at)
            ending = self._get_source(before, len(before.shots) - 1) if before and at == 0 else None
            clip = ClipParams(
                source,
                ending,
                is_first=scene is self._scenes[0] and at == 0 and not scene.cards,
                is_last=scene is self._scenes[-1] and shot is scene.shots[-1] and not scene.closing,
                fades_in=scene.fades_in and at == 0,
                fades_out=scene.fades_out and shot is scene.shots[-1],
            )
            needed = (source, ending) if ending else (source,)
            needs = tuple(
                dict.fromkeys(name for one in needed for name in (one.still, one.take) if name is not None)
            )
            name = _name_clip(scene, shot)
            yield Node(StageName.ANIMATE, name, needs, clip.dump(), scene.scene_id, shot.shot_id)

    def plan_cards(self, scene: PlannedScene) -> Iterator[Node]:
        """Yield the cards beside a scene; that of the end needs all stills, for it has their credits."""
        for planned in (*scene.cards, *scene.closing):
            is_end = planned.card.kind is CardKind.END
            stills = tuple(self._stills.values()) if is_end else ()
            params = CardParams(planned, stills).dump()
            yield Node(StageName.CARD, planned.name_beside(scene.scene_id), stills, params, scene.scene_id)

    def plan_film(self) -> Node:
        """Return the task that composes the film, which needs all clips and takes, and the sound track."""
        needs = [name for one in self._sources for name in (*one.all_clips, one.take) if name is not None]
        params: dict[str, object] = {"scenes": [source.dump() for source in self._sources]}
        if self._has_audio:
            needs.append(_TRACK)
            params["sound"] = _TRACK
        return Node(StageName.COMPOSE, f"{StageName.COMPOSE}/film", tuple(needs), params)

    @cached_property
    def _sources(self) -> list[SceneSource]:
        return [
            SceneSource(
                scene.scene_id,
                scene.length,
                tuple(_name_clip(scene, shot) for shot in scene.shots),
                self._get_take(scene),
                tuple(planned.get_source(scene.scene_id) for planned in scene.cards),
                tuple(planned.get_source(scene.scene_id) for planned in scene.closing),
                scene.chapter,
            )
            for scene in self._scenes
        ]

    def _get_take(self, scene: PlannedScene) -> str | None:
        return name_of_scene(StageName.NARRATE, scene.scene_id) if self._has_audio else None

    def _get_source(self, scene: PlannedScene, at: int) -> ClipSource:
        shot = scene.shots[at]
        return ClipSource(
            scene.scene_id, self._stills[shot.setup], self._get_take(scene), scene.length, at, shot.move
        )

    def _plan_portraits(self, scene: PlannedScene, shot: PlannedShot) -> Iterator[Node]:
        """Yield a portrait for each character of a shot that has none yet.

        One that looks alike on all scenes has one portrait for all, which belongs to no scene.
        """
        for member in shot.cast:
            if member in self._portraits:
                continue
            params = {"character": member.name}
            if member.character_id is None:
                name = f"{StageName.PORTRAIT}/{scene.scene_id}.{len(self._portraits) + 1}"
                node = Node(StageName.PORTRAIT, name, (), params, scene.scene_id)
            else:
                name = f"{StageName.PORTRAIT}/character-{member.character_id}"
                node = Node(StageName.PORTRAIT, name, (), params, character_id=member.character_id)
            self._portraits[member] = node.name
            yield node


def _name_clip(scene: PlannedScene, shot: PlannedShot) -> str:
    if shot.shot_id is None:
        return name_of_scene(StageName.ANIMATE, scene.scene_id)
    return name_of_shot(StageName.ANIMATE, shot.shot_id)


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
        "shot_id": node.shot_id,
        "character_id": node.character_id,
        "stage": node.stage,
        "queue": node.stage.queue,
        "subject": f"job:{job.id}/{node.name}",
        "params": node.params,
        "status": TaskStatus.WAITING if node.needs else TaskStatus.READY,
        "needs_left": len(node.needs),
    }
