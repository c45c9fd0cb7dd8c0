"""Changes of passwords: by their owners, by a reset link, and by an admin."""

import secrets
from datetime import timedelta

from sqlalchemy.orm import Session

from app.core import audit, outbox
from app.core.clock import now
from app.core.config import settings
from app.core.database import reading
from app.core.throttle import TooManyRequests
from app.core.visitor import client_network
from app.modules.auth import QUEUE, addresses, passwords, reset_links, throttles
from app.modules.auth.errors import ResetTokenInvalid, WrongPassword
from app.modules.auth.models import PasswordReset, User, UserSession
from app.modules.auth.repository import AuthRepository
from app.modules.auth.sessions import SessionService, Visitor
from app.modules.auth.tokens import Tokens

RESET_LINK_TASK = "auth.send_reset_link"
PASSWORD_CHANGED_TASK = "auth.send_password_changed"


class PasswordService:
    """Changes passwords, and closes the sessions that were opened with the old one."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.accounts = AuthRepository(session)
        self.sessions = SessionService(session)

    def confirm(self, user: User, password: str) -> None:
        """Check the current password, without a database connection. The attempt is counted like a login.

        Raises WrongPassword, TooManyRequests or ThrottleUnavailable.
        """
        account = throttles.account_key(user.email)
        throttles.account_throttle().hit(account)
        if not passwords.verify(password, user.password_hash):
            audit.record(self.session, "auth.wrong_password", user.id, audit.user_target(user.id))
            raise WrongPassword
        throttles.account_throttle().clear(account)

    def change(self, current: UserSession, old: str, new: str) -> Tokens:
        """Change the password of the session's user and return new tokens; all earlier tokens become invalid.

        Raises WrongPassword, WeakPassword, InvalidToken, TooManyRequests or ThrottleUnavailable.
        """
        self.confirm(current.user, old)
        passwords.reject_weak(new, current.user.email, current.user.full_name)
        new_hash = passwords.hash_password(new)
        user = self.accounts.get_user_locked(current.user_id)
        if user is None or user.password_hash != current.user.password_hash:
            raise WrongPassword
        self._store(user, new_hash, "auth.password_changed", actor_id=user.id)
        return self.sessions.replace_all(current)

    def request_reset(self, email: str, visitor: Visitor) -> None:
        """Store a request for a reset link, and enqueue its mail; equal work for an unknown address.

        The stored requests are counted for the limits, so that links are sent even while Redis is away.
        Raises TooManyRequests for a network with too many requests.
        """
        network, address_hash = client_network(visitor.ip), addresses.hash_email(email)
        with reading() as session:
            accounts = AuthRepository(session)
            window = settings().ip_throttle_window_seconds
            address_window = settings().login_throttle_window_seconds
            network_count = accounts.count_resets(window, ip=network)
            address_count = accounts.count_resets_of_address(address_window, address_hash)
            user = accounts.get_user_by_email(email)
        if network_count >= settings().ip_throttle_limit:
            raise TooManyRequests.for_seconds(window)
        if address_count >= settings().login_throttle_limit:
            return
        may_reset = user is not None and not user.is_disabled and user.password_hash is not None
        self._add_reset(user.id if user and may_reset else None, address_hash, network)

    def reset(self, token: str, new: str, visitor: Visitor) -> None:
        """Set a new password with a link's token, which works once, and close all of the user's sessions.

        Raises ResetTokenInvalid, WeakPassword, TooManyRequests or ThrottleUnavailable.
        """
        throttles.reset_throttle().hit(client_network(visitor.ip))
        with reading() as session:
            request, user = reset_links.find(AuthRepository(session), token)
        passwords.reject_weak(new, user.email, user.full_name)
        new_hash = passwords.hash_password(new)
        locked = self.accounts.get_user_locked(user.id)
        if locked is None or not reset_links.is_open(self.accounts, request, locked):
            raise ResetTokenInvalid
        self._store(locked, new_hash, "auth.password_reset", actor_id=locked.id)
        self.sessions.close_all(locked.id)

    def set(self, user: User, new_hash: str, actor_id: int) -> None:
        """Store the hash of a password that an admin chose for a locked user, and close all sessions."""
        self._store(user, new_hash, "admin.password_set", actor_id)
        self.sessions.close_all(user.id)

    def _store(self, user: User, new_hash: str, action: str, actor_id: int) -> None:
        user.password_hash = new_hash
        self.session.flush()
        self.accounts.close_resets(user.id)
        audit.record(self.session, action, actor_id, audit.user_target(user.id))
        outbox.post(self.session, PASSWORD_CHANGED_TASK, QUEUE, {"user_id": user.id})

    def _add_reset(self, user_id: int | None, address_hash: str, network: str) -> None:
        request = self.accounts.add_reset(
            PasswordReset(
                user_id=user_id,
                address_digest=address_hash,
                ip=network,
                nonce=secrets.token_urlsafe(24),
                expires_at=now() + timedelta(seconds=settings().reset_token_seconds),
            )
        )
        target = audit.user_target(user_id) if user_id else None
        audit.record(self.session, "auth.reset_requested", target=target, address=address_hash[:16])
        outbox.post(self.session, RESET_LINK_TASK, QUEUE, {"reset_id": request.id})
