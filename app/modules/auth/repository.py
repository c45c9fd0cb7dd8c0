"""The queries of users, sessions, refresh tokens and password resets."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import count_affected
from app.modules.auth.models import PasswordReset, RefreshToken, User, UserSession


class AuthRepository:
    """The queries of users and password resets."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get_user(self, user_id: int) -> User | None:
        return self.session.get(User, user_id)

    def get_user_by_email(self, email: str) -> User | None:
        return self.session.scalar(select(User).where(User.email == email))

    def get_user_locked(self, user_id: int) -> User | None:
        return self.session.scalar(
            select(User).where(User.id == user_id).with_for_update().execution_options(populate_existing=True)
        )

    def add_user(self, user: User) -> User:
        self.session.add(user)
        self.session.flush()
        return user

    def get_newest_reset(self, user_id: int) -> PasswordReset | None:
        return self.session.scalar(
            select(PasswordReset)
            .where(PasswordReset.user_id == user_id)
            .order_by(PasswordReset.id.desc())
            .limit(1)
        )

    def get_reset(self, reset_id: int) -> PasswordReset | None:
        return self.session.get(PasswordReset, reset_id)

    def count_resets(self, seconds: int, *, ip: str) -> int:
        return self._count_resets(seconds, PasswordReset.ip == ip)

    def count_resets_of_address(self, seconds: int, address_digest: str) -> int:
        return self._count_resets(seconds, PasswordReset.address_digest == address_digest)

    def _count_resets(self, seconds: int, condition: ColumnElement[bool]) -> int:
        statement = select(func.count(PasswordReset.id)).where(
            condition, PasswordReset.created_at > db_now(-seconds)
        )
        return self.session.scalar(statement) or 0

    def add_reset(self, reset: PasswordReset) -> PasswordReset:
        self.session.add(reset)
        self.session.flush()
        return reset

    def close_resets(self, user_id: int) -> None:
        self.session.execute(
            update(PasswordReset)
            .where(PasswordReset.user_id == user_id, PasswordReset.closed_at.is_(None))
            .values(closed_at=db_now())
        )


class SessionRepository:
    """The queries of sessions and refresh tokens."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, row: UserSession) -> UserSession:
        self.session.add(row)
        self.session.flush()
        return row

    def get_live(self, sid: str, user_id: int) -> UserSession | None:
        return self.session.scalar(
            select(UserSession).where(UserSession.sid == sid, UserSession.user_id == user_id, *_is_live())
        )

    def get_live_with_token(self, sid: str, access_jti: str) -> tuple[UserSession, RefreshToken] | None:
        found = self.session.execute(
            select(UserSession, RefreshToken)
            .join(RefreshToken, RefreshToken.session_id == UserSession.id)
            .where(UserSession.sid == sid, RefreshToken.access_jti == access_jti, *_is_live())
        ).first()
        return None if found is None else (found[0], found[1])

    def get_owned(self, session_id: int, user_id: int) -> UserSession | None:
        return self.session.scalar(
            select(UserSession).where(
                UserSession.id == session_id, UserSession.user_id == user_id, *_is_live()
            )
        )

    def get_locked(self, sid: str) -> UserSession | None:
        return self.session.scalar(
            select(UserSession).where(UserSession.sid == sid).with_for_update(of=UserSession)
        )

    def list_live(self, user_id: int) -> Sequence[UserSession]:
        return self.session.scalars(
            select(UserSession)
            .where(UserSession.user_id == user_id, *_is_live())
            .order_by(UserSession.id.desc())
        ).all()

    def list_ips(self, user_id: int) -> Sequence[str | None]:
        """Return the addresses from which a user's sessions, also stored ended ones, were opened."""
        return self.session.scalars(
            select(UserSession.ip).where(UserSession.user_id == user_id).distinct()
        ).all()

    def revoke(self, session_ids: Sequence[int]) -> None:
        self.session.execute(
            update(UserSession)
            .where(UserSession.id.in_(session_ids), UserSession.revoked_at.is_(None))
            .values(revoked_at=db_now())
        )

    def record_use(self, session_id: int) -> None:
        statement = update(UserSession).where(UserSession.id == session_id).values(last_used_at=db_now())
        count_affected(self.session, statement)

    def record_token_use(self, token_id: int) -> None:
        statement = update(RefreshToken).where(RefreshToken.id == token_id).values(used_at=db_now())
        count_affected(self.session, statement)

    def delete_ended(self, user_id: int) -> None:
        self.session.execute(
            delete(UserSession).where(
                UserSession.user_id == user_id,
                or_(UserSession.expires_at < db_now(), UserSession.revoked_at.is_not(None)),
            )
        )

    def add_token(self, token: RefreshToken) -> RefreshToken:
        self.session.add(token)
        self.session.flush()
        return token

    def get_token(self, jti: str) -> RefreshToken | None:
        return self.session.scalar(select(RefreshToken).where(RefreshToken.jti == jti))

    def get_successor(self, token: RefreshToken) -> RefreshToken | None:
        return self.session.get(RefreshToken, token.successor_id)

    def delete_expired_tokens(self, session_id: int) -> None:
        self.session.execute(
            delete(RefreshToken).where(
                RefreshToken.session_id == session_id, RefreshToken.expires_at < db_now()
            )
        )


def _is_live() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return UserSession.revoked_at.is_(None), UserSession.expires_at > db_now()
