"""Characters: the cast of a project."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.closed_word import ClosedWord
from app.core.database import Base, BigId, LongText, PrimaryKey, Timestamps
from app.providers.registry import storage
from app.vocabulary import closed

NAME_CHARACTERS = 200
VOICE_CHARACTERS = 80


class Character(Timestamps, Base):
    """One character of a project.

    `position` is its place in the order of importance. `look` holds the words of its appearance; None where
    only `prompt` describes it. A prompt that `is_prompt_written` by a person overrules the look. The row of
    a deleted character stays, so that it isn't found in the story again.
    """

    __tablename__ = "characters"
    # Tasks and assets name characters that may be gone, so no id is used twice.
    __table_args__ = (
        Index(None, "project_id", "position"),
        {**Base.__table_args__, "sqlite_autoincrement": True},
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(NAME_CHARACTERS))
    aliases: Mapped[list[str]] = mapped_column(JSON, default=list)
    kind: Mapped[str] = mapped_column(ClosedWord(closed.KIND.nearest), default=closed.KIND.default)
    species: Mapped[str | None] = mapped_column(String(NAME_CHARACTERS))
    age: Mapped[str] = mapped_column(ClosedWord(closed.AGE.nearest), default=closed.AGE.default)
    gender: Mapped[str] = mapped_column(ClosedWord(closed.GENDER.nearest), default=closed.GENDER.default)
    role: Mapped[str | None] = mapped_column(String(NAME_CHARACTERS))
    look: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    prompt: Mapped[str] = mapped_column(LongText, default="")
    is_prompt_written: Mapped[bool] = mapped_column(default=False)
    voice: Mapped[str | None] = mapped_column(String(VOICE_CHARACTERS))
    portrait_key: Mapped[str | None] = mapped_column(String(255))
    reference_asset_id: Mapped[int | None] = mapped_column(BigId)
    is_edited: Mapped[bool] = mapped_column(default=False)
    is_deleted: Mapped[bool] = mapped_column(default=False)

    @property
    def portrait_path(self) -> str | None:
        """A signed address of the portrait; None until it is drawn."""
        return storage().url(self.portrait_key) if self.portrait_key else None
