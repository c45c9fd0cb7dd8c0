"""Shots: made by the system, then edited, split and joined by their owner."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.modules.auth.models import User
from app.modules.project.models import Project
from app.modules.scene.drafts import draft_of_shot, shot_from, write_shot
from app.modules.scene.errors import EmptyShot, NoNextShot, ShotNotFound, TooManyShots, UnknownCharacter
from app.modules.scene.models import Scene, Shot
from app.modules.scene.repository import SceneRepository
from app.modules.scene.schemas import ShotUpdate
from app.modules.scene.service import SceneService
from app.modules.scene.shooting import derive_words, set_shots, stage
from app.modules.scene.stamps import SceneStamp, ShotStamp
from app.story.coverage import EmptyShotError, join_shots, split_shot
from app.story.shot import MAX_SHOTS, MAX_SHOTS_OF_SCENE

_STAGED = {"shot_type", "angle", "characters", "props", "action"}
"""The fields whose change stages a shot anew."""
_DERIVABLE = ("shot_type", "angle", "camera_move")


class ShotService:
    """Decides who may see and change which shot; each change locks the project's row."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.scenes = SceneService(session)
        self.repository = SceneRepository(session)

    def list_owned(self, project_id: int, scene_id: int, user: User) -> Sequence[Shot]:
        """List the shots of a scene in order. Raises ProjectNotFound or SceneNotFound."""
        return self.scenes.get(scene_id, self.scenes.projects.get(project_id, user).id).shots

    def get(self, project_id: int, scene_id: int, shot_id: int, user: User) -> Shot:
        """Return a shot. Raises ProjectNotFound, SceneNotFound or ShotNotFound."""
        return find_shot(self.scenes.get(scene_id, self.scenes.projects.get(project_id, user).id), shot_id)

    def update(self, project_id: int, scene_id: int, shot_id: int, request: ShotUpdate, user: User) -> Shot:
        """Change what is given, and stage the shot anew where that follows.

        Raises ProjectNotFound, ProjectBusy, SceneNotFound, ShotNotFound or UnknownCharacter.
        """
        project, scene = self._get_editable(project_id, scene_id, user)
        shot, changes = find_shot(scene, shot_id), request.model_dump(exclude_unset=True)
        if "characters" in changes:
            changes["characters"] = self._name_characters(changes["characters"], project)
        wanted = [name for name in _DERIVABLE if changes.get(name) == ""]
        if wanted:
            previous = self.repository.get_at(project.id, scene.scene_index - 1)
            changes |= derive_words(shot, scene, previous, project.language, wanted)
        for name, value in changes.items():
            setattr(shot, name, value)
        shot.is_edited = shot.is_edited or bool(changes)
        if changes.keys() & _STAGED:
            stage(shot, scene)
        self.session.flush()
        return shot

    def split(self, project_id: int, scene_id: int, shot_id: int, at: int, user: User) -> list[Shot]:
        """Split a shot at an offset into its text, and return both parts; the first one keeps the id.

        Raises ProjectNotFound, ProjectBusy, SceneNotFound, ShotNotFound, EmptyShot or TooManyShots.
        """
        project, scene = self._get_editable(project_id, scene_id, user)
        shot = find_shot(scene, shot_id)
        is_full = len(scene.shots) >= MAX_SHOTS_OF_SCENE
        if is_full or self.repository.count_shots(project.id) >= MAX_SHOTS:
            raise TooManyShots
        if not 0 < at < len(shot.text):
            raise EmptyShot
        try:
            first, second = split_shot(draft_of_shot(shot), at)
        except EmptyShotError as error:
            raise EmptyShot from error
        write_shot(shot, first)
        part = shot_from(second, 0)
        part.still_key = shot.still_key
        shot.is_edited = part.is_edited = True
        shots = list(scene.shots)
        shots.insert(shot.shot_index + 1, part)
        set_shots(scene, shots)
        self.session.flush()
        return [shot, part]

    def join(self, project_id: int, scene_id: int, shot_id: int, user: User) -> Shot:
        """Join a shot with the next one, and return it.

        Raises ProjectNotFound, ProjectBusy, SceneNotFound, ShotNotFound or NoNextShot.
        """
        _, scene = self._get_editable(project_id, scene_id, user)
        shot = find_shot(scene, shot_id)
        following = scene.shots[shot.shot_index + 1 :]
        if not following:
            raise NoNextShot
        write_shot(shot, join_shots(draft_of_shot(shot), draft_of_shot(following[0])))
        shot.is_edited = True
        set_shots(scene, [one for one in scene.shots if one is not following[0]])
        self.session.flush()
        return shot

    def list_stamps(self, project_id: int) -> tuple[list[SceneStamp], list[ShotStamp]]:
        """Return when each scene of a project, in order, and each shot was changed last."""
        return self.repository.list_scene_stamps(project_id), self.repository.list_shot_stamps(project_id)

    def get_in_project(self, shot_id: int, project_id: int) -> Shot:
        """Return a shot of a project that the caller has checked to be the user's. Raises ShotNotFound."""
        shot = self.repository.get_shot(shot_id, project_id)
        if shot is None:
            raise ShotNotFound
        return shot

    def _get_editable(self, project_id: int, scene_id: int, user: User) -> tuple[Project, Scene]:
        project = self.scenes.projects.get_idle(project_id, user)
        return project, self.scenes.get(scene_id, project.id)

    def _name_characters(self, names: Sequence[str], project: Project) -> list[str]:
        """Return the names that the cast has for these. Raises UnknownCharacter."""
        cast = self.scenes.characters.get_cast(project.id)
        found = [cast.find(name) for name in names]
        unknown = [name for name, character in zip(names, found, strict=True) if character is None]
        if unknown:
            raise UnknownCharacter(f"There is no character “{unknown[0]}” in this project; add it first.")
        return list(dict.fromkeys(character.name for character in found if character))


def find_shot(scene: Scene, shot_id: int) -> Shot:
    """Return a shot of a scene. Raises ShotNotFound."""
    for shot in scene.shots:
        if shot.id == shot_id:
            return shot
    raise ShotNotFound
