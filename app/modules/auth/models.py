"""The tables of users, their sessions, the refresh tokens of a session, and password resets."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.clock import db_now
from app.core.database import Base, Moment, PrimaryKey, Timestamps


class User(Timestamps, Base):
    """An account. Without a password hash no login is possible."""

    __tablename__ = "users"
    # The audit log refers to users by id, so an id is never used again.
    __table_args__ = (Index(None, "role", "id"), Base.__table_args__ | {"sqlite_autoincrement": True})

    id: Mapped[PrimaryKey]
    full_name: Mapped[str] = mapped_column(String(100))
    email: Mapped[str] = mapped_column(String(320), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(16), default="user")
    is_disabled: Mapped[bool] = mapped_column(default=False)


class UserSession(Base):
    """One sign-in. The row decides whether its tokens are valid; they refer to it by its random `sid`."""

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
    """The claims of a refresh token, never its text. `successor_id` is set when the token is rotated.

    `used_at` is the time of the first request with it, or with the access token issued together with it.
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
    """One request for a reset link, also for an unknown address. Only the newest one of a user is valid.

    The token of the link is derived from this row and a key of its own, so no token is stored.
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
