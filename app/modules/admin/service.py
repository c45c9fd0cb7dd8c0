"""The management of users by admins; each change is written to the audit log."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core import audit
from app.core.audit import AuditEvent
from app.core.database import reading
from app.modules.admin.errors import LastAdmin, UserNotFound
from app.modules.admin.repository import AdminRepository
from app.modules.admin.schemas import UserCreate, UserUpdate
from app.modules.auth import passwords
from app.modules.auth.errors import EmailTaken
from app.modules.auth.models import User
from app.modules.auth.recovery import PasswordService
from app.modules.auth.service import AuthService
from app.modules.auth.sessions import SessionService


class UserService:
    """Creates, changes and disables accounts; `actor` is the admin who does it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.users = AdminRepository(session)

    def list_users(
        self, q: str | None, role: str | None, page: int, limit: int
    ) -> tuple[Sequence[User], int]:
        """Return a page of users whose name or address contains `q`, newest first, and the total."""
        return self.users.list_users(q, role, page, limit)

    def list_events(
        self, actor_id: int | None, action: str | None, page: int, limit: int
    ) -> tuple[Sequence[AuditEvent], int]:
        """Return a page of the audit log, newest first, and the total."""
        return self.users.list_events(actor_id, action, page, limit)

    def get(self, user_id: int) -> User:
        """Return a user. Raises UserNotFound."""
        user = self.session.get(User, user_id)
        if user is None:
            raise UserNotFound
        return user

    def create(self, request: UserCreate, actor: User) -> User:
        """Create an account with a role. Raises EmailTaken or WeakPassword."""
        user = AuthService(self.session).create_user(
            request.full_name, request.email, request.password, request.role
        )
        self._record("admin.user_created", user.id, actor, role=user.role)
        return user

    def update(self, user_id: int, request: UserUpdate, actor: User) -> User:
        """Change parts of an account. Raises UserNotFound, EmailTaken, WeakPassword or LastAdmin."""
        new_hash = self._hash_password(user_id, request)
        user = self._get_locked(user_id)
        if request.role is not None:
            self._set_role(user, request.role, actor)
        changed = request.model_dump(include={"full_name", "email"}, exclude_none=True)
        for name, value in changed.items():
            setattr(user, name, value)
        try:
            self.session.flush()
        except IntegrityError as error:
            raise EmailTaken from error
        if changed:
            self._record("admin.user_updated", user.id, actor, fields=sorted(changed))
        if new_hash is not None:
            PasswordService(self.session).set(user, new_hash, actor.id)
        return user

    def change_role(self, user_id: int, role: str, actor: User) -> User:
        """Change a user's role. Raises UserNotFound or LastAdmin."""
        user = self._get_locked(user_id)
        self._set_role(user, role, actor)
        return user

    def set_password(self, user_id: int, password: str, actor: User) -> User:
        """Set a user's password, close the user's sessions and send a mail. Raises as `update`."""
        return self.update(user_id, UserUpdate(password=password), actor)

    def set_disabled(self, user_id: int, disabled: bool, actor: User) -> User:
        """Disable or enable an account. Raises UserNotFound or LastAdmin."""
        user = self._get_locked(user_id)
        if user.is_disabled == disabled:
            return user
        if disabled:
            self.require_another_admin(user)
            SessionService(self.session).close_all(user.id)
        user.is_disabled = disabled
        self.session.flush()
        self._record("admin.user_disabled" if disabled else "admin.user_enabled", user.id, actor)
        return user

    def require_another_admin(self, leaving: User) -> None:
        """Raise LastAdmin when this user is the only enabled admin; the caller has locked the admins."""
        others = [admin for admin in self.users.list_admins_locked() if admin.id != leaving.id]
        if leaving.role == "admin" and not leaving.is_disabled and not others:
            raise LastAdmin

    def _set_role(self, user: User, role: str, actor: User) -> None:
        if user.role == role:
            return
        if role != "admin":
            self.require_another_admin(user)
        user.role = role
        self.session.flush()
        self._record("admin.role_changed", user.id, actor, role=role)

    def _get_locked(self, user_id: int) -> User:
        """Lock all admins first, then the user, so that concurrent demotions leave at least one admin."""
        self.users.list_admins_locked()
        user = self.users.get_locked(user_id)
        if user is None:
            raise UserNotFound
        return user

    def _hash_password(self, user_id: int, request: UserUpdate) -> str | None:
        """Hash a new password before any row is locked. It must not be the user's own address or name."""
        if request.password is None:
            return None
        with reading() as session:
            user = UserService(session).get(user_id)
        passwords.reject_weak(request.password, user.email, user.full_name, request.email or "")
        return passwords.hash_password(request.password)

    def _record(self, action: str, user_id: int, actor: User, **detail: object) -> None:
        audit.record(self.session, action, actor.id, audit.user_target(user_id), **detail)
