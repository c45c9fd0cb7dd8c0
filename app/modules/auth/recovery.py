"""Passwords of accounts: changed by their owners, forgotten and set anew by a link, set by an admin."""

import secrets
from datetime import timedelta

from sqlalchemy.orm import Session

from app.core import audit, outbox
from app.core.clock import now
from app.core.config import settings
from app.core.database import reading
from app.core.throttle import too_many
from app.modules.auth import addresses, attempts, passwords, reset_links
from app.modules.auth.errors import ResetTokenInvalid, WrongPassword
from app.modules.auth.models import PasswordReset, User, UserSession
from app.modules.auth.repository import AuthRepository
from app.modules.auth.sessions import SessionService, Visitor
from app.modules.auth.tokens import Tokens

RESET_LINK_TASK = "auth.send_reset_link"
PASSWORD_CHANGED_TASK = "auth.send_password_changed"
QUEUE = "emails"


class PasswordService:
    """Changes passwords and sees to it that the sessions of the old one die."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.accounts = AuthRepository(session)
        self.sessions = SessionService(session)

    def confirm(self, user: User, password: str) -> None:
        """Check the present password, counted like a login; takes no connection while it hashes.

        Raises WrongPassword.
        """
        account = addresses.digest(user.email)
        attempts.of_account().hit(account)
        if not passwords.is_right(password, user.password_hash):
            audit.record(self.session, "auth.wrong_password", user.id, audit.user_target(user.id))
            raise WrongPassword
        attempts.of_account().clear(account)

    def change(self, current: UserSession, old: str, new: str) -> Tokens:
        """Change one's own password: other sessions die, this one gets new tokens.

        Raises WrongPassword or WeakPassword.
        """
        self.confirm(current.user, old)
        passwords.refuse_weak(new, current.user.email, current.user.full_name)
        new_hash = passwords.hashed(new)
        user = self.accounts.get_user_locked(current.user_id)
        if user is None or user.password_hash != current.user.password_hash:
            raise WrongPassword
        self._store(user, new_hash, "auth.password_changed", actor_id=user.id)
        self.sessions.close_all(user.id, besides=current)
        return self.sessions.renew(current)

    def forget(self, email: str, visitor: Visitor) -> None:
        """Take a request for a reset link; the same happens for an address that nobody has.

        The requests themselves are the counters, so that links leave even while Redis is away.
        """
        place, address = attempts.place(visitor.ip), addresses.digest(email)
        with reading() as session:
            accounts = AuthRepository(session)
            window = settings().ip_throttle_window_seconds
            from_here = accounts.count_resets(window, ip=place)
            to_there = accounts.count_resets_of_address(settings().login_throttle_window_seconds, address)
            user = accounts.get_user_by_email(email)
        if from_here >= settings().ip_throttle_limit:
            raise too_many(window)
        if to_there >= settings().login_throttle_limit:
            return
        may_reset = user is not None and not user.is_disabled and user.password_hash is not None
        self._request_link(user.id if user and may_reset else None, address, place)

    def reset(self, token: str, new: str, visitor: Visitor) -> None:
        """Set a new password by a link's token, once; all sessions die. Raises ResetTokenInvalid."""
        attempts.resets().hit(attempts.place(visitor.ip))
        with reading() as session:
            request, user = reset_links.find(AuthRepository(session), token)
        passwords.refuse_weak(new, user.email, user.full_name)
        new_hash = passwords.hashed(new)
        locked = self.accounts.get_user_locked(user.id)
        if locked is None or not reset_links.is_open(self.accounts, request, locked):
            raise ResetTokenInvalid
        self._store(locked, new_hash, "auth.password_reset", actor_id=locked.id)
        self.sessions.close_all(locked.id)

    def set(self, user: User, new_hash: str, actor_id: int) -> None:
        """Give a locked user a password that an admin chose; all of their sessions die."""
        self._store(user, new_hash, "admin.password_set", actor_id)
        self.sessions.close_all(user.id)

    def _store(self, user: User, new_hash: str, action: str, actor_id: int) -> None:
        user.password_hash = new_hash
        self.session.flush()
        self.accounts.close_resets(user.id)
        audit.record(self.session, action, actor_id, audit.user_target(user.id))
        outbox.post(self.session, PASSWORD_CHANGED_TASK, QUEUE, {"user_id": user.id})

    def _request_link(self, user_id: int | None, address: str, place: str) -> None:
        request = self.accounts.add_reset(
            PasswordReset(
                user_id=user_id,
                address_digest=address,
                ip=place,
                nonce=secrets.token_urlsafe(24),
                expires_at=now() + timedelta(seconds=settings().reset_token_seconds),
            )
        )
        target = audit.user_target(user_id) if user_id else None
        audit.record(self.session, "auth.reset_requested", target=target, address=address[:16])
        outbox.post(self.session, RESET_LINK_TASK, QUEUE, {"reset_id": request.id})
