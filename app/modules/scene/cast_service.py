"""The cast of a project for its owner: what is changed in a character is changed on all scenes."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.modules.auth.models import User
from app.modules.character.appearance import get_appearance
from app.modules.character.cast import Cast
from app.modules.character.errors import MergedWithItself
from app.modules.character.models import Character
from app.modules.character.schemas import CharacterCreate, CharacterRead, CharacterUpdate, LookRead
from app.modules.character.service import CharacterService
from app.modules.project.service import ProjectService
from app.modules.scene.casting import count_lines
from app.modules.scene.members import Member, member_of, recast_scene
from app.modules.scene.repository import SceneRepository
from app.modules.scene.shooting import reshoot

_COMPUTED = ("look", "lines", "kind", "species", "age", "gender", "role")


class CastService:
    """Reads and changes the characters of users' projects; each change locks the project's row."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.characters = CharacterService(session)
        self.projects = ProjectService(session)
        self.scenes = SceneRepository(session)

    def list_owned(self, project_id: int, user: User) -> list[CharacterRead]:
        """List a project's characters in the order of importance. Raises ProjectNotFound."""
        project = self.projects.get(project_id, user)
        return self._read(self.characters.get_cast(project.id).characters, project.id)

    def get(self, project_id: int, character_id: int, user: User) -> CharacterRead:
        """Return a character. Raises ProjectNotFound or CharacterNotFound."""
        project = self.projects.get(project_id, user)
        return self.read(self.characters.get(character_id, project.id))

    def create(self, project_id: int, request: CharacterCreate, user: User) -> CharacterRead:
        """Add a character to the end of the cast.

        Raises ProjectNotFound, ProjectBusy, NameTaken, TooManyCharacters or VoiceNotOffered.
        """
        project = self.projects.get_idle(project_id, user)
        return self.read(self.characters.add(project.id, request.model_dump(exclude_unset=True)))

    def update(
        self, project_id: int, character_id: int, request: CharacterUpdate, user: User
    ) -> CharacterRead:
        """Change what is given, on all scenes that do not show the character otherwise.

        Raises ProjectNotFound, ProjectBusy, CharacterNotFound, NameTaken or VoiceNotOffered.
        """
        character = self.get_editable(project_id, character_id, user)
        before = member_of(character)
        self.characters.change(character, request.model_dump(exclude_unset=True))
        after = member_of(character)
        if after != before:
            self._recast_scenes(project_id, before, after)
        self.session.flush()
        return self.read(character)

    def delete(self, project_id: int, character_id: int, user: User) -> None:
        """Delete a character, who leaves all scenes and isn't found again.

        Raises ProjectNotFound, ProjectBusy or CharacterNotFound.
        """
        character = self.get_editable(project_id, character_id, user)
        self._recast_scenes(project_id, member_of(character), None)
        self.characters.delete(character)

    def merge(self, project_id: int, character_id: int, into: int, user: User) -> CharacterRead:
        """Merge a character into another one, which gets its names, its lines and its places on scenes.

        Raises ProjectNotFound, ProjectBusy, CharacterNotFound or MergedWithItself.
        """
        character = self.get_editable(project_id, character_id, user)
        survivor = self.characters.get(into, project_id)
        if survivor is character:
            raise MergedWithItself
        before = member_of(character)
        self.characters.absorb(survivor, character)
        self._recast_scenes(project_id, before, member_of(survivor))
        self.session.flush()
        return self.read(survivor)

    def get_editable(self, project_id: int, character_id: int, user: User) -> Character:
        """Return a character of a project that is locked and idle.

        Raises ProjectNotFound, ProjectBusy or CharacterNotFound.
        """
        project = self.projects.get_idle(project_id, user)
        return self.characters.get(character_id, project.id)

    def read(self, character: Character) -> CharacterRead:
        """Return a character as clients see it."""
        return self._read([character], character.project_id)[0]

    def _recast_scenes(self, project_id: int, before: Member, after: Member | None) -> None:
        """Recast all scenes; those that a character leaves are filmed in other shots."""
        project, scenes = self.projects.find_locked(project_id), self.scenes.list_locked(project_id)
        for scene, previous in zip(scenes, [None, *scenes], strict=False):
            shown = [shot for shot in scene.shots if any(map(before.is_called, shot.characters))]
            recast_scene(scene, before, after)
            if shown and after is None and project is not None:
                reshoot(scene, previous, project.language)
        self.session.flush()

    def _read(self, characters: Iterable[Character], project_id: int) -> list[CharacterRead]:
        cast: Cast = self.characters.get_cast(project_id)
        lines = count_lines(self.scenes.list_dialogues(project_id), cast)
        return [read_character(character, lines[character.id]) for character in characters]


def read_character(character: Character, lines: int) -> CharacterRead:
    """Return a character as clients see it, who speaks so many lines."""
    stored = {name: getattr(character, name) for name in CharacterRead.model_fields if name not in _COMPUTED}
    appearance = get_appearance(character)
    words = {name: word for name, word in appearance.look.items() if name in LookRead.model_fields}
    traits = {name: getattr(appearance, name) for name in ("kind", "species", "age", "gender", "role")}
    return CharacterRead.model_validate({**stored, **traits, "look": words, "lines": lines})
