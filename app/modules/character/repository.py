"""The queries of characters."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.modules.character.models import Character


class CharacterRepository:
    """Finds and stores the characters of projects that the caller has checked to be the user's."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def list_all(self, project_id: int) -> list[Character]:
        """Return a project's characters in the order of importance, deleted ones too."""
        statement = select(Character).where(Character.project_id == project_id)
        return list(self.session.scalars(statement.order_by(Character.position, Character.id)))

    def get(self, character_id: int, project_id: int) -> Character | None:
        statement = select(Character).where(Character.id == character_id, Character.project_id == project_id)
        return self.session.scalar(statement.where(Character.is_deleted.is_(False)))

    def get_locked(self, character_id: int) -> Character | None:
        """Return a character, read anew with its row locked until the transaction ends."""
        return self.session.scalar(
            select(Character)
            .where(Character.id == character_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )

    def list_locked(self, project_id: int) -> list[Character]:
        """Return a project's characters, read anew with their rows locked until the transaction ends."""
        return list(
            self.session.scalars(
                select(Character)
                .where(Character.project_id == project_id)
                .with_for_update()
                .execution_options(populate_existing=True)
            )
        )

    def count(self, project_id: int) -> int:
        statement = select(func.count()).select_from(Character).where(Character.project_id == project_id)
        return self.session.scalar(statement) or 0

    def add(self, character: Character) -> Character:
        self.session.add(character)
        self.session.flush()
        return character

    def delete(self, character: Character) -> None:
        self.session.delete(character)
        self.session.flush()
