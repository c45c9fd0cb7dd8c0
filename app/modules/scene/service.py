"""Scenes: cut by the system, then read, edited and ordered by their owner."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.modules.auth.models import User
from app.modules.character.cast import Cast
from app.modules.character.models import Character
from app.modules.character.service import CharacterService
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.scene.casting import SceneCasting, cast_found
from app.modules.scene.drafts import draft_of, drop_outdated_place, scene_from
from app.modules.scene.errors import IncompleteOrder, SceneNotFound, TooManyScenes, TooManyShots
from app.modules.scene.members import list_members
from app.modules.scene.models import Scene
from app.modules.scene.repository import SceneRepository
from app.modules.scene.schemas import (
    MAX_SCENES_WITH_SHOTS,
    ProjectWithScenes,
    SceneCreate,
    SceneRead,
    SceneUpdate,
    ShotRead,
)
from app.modules.scene.shooting import OF_SHOTS, cover_changed, reshoot, write_first_shot
from app.providers.registry import storage
from app.story.scene import MAX_SCENES, StoryDraft
from app.story.segmentation import complete
from app.story.shot import MAX_SHOTS

DERIVABLE = ("time_of_day", "mood", "shot_type", "camera_move")
_CAST = ("characters", "character_prompts")
_READ_FROM_ELSEWHERE = ("character_paths", "shots")


class SceneService:
    """Decides who may see and change which scene."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.scenes = SceneRepository(session)
        self.projects = ProjectService(session)
        self.characters = CharacterService(session)

    def get_project(self, project_id: int, user: User) -> ProjectWithScenes:
        """Read a project with its scenes in order."""
        project = self.projects.get(project_id, user)
        scenes = self.read_all(self.scenes.list_of(project.id), project.id)
        fields = {name: getattr(project, name) for name in ProjectWithScenes.model_fields if name != "scenes"}
        return ProjectWithScenes(**fields, scenes=scenes)

    def read(self, scene: Scene) -> SceneRead:
        """Return a scene as clients see it."""
        return self.read_all([scene], scene.project_id)[0]

    def read_all(self, scenes: Iterable[Scene], project_id: int) -> list[SceneRead]:
        """Return scenes of one project as clients see them, with the portraits that its characters have.

        More than 200 are returned without their shots.
        """
        cast, listed = self.characters.get_cast(project_id), list(scenes)
        has_shots = len(listed) <= MAX_SCENES_WITH_SHOTS
        return [read_scene(scene, cast, has_shots=has_shots) for scene in listed]

    def list_owned(self, project_id: int, user: User) -> Sequence[Scene]:
        """List a project's scenes in order."""
        return self.scenes.list_of(self.projects.get(project_id, user).id)

    def replace(self, project: Project, story: StoryDraft) -> None:
        """Put new scenes in the place of the old ones, and join the story's cast with the project's."""
        self.scenes.delete_of(project.id)
        cast = self.characters.recast(project, story)
        drafts = [cast_found(draft, cast) for draft in story.scenes]
        self.scenes.add_all([scene_from(draft, project.id, index) for index, draft in enumerate(drafts)])

    def create(self, project_id: int, request: SceneCreate, user: User) -> Scene:
        """Insert a scene; what is not given is derived from its description and the scene before it."""
        project = self.projects.get_idle(project_id, user)
        count = self.scenes.count_of(project.id)
        if count >= MAX_SCENES:
            raise TooManyScenes
        index = count if request.scene_index is None else min(request.scene_index, count)
        before = self.scenes.get_at(project.id, index - 1)
        given = request.model_dump(exclude_unset=True, exclude={"description", "scene_index"})
        given = {name: value for name, value in given.items() if value or name not in DERIVABLE}
        draft = complete(request.description, given, draft_of(before) if before else None, project.language)
        draft = SceneCasting(self.session, project).cast_new(draft, given)
        if self.scenes.count_shots(project.id) + len(draft.shots) > MAX_SHOTS:
            raise TooManyShots
        self.scenes.shift(project.id, index, 1)
        scene = scene_from(draft, project.id, index)
        write_first_shot(scene, given)
        return self.scenes.add(scene)

    def update(self, project_id: int, scene_id: int, request: SceneUpdate, user: User) -> Scene:
        """Change what is given."""
        project = self.projects.get_idle(project_id, user)
        scene = self.get(scene_id, project.id)
        before = draft_of(scene)
        changes = request.model_dump(exclude_unset=True)
        changes |= _derive_words(scene, changes, project.language)
        for name, value in changes.items():
            if name not in (*_CAST, *OF_SHOTS):
                setattr(scene, name, value)
        if changes.keys() & set(_CAST):
            SceneCasting(self.session, project).cast_changed(scene, changes)
        drop_outdated_place(scene, before)
        previous = self.scenes.get_at(project.id, scene.scene_index - 1)
        cover_changed(scene, previous, before, changes, project.language)
        write_first_shot(scene, changes)
        self.session.flush()
        return scene

    def delete(self, project_id: int, scene_id: int, user: User) -> None:
        """Remove a scene; the indexes close up."""
        scene = self._get_editable(project_id, scene_id, user)
        self.scenes.delete(scene)
        self.scenes.shift(project_id, scene.scene_index + 1, -1)

    def reorder(self, project_id: int, scene_ids: Sequence[int], user: User) -> Sequence[Scene]:
        """Put the scenes in the order of these ids, which must be all of them."""
        project = self.projects.get_idle(project_id, user)
        scenes = self.scenes.list_of(project.id)
        by_id = {scene.id: scene for scene in scenes}
        if sorted(by_id) != sorted(scene_ids):
            raise IncompleteOrder
        ordered = [by_id[scene_id] for scene_id in scene_ids]
        earlier = dict(zip(map(_get_id, scenes), [None, *scenes], strict=False))
        for index, (scene, before) in enumerate(zip(ordered, [None, *ordered], strict=False)):
            scene.scene_index = index
            if earlier[scene.id] is not before:
                reshoot(scene, before, project.language)
        self.session.flush()
        return ordered

    def get(self, scene_id: int, project_id: int) -> Scene:
        """Find a scene of a project that the caller has checked to be the user's. Raises SceneNotFound."""
        scene = self.scenes.get(scene_id, project_id)
        if scene is None:
            raise SceneNotFound
        return scene

    def find_at(self, project_id: int, index: int) -> Scene | None:
        """Find the scene at a place of the order, counted from 0."""
        return self.scenes.get_at(project_id, index)

    def list_of(self, project_id: int) -> list[Scene]:
        """List a project's scenes in order; the caller has checked that it may see them."""
        return self.scenes.list_of(project_id)

    def delete_of_project(self, project_id: int) -> None:
        """Delete all scenes of a project."""
        self.scenes.delete_of(project_id)

    def has_scenes(self, project_id: int) -> bool:
        """Return whether a project has been cut into scenes."""
        return self.scenes.count_of(project_id) > 0

    def show_still(self, scene_id: int, storage_key: str, shot_id: int | None = None) -> None:
        """Show a file as the still of a shot, or of a scene's first one, unless it was deleted."""
        scene = self.scenes.get_locked(scene_id)
        for shot in scene.shots if scene else ():
            if shot.id == shot_id or (shot_id is None and shot.shot_index == 0):
                shot.still_key = storage_key

    def show_portrait(self, scene_id: int, name: str, storage_key: str) -> None:
        """Show a file as the portrait of a scene's character on all scenes, where it looks alike on this one.

        Nothing happens when the scene was deleted.
        """
        scene = self.scenes.get_locked(scene_id)
        if scene is None:
            return
        keys = {known: key for known, key in scene.character_keys.items() if known != name}
        character = self.characters.get_cast(scene.project_id).find(name)
        if character is not None and _is_shown_alike(scene, character):
            self.characters.show_portrait(character.id, storage_key)
        else:
            keys[name] = storage_key
        scene.character_keys = keys

    def remove_still(self, scene_id: int, storage_key: str) -> list[int]:
        """Show a file no longer, neither as a still nor as a portrait; return the ids of shots without it."""
        scene = self.scenes.get_locked(scene_id)
        if scene is None:
            return []
        shots = [shot for shot in scene.shots if shot.still_key == storage_key]
        for shot in shots:
            shot.still_key = None
        scene.character_keys = {name: key for name, key in scene.character_keys.items() if key != storage_key}
        return [shot.id for shot in shots]

    def _get_editable(self, project_id: int, scene_id: int, user: User) -> Scene:
        return self.get(scene_id, self.projects.get_idle(project_id, user).id)


def _get_id(scene: Scene) -> int:
    return scene.id


def _derive_words(scene: Scene, changes: Mapping[str, Any], language: str) -> dict[str, str]:
    """Return the words that are derived anew, because a change leaves them empty."""
    wanted = [name for name in DERIVABLE if changes.get(name) == ""]
    if not wanted:
        return {}
    stated = {name: changes.get(name, getattr(scene, name)) for name in ("heading", "setting", "characters")}
    given = {name: changes[name] for name in DERIVABLE if changes.get(name)}
    draft = complete(changes.get("description", scene.description), stated | given, None, language)
    return {name: getattr(draft, name) for name in wanted}


def read_scene(scene: Scene, cast: Cast, *, has_shots: bool) -> SceneRead:
    """Return a scene as clients see it, with the portraits of the cast where it has none of its own."""
    fields = {
        name: getattr(scene, name) for name in SceneRead.model_fields if name not in _READ_FROM_ELSEWHERE
    }
    keys = [
        scene.character_keys.get(name) or _find_portrait(scene, cast.find(name)) for name in scene.characters
    ]
    paths = [storage().url(key) if key else None for key in keys]
    shots = [ShotRead.model_validate(shot) for shot in scene.shots] if has_shots else None
    return SceneRead.model_validate({**fields, "character_paths": paths, "shots": shots})


def _find_portrait(scene: Scene, character: Character | None) -> str | None:
    if character is None or not _is_shown_alike(scene, character):
        return None
    return character.portrait_key


def _is_shown_alike(scene: Scene, character: Character) -> bool:
    """Return whether a character looks on a scene as it does on all others."""
    members = [one for one in list_members(scene) if one.is_called(character.name)]
    return any(one.follows(character.prompt) for one in members)
