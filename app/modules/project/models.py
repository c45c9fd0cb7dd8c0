"""Projects: a story, and the settings of its film."""

from sqlalchemy import Float, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.closed_word import ClosedWord
from app.core.database import Base, LongText, PrimaryKey, Timestamps
from app.modules.project.state import ProjectStatus
from app.providers.registry import storage
from app.vocabulary import closed


class Project(Timestamps, Base):
    """A story with its settings; a failed segmentation restores `status_before`."""

    __tablename__ = "projects"
    __table_args__ = (Index(None, "user_id", "id"), Base.__table_args__)

    id: Mapped[PrimaryKey]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(LongText)
    story_text: Mapped[str] = mapped_column(LongText)
    story_format: Mapped[str] = mapped_column(String(16))
    duration_sec: Mapped[float | None] = mapped_column(Float)
    style: Mapped[str] = mapped_column(ClosedWord(closed.STYLE.nearest))
    aspect_ratio: Mapped[str] = mapped_column(String(8))
    language: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(16), default=ProjectStatus.DRAFT)
    status_before: Mapped[str | None] = mapped_column(String(16))
    video_key: Mapped[str | None] = mapped_column(String(255))
    error_code: Mapped[str | None] = mapped_column(String(80))
    error_message: Mapped[str | None] = mapped_column(LongText)

    @property
    def video_path(self) -> str | None:
        """The signed address of the newest finished film; None before there is one."""
        return storage().url(self.video_key) if self.video_key else None

    @property
    def is_busy(self) -> bool:
        """Return whether the project is being segmented or filmed, so that it can't be changed."""
        return self.status in {ProjectStatus.SEGMENTING, ProjectStatus.GENERATING}
