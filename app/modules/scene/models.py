"""Scenes, into which a story was cut, and the shots in which they are filmed."""

from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.closed_word import ClosedWord
from app.core.database import Base, LongText, PrimaryKey, Timestamps
from app.providers.registry import storage
from app.story.shot import letter_shot, name_shot
from app.vocabulary import closed


class Shot(Timestamps, Base):
    """One shot of a scene; `still_key` points at its still in storage.

    `duration_sec` is the planned screen time in seconds. The staging is None where only words describe the
    shot; the beats have offsets into the scene's description, and are None where that was edited since.
    """

    __tablename__ = "shots"
    __table_args__ = (
        Index(None, "scene_id", "shot_index"),
        # Tasks and assets name shots that may be gone: no id is used again.
        {**Base.__table_args__, "sqlite_autoincrement": True},
    )

    id: Mapped[PrimaryKey]
    scene_id: Mapped[int] = mapped_column(ForeignKey("scenes.id", ondelete="CASCADE"))
    shot_index: Mapped[int]
    text: Mapped[str] = mapped_column(LongText)
    action: Mapped[str] = mapped_column(LongText)
    characters: Mapped[list[str]] = mapped_column(JSON)
    props: Mapped[list[str]] = mapped_column(JSON)
    shot_type: Mapped[str] = mapped_column(ClosedWord(closed.SHOT_TYPE.nearest))
    angle: Mapped[str] = mapped_column(ClosedWord(closed.ANGLE.nearest))
    camera_move: Mapped[str] = mapped_column(ClosedWord(closed.CAMERA_MOVE.nearest))
    prompt: Mapped[str] = mapped_column(LongText)
    still_key: Mapped[str | None] = mapped_column(String(255))
    duration_sec: Mapped[float] = mapped_column(Float)
    is_edited: Mapped[bool] = mapped_column(default=False)
    staging: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    beats: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    scene: Mapped["Scene"] = relationship(back_populates="shots")

    @property
    def letters(self) -> str:
        """The letters of the shot within its scene, such as "B"."""
        return letter_shot(self.shot_index)

    @property
    def number(self) -> str:
        """The number of the shot in the film, such as "3B"."""
        return name_shot(self.scene.scene_index, self.shot_index)

    @property
    def still_path(self) -> str | None:
        """A signed address of the still."""
        return storage().url(self.still_key) if self.still_key else None


class Scene(Timestamps, Base):
    """One scene of a project, which has at least one shot.

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
    character_prompts: Mapped[list[str]] = mapped_column(JSON, default=list)
    character_keys: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    setting: Mapped[str] = mapped_column(LongText)
    time_of_day: Mapped[str] = mapped_column(ClosedWord(closed.TIME_OF_DAY.nearest))
    mood: Mapped[str] = mapped_column(ClosedWord(closed.MOOD.nearest))
    notes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    # What the scene shows as data; None, or None in the list, where only words describe it.
    looks: Mapped[list[dict[str, Any] | None] | None] = mapped_column(JSON(none_as_null=True))
    place: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    shots: Mapped[list[Shot]] = relationship(
        back_populates="scene",
        order_by=Shot.shot_index,
        lazy="selectin",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    @property
    def first_shot(self) -> Shot:
        """The shot that opens the scene."""
        return self.shots[0]

    @property
    def shot_type(self) -> str:
        """The size of the first shot."""
        return self.first_shot.shot_type

    @property
    def camera_move(self) -> str:
        """The camera move of the first shot."""
        return self.first_shot.camera_move

    @property
    def background_path(self) -> str | None:
        """A signed address of the first shot's still."""
        return self.first_shot.still_path

    @property
    def duration_sec(self) -> float:
        """The planned screen time of all shots in seconds."""
        return round(sum(shot.duration_sec for shot in self.shots), 3)

    @property
    def beats(self) -> list[dict[str, Any]]:
        """The events of all shots."""
        return [beat for shot in self.shots for beat in shot.beats or ()]
