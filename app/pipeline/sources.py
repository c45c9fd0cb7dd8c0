"""Reading rows into the plain data that stages work on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.film.brief import Look, SceneBrief
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import AssetService
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.project.models import Project
from app.modules.scene.models import Scene
from app.modules.scene.service import draft_of
from app.modules.task.models import Task, TaskNeed
from app.pipeline.advance import project_of
from app.vocabulary.frame import frame_size


@dataclass(frozen=True, slots=True)
class Source:
    """A file that went into another: its digest decides, its key is where it lies."""

    digest: str
    key: str
    meta: dict[str, Any]

    @property
    def is_heard(self) -> bool:
        """Tell of a take whether there is anything to hear: words, or whatever an owner has recorded."""
        return bool(self.meta["words"]) or bool(self.meta.get("is_own"))


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that the tasks needed by a task have made, by stage and scene."""

    files: dict[tuple[str, int | None], Source]

    def get(self, stage: str, scene_id: int) -> Source | None:
        """Find what a stage made of a scene; None where the stage does not exist, as without audio."""
        return self.files.get((stage, scene_id))

    def require(self, stage: str, scene_id: int) -> Source:
        """Find what a stage made of a scene. Raises LookupError."""
        source = self.get(stage, scene_id)
        if source is None:
            raise LookupError(f"Nothing was made by {stage} for scene {scene_id}.")
        return source


def made_for(session: Session, task: Task) -> Sources:
    """Read what a task's needs have made."""
    rows = session.execute(
        select(Task.stage, Task.scene_id, Artifact)
        .join(Artifact, Artifact.id == Task.artifact_id)
        .join(TaskNeed, TaskNeed.needed_id == Task.id)
        .where(TaskNeed.task_id == task.id)
    )
    return Sources(
        {
            (stage, scene_id): Source(made.digest, made.storage_key, made.meta)
            for stage, scene_id, made in rows
        }
    )


def portraits_for(session: Session, task: Task) -> dict[str, Source]:
    """Read the portraits that a task needed, by the name of whom they show, in the order of the names."""
    rows = session.execute(
        select(Task.params, Artifact)
        .join(Artifact, Artifact.id == Task.artifact_id)
        .join(TaskNeed, TaskNeed.needed_id == Task.id)
        .where(TaskNeed.task_id == task.id, Task.stage == "portrait")
    )
    found = {params["character"]: Source(made.digest, made.storage_key, made.meta) for params, made in rows}
    return dict(sorted(found.items()))


def held_rows(session: Session, task: Task) -> tuple[Project, Job | None, Scene | None]:
    """Read what a task belongs to: its project, and its job and scene if it has them."""
    return (
        project_of(session, task),
        session.get(Job, task.job_id or 0),
        session.get(Scene, task.scene_id or 0),
    )


def job_of(session: Session, task: Task) -> Job:
    """Find a task's job. Raises LookupError."""
    job = session.get(Job, task.job_id)
    if job is None:
        raise LookupError(f"Task {task.id} has no job any more.")
    return job


def scene_of(session: Session, task: Task) -> Scene:
    """Find a task's scene. Raises LookupError."""
    scene = session.get(Scene, task.scene_id)
    if scene is None:
        raise LookupError(f"Task {task.id} has no scene any more.")
    return scene


def scenes_of(session: Session, project_id: int) -> Sequence[Scene]:
    """List a project's scenes in order."""
    statement = select(Scene).where(Scene.project_id == project_id)
    return list(session.scalars(statement.order_by(Scene.scene_index, Scene.id)))


def uploaded(asset: Asset) -> Source:
    """Take a file that its owner uploaded as a source."""
    return Source(asset.sha256 or "", asset.storage_key, asset.meta)


def own_still(session: Session, task: Task) -> Source | None:
    """Find the still that a job takes in place of drawing one: an upload that its scene shows.

    Outside a job somebody asked for a new drawing, and gets it.
    """
    scene = scene_of(session, task)
    asset = AssetService(session).assets.get_own_of_scene(scene.id, "background") if task.job_id else None
    return uploaded(asset) if asset and asset.storage_key == scene.background_key else None


def own_take(session: Session, task: Task) -> Source | None:
    """Find the recording that is heard in place of a spoken take."""
    asset = AssetService(session).assets.get_own_of_scene(task.scene_id or 0, "narration")
    return uploaded(asset) if asset else None


def config_of(session: Session, task: Task) -> JobConfig:
    """Read how the film shall be; outside a job everything is as by default."""
    return JobConfig.model_validate(job_of(session, task).config) if task.job_id else JobConfig()


def look_of(project: Project, config: JobConfig) -> Look:
    """Tell how a project's pictures are drawn."""
    size = frame_size(config.resolution, project.aspect_ratio)
    return Look(size=size, style=project.style, seed=config.seed)


def drawing_of(session: Session, task: Task) -> tuple[SceneBrief, Look]:
    """Read what an artist must know for a task."""
    look = look_of(project_of(session, task), config_of(session, task))
    return brief_of(scene_of(session, task)), look


def brief_of(scene: Scene) -> SceneBrief:
    """Return what an artist must know of a scene."""
    draft = draft_of(scene)
    return SceneBrief(
        number=scene.scene_index + 1,
        heading=scene.heading,
        description=scene.description,
        characters=tuple(scene.characters),
        character_prompts=tuple(scene.character_prompts),
        background_prompt=scene.background_prompt,
        setting=scene.setting,
        time_of_day=scene.time_of_day,
        mood=scene.mood,
        shot_type=scene.shot_type,
        camera_move=scene.camera_move,
        looks=draft.looks,
        place=draft.place,
    )


def cast_of(scene: Scene) -> tuple[tuple[str, str], ...]:
    """Return a scene's characters with the prompts that describe them."""
    pairs = zip(scene.characters, scene.character_prompts, strict=False)
    return tuple((name, look) for name, look in pairs if look)


def named(provider: Any) -> dict[str, str]:
    """Name a provider in a recipe."""
    return {"provider": provider.name, "model": provider.model}
