"""The queries of users, sessions and refresh tokens."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.modules.auth.models import RefreshToken, User, UserSession


class AuthRepository:
    """Finds and keeps the rows of accounts."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get_user(self, user_id: int) -> User | None:
        return self.session.get(User, user_id)

    def get_user_by_email(self, email: str) -> User | None:
        return self.session.scalar(select(User).where(User.email == email))

    def add_user(self, user: User) -> User:
        self.session.add(user)
        self.session.flush()
        return user

    def add_session(self, row: UserSession) -> UserSession:
        self.session.add(row)
        self.session.flush()
        return row

    def get_session(self, session_id: int) -> UserSession | None:
        return self.session.get(UserSession, session_id)

    def get_live_session(self, session_id: int, user_id: int) -> UserSession | None:
        return self.session.scalar(
            select(UserSession).where(
                UserSession.id == session_id,
                UserSession.user_id == user_id,
                UserSession.revoked_at.is_(None),
                UserSession.expires_at > db_now(),
            )
        )

    def get_session_locked(self, session_id: int) -> UserSession | None:
        return self.session.scalar(
            select(UserSession).where(UserSession.id == session_id).with_for_update(of=UserSession)
        )

    def revoke_session(self, session_id: int) -> None:
        self.session.execute(
            update(UserSession)
            .where(UserSession.id == session_id, UserSession.revoked_at.is_(None))
            .values(revoked_at=db_now())
        )

    def add_token(self, token: RefreshToken) -> RefreshToken:
        self.session.add(token)
        self.session.flush()
        return token

    def get_token(self, jti: str) -> RefreshToken | None:
        return self.session.scalar(select(RefreshToken).where(RefreshToken.jti == jti))

    def get_token_by_access(self, access_jti: str) -> RefreshToken | None:
        return self.session.scalar(select(RefreshToken).where(RefreshToken.access_jti == access_jti))

    def delete_old_tokens(self, session_id: int, before: datetime) -> None:
        self.session.execute(
            delete(RefreshToken).where(
                RefreshToken.session_id == session_id, RefreshToken.expires_at < before
            )
        )
