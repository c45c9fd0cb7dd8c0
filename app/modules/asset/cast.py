"""Changes of characters that depend on assets: their references, and the pictures of merged ones."""

from sqlalchemy.orm import Session

from app.modules.asset.repository import AssetRepository
from app.modules.asset.service import CHARACTER_TYPES
from app.modules.auth.models import User
from app.modules.character.errors import ReferenceUnfit
from app.modules.character.schemas import CharacterCreate, CharacterRead, CharacterUpdate
from app.modules.scene.cast_service import CastService


class CastEditor:
    """Changes the characters of users' projects."""

    def __init__(self, session: Session) -> None:
        self.cast = CastService(session)
        self.assets = AssetRepository(session)

    def create(self, project_id: int, request: CharacterCreate, user: User) -> CharacterRead:
        """Add a character. Raises as `CastService.create` does, or ReferenceUnfit."""
        project = self.cast.projects.get_idle(project_id, user)
        self._check_reference(request, project.id)
        return self.cast.create(project_id, request, user)

    def update(
        self, project_id: int, character_id: int, request: CharacterUpdate, user: User
    ) -> CharacterRead:
        """Change a character. Raises as `CastService.update` does, or ReferenceUnfit."""
        character = self.cast.get_editable(project_id, character_id, user)
        self._check_reference(request, character.project_id)
        return self.cast.update(project_id, character_id, request, user)

    def delete(self, project_id: int, character_id: int, user: User) -> None:
        """Delete a character, but not its pictures. Raises as `CastService.delete` does."""
        self.cast.delete(project_id, character_id, user)
        self.assets.move_to_character(project_id, character_id, None)

    def merge(self, project_id: int, character_id: int, into: int, user: User) -> CharacterRead:
        """Merge a character into another one, with its assets. Raises as `CastService.merge` does."""
        character = self.cast.get_editable(project_id, character_id, user)
        survivor = self.cast.characters.get(into, character.project_id)
        self.assets.move_to_character(project_id, character.id, survivor.id)
        return self.cast.merge(project_id, character_id, into, user)

    def _check_reference(self, request: CharacterUpdate, project_id: int) -> None:
        if not request.reference_asset_id:
            return
        asset = self.assets.get_of_project(request.reference_asset_id, project_id)
        if asset is None or asset.type not in CHARACTER_TYPES:
            raise ReferenceUnfit
