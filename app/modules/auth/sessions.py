"""Sessions: opened by a sign-in, extended by rotating tokens, and closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from app.core import audit
from app.core.clock import now
from app.core.config import settings
from app.core.database import call_after_commit
from app.modules.auth import tokens
from app.modules.auth.blacklist import blacklist
from app.modules.auth.errors import InvalidToken, NotAdmin, SessionNotFound, TokenReused
from app.modules.auth.models import RefreshToken, User, UserSession
from app.modules.auth.repository import SessionRepository
from app.modules.auth.tokens import Tokens

USER_AGENT_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Visitor:
    """The client of a request: its IP address and user agent, as the list of sessions shows them."""

    ip: str | None = None
    user_agent: str | None = None


class SessionService:
    """Opens and closes sessions, and rotates their tokens."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.sessions = SessionRepository(session)

    def open(self, user: User, visitor: Visitor) -> Tokens:
        """Open a new session and return its tokens; other sessions of the client stay open."""
        self.sessions.delete_ended(user.id)
        agent = (visitor.user_agent or "")[:USER_AGENT_LENGTH] or None
        end = now() + timedelta(seconds=settings().session_max_seconds)
        opened = self.sessions.add(
            UserSession(sid=tokens.new_id(), user_id=user.id, expires_at=end, ip=visitor.ip, user_agent=agent)
        )
        return tokens.sign(self._issue(opened), opened)

    def list_live(self, user_id: int) -> Sequence[UserSession]:
        """Return a user's live sessions, newest first."""
        return self.sessions.list_live(user_id)

    def refresh(self, text: str, *, admins_only: bool = False) -> tuple[User, Tokens]:
        """Rotate a refresh token, and return the user and the new tokens.

        A token that was rotated before closes its whole session, with one exception: the direct parent gets
        the same successor again within the grace time, or as long as the successor is unused. A browser may
        refresh in two tabs at once, or lose an answer. Raises InvalidToken, NotAdmin or TokenReused.
        """
        claims = tokens.decode(text, "refresh")
        found = self.sessions.get_locked(claims.sid)
        token = self.sessions.get_token(claims.jti)
        if found is None or token is None or not _is_live(found):
            raise InvalidToken
        if admins_only and found.user.role != "admin":
            raise NotAdmin
        is_first = token.successor_id is None
        successor = self._rotate(token, found) if is_first else self._get_successor(token, found)
        found.last_used_at = now()
        return found.user, tokens.sign(successor, found)

    def replace_all(self, current: UserSession) -> Tokens:
        """Close all of a user's sessions, and open one in the place of `current`, with the same end.

        No earlier token is valid after it, also none of `current`. Raises InvalidToken when `current` has
        ended in the meantime.
        """
        locked = self.sessions.get_locked(current.sid)
        if locked is None or not _is_live(locked):
            raise InvalidToken
        self.close_all(locked.user_id)
        opened = self.sessions.add(
            UserSession(
                sid=tokens.new_id(),
                user_id=locked.user_id,
                expires_at=locked.expires_at,
                ip=locked.ip,
                user_agent=locked.user_agent,
            )
        )
        return tokens.sign(self._issue(opened), opened)

    def log_out(self, access: str | None, refresh: str | None, *, admins_only: bool = False) -> bool:
        """Close the session of either token, and return whether there was one. Raises NotAdmin."""
        found = self._find(access, "access") or self._find(refresh, "refresh")
        if found is not None:
            if admins_only and found.user.role != "admin":
                raise NotAdmin
            audit.record(self.session, "auth.logged_out", found.user_id, f"session:{found.id}")
            self.close([found])
        return found is not None

    def _find(self, text: str | None, kind: str) -> UserSession | None:
        try:
            claims = tokens.decode(text or "", kind)
        except InvalidToken:
            return None
        return self.sessions.get_live(claims.sid, claims.user_id)

    def close_own(self, session_id: int, user: User) -> None:
        """Close one of the user's own sessions. Raises SessionNotFound."""
        found = self.sessions.get_owned(session_id, user.id)
        if found is None:
            raise SessionNotFound
        audit.record(self.session, "auth.session_closed", user.id, f"session:{session_id}")
        self.close([found])

    def close_all(self, user_id: int) -> None:
        """Close all of a user's sessions."""
        self.close(self.sessions.list_live(user_id))

    def close(self, rows: Sequence[UserSession]) -> None:
        """Close sessions; all of their tokens become invalid at once."""
        self.sessions.revoke([row.id for row in rows])
        sids = [row.sid for row in rows]
        call_after_commit(self.session, lambda: blacklist.add(sids))

    def _issue(self, session: UserSession) -> RefreshToken:
        issued = now().replace(microsecond=0)
        end = min(issued + timedelta(seconds=settings().refresh_token_seconds), session.expires_at)
        return self.sessions.add_token(
            RefreshToken(
                session_id=session.id,
                jti=tokens.new_id(),
                access_jti=tokens.new_id(),
                issued_at=issued,
                expires_at=end.replace(microsecond=0),
            )
        )

    def _rotate(self, token: RefreshToken, session: UserSession) -> RefreshToken:
        self.sessions.delete_expired_tokens(session.id)
        token.used_at = token.used_at or now()
        successor = self._issue(session)
        token.successor_id, token.rotated_at = successor.id, now()
        return successor

    def _get_successor(self, token: RefreshToken, session: UserSession) -> RefreshToken:
        successor = self.sessions.get_successor(token)
        if successor and successor.successor_id is None and (_is_recent(token) or not successor.used_at):
            return successor
        audit.record(self.session, "auth.token_reused", session.user_id, f"session:{session.id}")
        self.close([session])
        raise TokenReused


def _is_live(session: UserSession) -> bool:
    return session.revoked_at is None and session.expires_at > now() and not session.user.is_disabled


def _is_recent(token: RefreshToken) -> bool:
    grace = timedelta(seconds=settings().refresh_grace_seconds)
    return token.rotated_at is not None and now() - token.rotated_at <= grace
