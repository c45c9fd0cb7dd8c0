"""Scenes: cut by the system, then read, edited and ordered by their owner."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import zip_longest
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from app.modules.auth.models import User
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.scene.errors import IncompleteOrder, SceneNotFound, TooManyScenes
from app.modules.scene.models import Scene
from app.modules.scene.repository import SceneRepository
from app.modules.scene.schemas import ProjectWithScenes, SceneCreate, SceneRead, SceneUpdate
from app.story.scene import MAX_SCENES, DialogueLine, SceneDraft
from app.story.segmentation import complete
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place
from app.vocabulary.staging import Staging

_LOOKS = TypeAdapter(tuple[CharacterLook | None, ...])
_PLACE = TypeAdapter(Place | None)
_STAGING = TypeAdapter(Staging | None)
_WORDS_OF_PLACE = ("heading", "setting", "background_prompt")


class SceneService:
    """Decides who may see and change which scene."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.scenes = SceneRepository(session)
        self.projects = ProjectService(session)

    def get_project(self, project_id: int, user: User) -> ProjectWithScenes:
        """Read a project with its scenes in order."""
        project = self.projects.get(project_id, user)
        scenes = [SceneRead.model_validate(scene) for scene in self.scenes.list_of(project.id)]
        fields = {name: getattr(project, name) for name in ProjectWithScenes.model_fields if name != "scenes"}
        return ProjectWithScenes(**fields, scenes=scenes)

    def list_owned(self, project_id: int, user: User) -> Sequence[Scene]:
        """List a project's scenes in order."""
        return self.scenes.list_of(self.projects.get(project_id, user).id)

    def replace(self, project: Project, drafts: Sequence[SceneDraft]) -> None:
        """Put new scenes in the place of the old ones."""
        self.scenes.delete_of(project.id)
        self.scenes.add_all([scene_from(draft, project.id, i) for i, draft in enumerate(drafts)])

    def create(self, project_id: int, request: SceneCreate, user: User) -> Scene:
        """Insert a scene; what is not given is derived from its description and the scene before it."""
        project = self.projects.get_idle(project_id, user)
        count = self.scenes.count_of(project.id)
        if count >= MAX_SCENES:
            raise TooManyScenes
        index = count if request.scene_index is None else min(request.scene_index, count)
        before = self.scenes.get_at(project.id, index - 1)
        given = request.model_dump(exclude_unset=True, exclude={"description", "scene_index"})
        draft = complete(request.description, given, draft_of(before) if before else None, project.language)
        self.scenes.shift(project.id, index, 1)
        return self.scenes.add(scene_from(draft, project.id, index))

    def update(self, project_id: int, scene_id: int, request: SceneUpdate, user: User) -> Scene:
        """Change what is given."""
        scene = self._get_editable(project_id, scene_id, user)
        before = draft_of(scene)
        for name, value in request.model_dump(exclude_unset=True).items():
            setattr(scene, name, value)
        drop_outdated_data(scene, before)
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
        by_id = {scene.id: scene for scene in self.scenes.list_of(project.id)}
        if sorted(by_id) != sorted(scene_ids):
            raise IncompleteOrder
        for index, scene_id in enumerate(scene_ids):
            by_id[scene_id].scene_index = index
        self.session.flush()
        return [by_id[scene_id] for scene_id in scene_ids]

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

    def _get_editable(self, project_id: int, scene_id: int, user: User) -> Scene:
        return self.get(scene_id, self.projects.get_idle(project_id, user).id)


def scene_from(draft: SceneDraft, project_id: int, index: int) -> Scene:
    """Return a new row of a draft."""
    fields: dict[str, Any] = asdict(draft)
    for name in ("dialogue", "characters", "character_prompts", "notes"):
        fields[name] = list(fields[name])
    fields["looks"] = _LOOKS.dump_python(draft.looks, mode="json")
    fields["place"] = _PLACE.dump_python(draft.place, mode="json")
    fields["staging"] = _STAGING.dump_python(draft.staging, mode="json")
    return Scene(project_id=project_id, scene_index=index, **fields)


def draft_of(scene: Scene) -> SceneDraft:
    """Return the draft of a row; rows older than the columns of data have no looks, place or staging."""
    fields = {name: getattr(scene, name) for name in SceneDraft.__dataclass_fields__}
    fields["dialogue"] = tuple(DialogueLine(**line) for line in scene.dialogue)
    for name in ("characters", "character_prompts", "notes"):
        fields[name] = tuple(fields[name])
    fields["looks"] = _LOOKS.validate_python(scene.looks or ())
    fields["place"] = _PLACE.validate_python(scene.place)
    fields["staging"] = _STAGING.validate_python(scene.staging)
    return SceneDraft(**fields)


def drop_outdated_data(scene: Scene, before: SceneDraft) -> None:
    """Drop the looks, the place and the staging whose words are not those of `before` any more."""
    old = list(zip(before.characters, before.character_prompts, scene.looks or (), strict=False))
    new = list(zip_longest(scene.characters, scene.character_prompts))[: len(scene.characters)]
    same = [old[at][:2] == pair if at < len(old) else False for at, pair in enumerate(new)]
    looks = [old[at][2] if is_same else None for at, is_same in enumerate(same)]
    scene.looks = looks if any(looks) else None
    if any(getattr(scene, name) != getattr(before, name) for name in _WORDS_OF_PLACE):
        scene.place = None
    if scene.description != before.description:
        scene.staging = None
