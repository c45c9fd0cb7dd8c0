"""The rows to which a task belongs, and the names and the place that follow from them."""

from typing import TypeVar

from sqlalchemy.orm import Session

from app.modules.asset.service import AssetPlace
from app.modules.character.models import Character
from app.modules.character.service import CharacterService
from app.modules.job.models import Job
from app.modules.project.models import Project
from app.modules.scene.models import Scene, Shot
from app.modules.task.models import Task

Row = TypeVar("Row")


def get_project(session: Session, task: Task) -> Project:
    """Return a task's project. Raises LookupError when it was deleted."""
    return _require(session.get(Project, task.project_id), task)


def get_job(session: Session, task: Task) -> Job:
    """Return a task's job. Raises LookupError when it has none, or it was deleted."""
    return _require(session.get(Job, task.job_id), task)


def get_scene(session: Session, task: Task) -> Scene:
    """Return a task's scene. Raises LookupError when it has none, or it was deleted."""
    return _require(session.get(Scene, task.scene_id), task)


def get_shot(session: Session, task: Task) -> Shot:
    """Return a task's shot. Raises LookupError when it was deleted."""
    return _require(session.get(Shot, task.shot_id), task)


def get_character(session: Session, task: Task) -> Character:
    """Return a task's character. Raises LookupError when it has none, or it was deleted."""
    return _require(CharacterService(session).find(task.character_id or 0, task.project_id), task)


def get_name(task: Task) -> str:
    """Return the name of a task of a job, which is unique within the job."""
    return task.subject.partition("/")[2]


def get_asset_place(task: Task) -> AssetPlace:
    """Return the project, job, scene, shot and character to which the assets of a task's product belong."""
    return AssetPlace(task.project_id, task.job_id, task.scene_id, task.character_id, task.shot_id)


def name_place(session: Session, task: Task) -> str:
    """Return the part of a filename that says where a product belongs: `003B`, or `003` for a whole scene.

    Raises LookupError when the scene or the shot was deleted.
    """
    scene = get_scene(session, task)
    letters = get_shot(session, task).letters if task.shot_id else ""
    return f"{scene.scene_index + 1:03d}{letters}"


def _require(row: Row | None, task: Task) -> Row:
    """Return a row. Raises LookupError for one that is missing."""
    if row is None:
        raise LookupError(f"A row to which task {task.id} belongs is missing.")
    return row
