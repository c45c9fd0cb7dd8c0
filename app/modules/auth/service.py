"""Accounts and sessions: who may come in, and for how long."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.config import settings
from app.core.database import reading
from app.modules.auth import blacklist, passwords, tokens
from app.modules.auth.errors import EmailTaken, InvalidCredentials, InvalidToken, TokenReused
from app.modules.auth.models import RefreshToken, User, UserSession
from app.modules.auth.repository import AuthRepository
from app.modules.auth.schemas import UserRegister, normalised
from app.modules.auth.tokens import Tokens

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request comes from, for the list of sessions."""

    ip: str | None = None
    user_agent: str | None = None


class AuthService:
    """Registers people, opens and closes their sessions, and rotates tokens."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.accounts = AuthRepository(session)

    def register(self, request: UserRegister) -> User:
        """Open an account; the role can't be chosen."""
        return self.create_user(request.full_name, request.email, request.password)

    def create_user(self, full_name: str, email: str, password: str | None, role: str = "user") -> User:
        """Store a user; without a password nobody can log in as them. Raises EmailTaken."""
        password_hash = passwords.hashed(password) if password is not None else None
        if self.accounts.get_user_by_email(email):
            raise EmailTaken
        try:
            return self.accounts.add_user(
                User(full_name=full_name, email=email, password_hash=password_hash, role=role)
            )
        except IntegrityError as error:
            raise EmailTaken from error

    def login(self, email: str, password: str, visitor: Visitor) -> tuple[User, Tokens]:
        """Open a session; unknown address, wrong password and disabled account can't be told apart."""
        with reading() as session:
            known = AuthRepository(session).get_user_by_email(_spelled(email))
        is_right = passwords.is_right(password, known.password_hash if known else None)
        if known is None or not is_right or known.is_disabled:
            raise InvalidCredentials
        user = self.session.merge(known, load=True)
        if user.password_hash and passwords.is_outdated(user.password_hash):
            user.password_hash = passwords.hashed(password)
        return user, self.open_session(user, visitor)

    def refresh(self, text: str) -> tuple[User, Tokens]:
        """Rotate a refresh token; one that was rotated before closes its whole session.

        The direct parent gets the same successor again within the grace time, or as long as nobody has
        used that successor: a browser may refresh from two places at once and lose an answer.
        """
        claims = tokens.read(text, "refresh")
        session = self.accounts.get_session_locked(claims.session_id)
        token = self.accounts.get_token(claims.jti)
        if session is None or token is None or not self._is_live(session):
            raise InvalidToken
        if token.successor_id is None:
            successor = self._rotate(token, session)
        else:
            successor = self._successor_again(token, session)
        session.last_used_at = now()
        return session.user, tokens.signed(successor, session.user_id)

    def logout(self, session_id: int) -> None:
        """Close a session: both of its tokens are dead at once."""
        self.accounts.revoke_session(session_id)
        blacklist.add_session(session_id)

    def session_of(self, access: str | None, refresh: str | None) -> int:
        """Tell which live session these tokens belong to; either is enough. Raises InvalidToken."""
        for text, kind in ((access, "access"), (refresh, "refresh")):
            try:
                claims = tokens.read(text, kind) if text else None
            except InvalidToken:
                continue
            if claims and self.accounts.get_live_session(claims.session_id, claims.user_id):
                return claims.session_id
        raise InvalidToken

    @staticmethod
    def _is_live(session: UserSession) -> bool:
        return session.revoked_at is None and session.expires_at > now() and not session.user.is_disabled

    def open_session(self, user: User, visitor: Visitor) -> Tokens:
        """Open a new session, whatever tokens the client may hold already."""
        end = now() + timedelta(seconds=settings().session_max_seconds)
        session = self.accounts.add_session(
            UserSession(
                user_id=user.id, expires_at=end, ip=visitor.ip, user_agent=(visitor.user_agent or "")[:255]
            )
        )
        return tokens.signed(self._issue(session.id, end), user.id)

    def _issue(self, session_id: int, session_end: datetime) -> RefreshToken:
        issued = now().replace(microsecond=0)
        end = min(issued + timedelta(seconds=settings().refresh_token_seconds), session_end)
        return self.accounts.add_token(
            RefreshToken(
                session_id=session_id,
                jti=tokens.new_jti(),
                access_jti=tokens.new_jti(),
                issued_at=issued,
                expires_at=end.replace(microsecond=0),
            )
        )

    def _rotate(self, token: RefreshToken, session: UserSession) -> RefreshToken:
        token.used_at = token.used_at or now()
        successor = self._issue(session.id, session.expires_at)
        token.successor_id, token.rotated_at = successor.id, now()
        return successor

    def _successor_again(self, token: RefreshToken, session: UserSession) -> RefreshToken:
        successor = self.session.get(RefreshToken, token.successor_id)
        assert token.rotated_at is not None  # noqa: S101 - set together with the successor
        is_recent = (now() - token.rotated_at).total_seconds() <= settings().refresh_grace_seconds
        if successor and successor.successor_id is None and (is_recent or successor.used_at is None):
            return successor
        self.accounts.revoke_session(session.id)
        blacklist.add_session(session.id)
        log.warning("auth.token_reused", user_id=session.user_id, session_id=session.id)
        raise TokenReused


def _spelled(email: str) -> str:
    """Normalise an address that may be none: then it is simply unknown."""
    try:
        return normalised(email)
    except ValueError:
        return ""
