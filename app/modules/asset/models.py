"""Artifacts, identified by the digest of their recipe, and assets: a project's links to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base, BigId, Moment, PrimaryKey, Timestamps
from app.providers.registry import storage


class Artifact(Timestamps, Base):
    """A file that a stage has made. `digest` is the SHA-256 of everything that decides its content."""

    __tablename__ = "artifacts"
    __table_args__ = (
        UniqueConstraint("owner_id", "digest"),
        Index(None, "updated_at"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(String(64))
    storage_key: Mapped[str] = mapped_column(String(255), unique=True)
    content_type: Mapped[str] = mapped_column(String(80))
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    meta: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    def replace_file(self, other: "Artifact") -> None:
        """Take over the file of another artifact of the same digest, because this one's file is lost."""
        self.storage_key, self.content_type = other.storage_key, other.content_type
        self.size_bytes, self.sha256, self.meta = other.size_bytes, other.sha256, other.meta


class Asset(Timestamps, Base):
    """A file of a project: the link to an artifact, or an upload, which has no artifact.

    `character_id` and `shot_id` may name a character and a shot that are gone. `inspection_until` is the end
    of the claim of the process that inspects the upload.
    """

    __tablename__ = "assets"
    __table_args__ = (
        Index(None, "project_id", "type"),
        Index(None, "job_id", "id"),
        Index(None, "status", "created_at"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"))
    scene_id: Mapped[int | None] = mapped_column(ForeignKey("scenes.id", ondelete="SET NULL"), index=True)
    character_id: Mapped[int | None] = mapped_column(BigId)
    shot_id: Mapped[int | None] = mapped_column(BigId)
    artifact_id: Mapped[int | None] = mapped_column(ForeignKey("artifacts.id"), index=True)
    type: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(16), default="ready")
    storage_key: Mapped[str] = mapped_column(String(255))
    filename: Mapped[str] = mapped_column(String(255))
    content_type: Mapped[str] = mapped_column(String(80))
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str | None] = mapped_column(String(64))
    meta: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    inspection_until: Mapped[datetime | None] = mapped_column(Moment)

    @property
    def url(self) -> str | None:
        """The signed address of the file; None while it is not uploaded."""
        return storage().url(self.storage_key) if self.status == "ready" else None
