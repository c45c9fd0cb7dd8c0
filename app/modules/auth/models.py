"""Users, their sessions, the refresh tokens of a session, and requests for a new password."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.clock import db_now
from app.core.database import Base, Moment, PrimaryKey, Timestamps


class User(Timestamps, Base):
    """A person with an account; without a password hash nobody can log in as them."""

    __tablename__ = "users"
    # The audit log names users by number, so a number is never given twice.
    __table_args__ = (Index(None, "role", "id"), Base.__table_args__ | {"sqlite_autoincrement": True})

    id: Mapped[PrimaryKey]
    full_name: Mapped[str] = mapped_column(String(100))
    email: Mapped[str] = mapped_column(String(320), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(16), default="user")
    is_disabled: Mapped[bool] = mapped_column(default=False)


class UserSession(Base):
    """One sign-in; the truth about whether its tokens are good. Tokens know it by its random `sid`."""

    __tablename__ = "sessions"
    __table_args__ = (Index(None, "user_id", "revoked_at"), Index(None, "expires_at"), Base.__table_args__)

    id: Mapped[PrimaryKey]
    sid: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    last_used_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    expires_at: Mapped[datetime] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    ip: Mapped[str | None] = mapped_column(String(64))
    user_agent: Mapped[str | None] = mapped_column(String(255))
    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)


class RefreshToken(Base):
    """One refresh token's claims, never its text; `successor_id` is set once it was rotated.

    `used_at` is when it, or the access token that was issued with it, was first seen again.
    """

    __tablename__ = "refresh_tokens"

    id: Mapped[PrimaryKey]
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), index=True)
    jti: Mapped[str] = mapped_column(String(64), unique=True)
    access_jti: Mapped[str] = mapped_column(String(64), unique=True)
    issued_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    rotated_at: Mapped[datetime | None] = mapped_column(Moment)
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("refresh_tokens.id", ondelete="SET NULL"))


class PasswordReset(Base):
    """One request for a reset link, for an unknown address too; the newest one of a user counts.

    The link's token is derived from this row with a key of its own, so that none is stored anywhere.
    """

    __tablename__ = "password_resets"
    __table_args__ = (
        Index(None, "user_id", "id"),
        Index(None, "address_digest", "created_at"),
        Index(None, "ip", "created_at"),
        Index(None, "created_at"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    address_digest: Mapped[str] = mapped_column(String(64))
    ip: Mapped[str] = mapped_column(String(64))
    nonce: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    expires_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
