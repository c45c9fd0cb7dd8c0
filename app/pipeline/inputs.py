"""What a stage reads: rows of the database, and what the tasks that it needs have made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.film.brief import Look, SceneBrief
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import AssetPlace, AssetService
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.moderation.service import ModerationService
from app.modules.project.models import Project
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService, draft_of
from app.modules.task.models import Task, TaskNeed
from app.modules.task.state import StageName
from app.providers.capabilities import Provider
from app.vocabulary.frame import frame_size

Facts = Mapping[str, Any]
"""Values that JSON can hold, as a task's parameters and an artifact's meta are stored."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that goes into another: `digest` names it in recipes, `key` is its place in storage."""

    digest: str
    key: str
    meta: Facts

    @property
    def is_heard(self) -> bool:
        """Return of a take whether it has sound: words, or an owner's recording."""
        return bool(self.meta["words"]) or bool(self.meta.get("is_own"))


@dataclass(frozen=True, slots=True)
class Products:
    """What the tasks that a task needs have made: files by stage and scene, portraits by character."""

    files: Mapping[tuple[str, int | None], Source] = field(default_factory=dict)
    portraits: Mapping[str, Source] = field(default_factory=dict)

    def find(self, stage: StageName, scene_id: int) -> Source | None:
        """Find what a stage has made of a scene; None where the stage does not exist, as without audio."""
        return self.files.get((stage, scene_id))

    def get(self, stage: StageName, scene_id: int) -> Source:
        """Find what a stage has made of a scene. Raises LookupError."""
        source = self.find(stage, scene_id)
        if source is None:
            raise LookupError(f"Nothing was made by {stage} for scene {scene_id}.")
        return source


class StageInput:
    """The rows that a task belongs to, its parameters, and the products of the tasks that it needs.

    Outside a job `config` has all defaults. The session is open while a stage prepares its request.
    """

    def __init__(
        self,
        session: Session,
        project: Project,
        config: JobConfig,
        scene: Scene | None,
        params: Facts,
        *,
        is_in_job: bool,
    ) -> None:
        self.session, self.project, self.config, self.params = session, project, config, params
        self._scene, self.is_in_job = scene, is_in_job

    @property
    def scene(self) -> Scene:
        """The task's scene. Raises LookupError where it has none any more."""
        if self._scene is None:
            raise LookupError("The task has no scene any more.")
        return self._scene

    @cached_property
    def scenes(self) -> Sequence[Scene]:
        """All scenes of the project, in order."""
        return SceneService(self.session).list_of(self.project.id)

    @cached_property
    def products(self) -> Products:
        """What the needed tasks have made."""
        return Products()

    @property
    def look(self) -> Look:
        """How the project's pictures are drawn."""
        size = frame_size(self.config.resolution, self.project.aspect_ratio)
        return Look(size=size, style=self.project.style, seed=self.config.seed)

    @property
    def brief(self) -> SceneBrief:
        """The scene as an artist needs it."""
        return brief_of(self.scene)

    @property
    def overridden(self) -> frozenset[str]:
        """The digests of the project's content whose verdict an admin has overridden."""
        return ModerationService(self.session).list_overridden(self.project.id)

    @property
    def own_still(self) -> Source | None:
        """The still that a job takes in place of drawing one: an upload that the scene shows.

        Outside a job a new drawing was asked for.
        """
        asset = self._find_upload("background") if self.is_in_job else None
        return source_from(asset) if asset and asset.storage_key == self.scene.background_key else None

    @property
    def own_take(self) -> Source | None:
        """The owner's recording that is heard in place of a spoken take."""
        asset = self._find_upload("narration")
        return source_from(asset) if asset else None

    def _find_upload(self, asset_type: str) -> Asset | None:
        return AssetService(self.session).get_upload_of_scene(self.scene.id, asset_type)


class TaskInput(StageInput):
    """The input of a stored task."""

    def __init__(self, session: Session, task: Task) -> None:
        job = session.get(Job, task.job_id) if task.job_id else None
        super().__init__(
            session,
            project=get_project(session, task),
            config=JobConfig.model_validate(job.config) if job else JobConfig(),
            scene=session.get(Scene, task.scene_id) if task.scene_id else None,
            params=task.params,
            is_in_job=task.job_id is not None,
        )
        self._task_id = task.id

    @cached_property
    def products(self) -> Products:
        """What the needed tasks have made; portraits in the order of their names."""
        rows = self.session.execute(
            select(Task, Artifact)
            .join(Artifact, Artifact.id == Task.artifact_id)
            .join(TaskNeed, TaskNeed.needed_id == Task.id)
            .where(TaskNeed.task_id == self._task_id)
        ).all()
        portraits = {
            str(task.params["character"]): source_from(made)
            for task, made in rows
            if task.stage == StageName.PORTRAIT
        }
        files = {(task.stage, task.scene_id): source_from(made) for task, made in rows}
        return Products(files, dict(sorted(portraits.items())))


def source_from(file: Artifact | Asset) -> Source:
    """Return an artifact or an upload as a source; the digest of an upload is its SHA-256."""
    digest = file.digest if isinstance(file, Artifact) else file.sha256 or ""
    return Source(digest, file.storage_key, file.meta)


def get_project(session: Session, task: Task) -> Project:
    """Return a task's project. Raises LookupError where it has none any more."""
    project = session.get(Project, task.project_id)
    if project is None:
        raise LookupError(f"Task {task.id} has no project any more.")
    return project


def get_job(session: Session, task: Task) -> Job:
    """Return a task's job. Raises LookupError where it has none any more."""
    job = session.get(Job, task.job_id)
    if job is None:
        raise LookupError(f"Task {task.id} has no job any more.")
    return job


def get_scene(session: Session, task: Task) -> Scene:
    """Return a task's scene. Raises LookupError where it has none any more."""
    scene = session.get(Scene, task.scene_id)
    if scene is None:
        raise LookupError(f"Task {task.id} has no scene any more.")
    return scene


def place_of(task: Task) -> AssetPlace:
    """Return where the assets of a task's products belong."""
    return AssetPlace(task.project_id, task.job_id, task.scene_id)


def brief_of(scene: Scene) -> SceneBrief:
    """Return a scene as an artist needs it."""
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
        staging=draft.staging,
    )


def cast_of(scene: Scene) -> tuple[tuple[str, str], ...]:
    """Return a scene's characters as (name, look), those with a look alone."""
    pairs = zip(scene.characters, scene.character_prompts, strict=False)
    return tuple((name, look) for name, look in pairs if look)


def identify_provider(provider: Provider) -> dict[str, object]:
    """Return a provider's part of a recipe."""
    return {"provider": provider.capabilities.name, "model": provider.capabilities.model}
