"""The input of a stage: rows of the database, and the products of the tasks that its task needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.film.brief import Look, ShotBrief
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import AssetService
from app.modules.character.cast import Cast
from app.modules.character.models import Character
from app.modules.character.service import CharacterService
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.moderation.service import ModerationService
from app.modules.project.models import Project
from app.modules.scene.models import Scene, Shot
from app.modules.scene.service import SceneService
from app.modules.task.models import Task, TaskNeed
from app.modules.task.state import StageName
from app.pipeline.briefs import make_brief
from app.pipeline.task_rows import get_character, get_name, get_project, get_shot
from app.providers.capabilities import Provider
from app.vocabulary.frame import frame_size

Facts = Mapping[str, Any]
"""Values that JSON can hold: a task's parameters, an artifact's meta."""


@dataclass(frozen=True, slots=True)
class Source:
    """A stored file that a stage uses: `digest` identifies it in recipes, `key` is its storage key."""

    digest: str
    key: str
    meta: Facts

    @property
    def is_audible(self) -> bool:
        """Return whether a take has sound: it has words, or is a recording that the owner uploaded."""
        return bool(self.meta["words"]) or bool(self.meta.get("is_own"))


@dataclass(frozen=True, slots=True)
class Products:
    """The products of the tasks that a task needs: files by the task's name, portraits by character."""

    files: Mapping[str, Source] = field(default_factory=dict)
    portraits: Mapping[str, Source] = field(default_factory=dict)

    def find(self, name: str | None) -> Source | None:
        """Return the product of a task; None where the job does not have it, as a take without audio."""
        return self.files.get(name) if name is not None else None

    def get(self, name: str) -> Source:
        """Return the product of a task. Raises LookupError."""
        source = self.find(name)
        if source is None:
            raise LookupError(f"The task {name} has no product.")
        return source


@dataclass(frozen=True, slots=True)
class TaskRows:
    """The rows that a task belongs to, besides its job."""

    project: Project
    scene: Scene | None = None
    shot: Shot | None = None
    character: Character | None = None


class StageInput:
    """The rows that a task belongs to, its parameters, and the products of the tasks that it needs.

    Outside a job `config` has all defaults. The session is open only while a stage prepares its request.
    """

    def __init__(
        self, session: Session, rows: TaskRows, config: JobConfig, params: Facts, *, is_in_job: bool
    ) -> None:
        self.session, self.config, self.params, self.is_in_job = session, config, params, is_in_job
        self._rows = rows

    @property
    def project(self) -> Project:
        """The task's project."""
        return self._rows.project

    @property
    def character(self) -> Character | None:
        """The task's character; None when it has none."""
        return self._rows.character

    @property
    def scene(self) -> Scene:
        """The task's scene. Raises LookupError when it has none, or it was deleted."""
        if self._rows.scene is None:
            raise LookupError("The task has no scene.")
        return self._rows.scene

    @property
    def shot(self) -> Shot:
        """The task's shot, the first of its scene when it names none. Raises LookupError as `scene` does."""
        return self._rows.shot or self.scene.first_shot

    @property
    def is_of_shot(self) -> bool:
        """Return whether the task is one shot's, and not a whole scene's."""
        return self._rows.shot is not None

    @cached_property
    def scenes(self) -> Sequence[Scene]:
        """All scenes of the project, in order."""
        return SceneService(self.session).list_of(self.project.id)

    @cached_property
    def products(self) -> Products:
        """The products of the needed tasks."""
        return Products()

    @property
    def look(self) -> Look:
        """The size, style and seed of the project's pictures."""
        return choose_look(self.project, self.config)

    @cached_property
    def cast(self) -> Cast:
        """The cast of the project."""
        return CharacterService(self.session).get_cast(self.project.id)

    @property
    def brief(self) -> ShotBrief:
        """The shot as the image provider reads it. Raises LookupError as `scene` does."""
        return make_brief(self.scene, self.shot, self.cast)

    @property
    def overridden(self) -> frozenset[str]:
        """The digests of the project's content whose verdict an admin has overridden."""
        return ModerationService(self.session).list_overridden(self.project.id)

    @property
    def uploaded_still(self) -> Source | None:
        """The uploaded still that a job uses instead of drawing one; None when the shot does not show it.

        It is None outside a job: there the owner has requested a new drawing.
        """
        key = self.shot.still_key if self.is_in_job else None
        asset = self._find_uploaded_still(key) if key else None
        return make_source(asset) if asset else None

    @property
    def uploaded_portrait(self) -> Source | None:
        """The picture by which a job draws the task's character: its reference, or its uploaded portrait.

        It is None outside a job, as `uploaded_still` is.
        """
        if self.character is None or not self.is_in_job:
            return None
        asset = AssetService(self.session).get_picture_of_character(self.character)
        return make_source(asset) if asset else None

    @property
    def uploaded_take(self) -> Source | None:
        """The uploaded recording that replaces a spoken take; None when there is none."""
        asset = self._find_uploaded_take()
        return make_source(asset) if asset else None

    def _find_uploaded_take(self) -> Asset | None:
        return AssetService(self.session).get_upload_of_scene(self.scene.id, "narration")

    def _find_uploaded_still(self, storage_key: str) -> Asset | None:
        return AssetService(self.session).get_uploaded_still(self.project.id, storage_key)


class TaskInput(StageInput):
    """The input of a stored task."""

    def __init__(self, session: Session, task: Task) -> None:
        job = session.get(Job, task.job_id) if task.job_id else None
        rows = TaskRows(
            get_project(session, task),
            session.get(Scene, task.scene_id) if task.scene_id else None,
            get_shot(session, task) if task.shot_id else None,
            get_character(session, task) if task.character_id else None,
        )
        config = JobConfig.model_validate(job.config) if job else JobConfig()
        super().__init__(session, rows, config, task.params, is_in_job=task.job_id is not None)
        self._task_id = task.id

    @cached_property
    def products(self) -> Products:
        """The products of the needed tasks, with portraits in the order of the characters' names."""
        rows = self.session.execute(
            select(Task, Artifact)
            .join(Artifact, Artifact.id == Task.artifact_id)
            .join(TaskNeed, TaskNeed.needed_id == Task.id)
            .where(TaskNeed.task_id == self._task_id)
        ).all()
        portraits = {
            str(task.params["character"]): make_source(made)
            for task, made in rows
            if task.stage == StageName.PORTRAIT
        }
        files = {get_name(task): make_source(made) for task, made in rows}
        return Products(files, dict(sorted(portraits.items())))


def choose_look(project: Project, config: JobConfig) -> Look:
    """Return the size, style and seed of the pictures of a project's film."""
    size = frame_size(config.resolution, project.aspect_ratio)
    return Look(size=size, style=project.style, seed=config.seed)


def make_source(file: Artifact | Asset) -> Source:
    """Return an artifact or an upload as a source; the digest of an upload is its SHA-256."""
    digest = file.digest if isinstance(file, Artifact) else file.sha256 or ""
    return Source(digest, file.storage_key, file.meta)


def identify_provider(provider: Provider) -> dict[str, object]:
    """Return the entries of a recipe that identify a provider: its name and its model."""
    return {"provider": provider.capabilities.name, "model": provider.capabilities.model}
