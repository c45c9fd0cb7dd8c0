"""Scenes: what a story was cut into."""

from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.closed_word import ClosedWord
from app.core.database import Base, LongText, PrimaryKey, Timestamps
from app.providers.registry import storage
from app.vocabulary import closed


class Scene(Timestamps, Base):
    """One scene of a project; the keys point at its stills in storage.

    `character_keys` has portraits of characters who look otherwise on this scene than on the rest.
    """

    __tablename__ = "scenes"
    __table_args__ = (Index(None, "project_id", "scene_index"), Base.__table_args__)

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    scene_index: Mapped[int]
    heading: Mapped[str] = mapped_column(LongText)
    description: Mapped[str] = mapped_column(LongText)
    narration: Mapped[str] = mapped_column(LongText)
    dialogue: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    characters: Mapped[list[str]] = mapped_column(JSON, default=list)
    background_prompt: Mapped[str] = mapped_column(LongText)
    background_key: Mapped[str | None] = mapped_column(String(255))
    character_prompts: Mapped[list[str]] = mapped_column(JSON, default=list)
    character_keys: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    setting: Mapped[str] = mapped_column(LongText)
    time_of_day: Mapped[str] = mapped_column(ClosedWord(closed.TIME_OF_DAY.nearest))
    mood: Mapped[str] = mapped_column(ClosedWord(closed.MOOD.nearest))
    shot_type: Mapped[str] = mapped_column(ClosedWord(closed.SHOT_TYPE.nearest))
    camera_move: Mapped[str] = mapped_column(ClosedWord(closed.CAMERA_MOVE.nearest))
    duration_sec: Mapped[float] = mapped_column(Float)
    notes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    # What the scene shows as data; None, or None in the list, where only words describe it.
    looks: Mapped[list[dict[str, Any] | None] | None] = mapped_column(JSON(none_as_null=True))
    place: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    staging: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    # Its events, with offsets into the description; None where this was edited since.
    beats: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))

    @property
    def background_path(self) -> str | None:
        """A signed address of the scene's panel."""
        return storage().url(self.background_key) if self.background_key else None
