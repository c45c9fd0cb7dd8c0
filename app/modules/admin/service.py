"""Users in the hands of admins: made, changed, promoted, disabled; each change is audited."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core import audit
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
    """Looks after other people's accounts; `actor` is the admin who does."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.users = AdminRepository(session)

    def list_page(self, q: str | None, role: str | None, page: int, limit: int) -> tuple[Sequence[User], int]:
        """List users by part of their name or address, newest first, with how many there are."""
        return self.users.list_users(q, role, page, limit)

    def get(self, user_id: int) -> User:
        """Find a user. Raises UserNotFound."""
        user = self.session.get(User, user_id)
        if user is None:
            raise UserNotFound
        return user

    def create(self, request: UserCreate, actor: User) -> User:
        """Open an account with a role. Raises EmailTaken or WeakPassword."""
        user = AuthService(self.session).create_user(
            request.full_name, request.email, request.password, request.role
        )
        self._note("admin.user_created", user.id, actor, role=user.role)
        return user

    def update(self, user_id: int, request: UserUpdate, actor: User) -> User:
        """Change any part of an account. Raises UserNotFound, EmailTaken, WeakPassword or LastAdmin."""
        new_hash = self._hash_for(user_id, request)
        user = self._get_locked(user_id)
        if request.role is not None:
            self._give_role(user, request.role, actor)
        changed = request.model_dump(include={"full_name", "email"}, exclude_none=True)
        for name, value in changed.items():
            setattr(user, name, value)
        try:
            self.session.flush()
        except IntegrityError as error:
            raise EmailTaken from error
        if changed:
            self._note("admin.user_updated", user.id, actor, fields=sorted(changed))
        if new_hash is not None:
            PasswordService(self.session).set(user, new_hash, actor.id)
        return user

    def change_role(self, user_id: int, role: str, actor: User) -> User:
        """Make somebody an admin, or not any more. Raises UserNotFound or LastAdmin."""
        user = self._get_locked(user_id)
        self._give_role(user, role, actor)
        return user

    def set_password(self, user_id: int, password: str, actor: User) -> User:
        """Set somebody's password; their sessions end, and a mail tells them."""
        return self.update(user_id, UserUpdate(password=password), actor)

    def set_disabled(self, user_id: int, disabled: bool, actor: User) -> User:
        """Lock somebody out, or let them in again. Raises UserNotFound or LastAdmin."""
        user = self._get_locked(user_id)
        if user.is_disabled == disabled:
            return user
        if disabled:
            self.keep_an_admin(user)
            SessionService(self.session).close_all(user.id)
        user.is_disabled = disabled
        self.session.flush()
        self._note("admin.user_disabled" if disabled else "admin.user_enabled", user.id, actor)
        return user

    def keep_an_admin(self, leaving: User) -> None:
        """Raise LastAdmin when nobody else could administer; the caller locked the admins."""
        others = [admin for admin in self.users.list_admins_locked() if admin.id != leaving.id]
        if leaving.role == "admin" and not leaving.is_disabled and not others:
            raise LastAdmin

    def _give_role(self, user: User, role: str, actor: User) -> None:
        if user.role == role:
            return
        if role != "admin":
            self.keep_an_admin(user)
        user.role = role
        self.session.flush()
        self._note("admin.role_changed", user.id, actor, role=role)

    def _get_locked(self, user_id: int) -> User:
        """Lock all admins first, then the user, so that two demotions can't pass each other."""
        self.users.list_admins_locked()
        user = self.users.get_locked(user_id)
        if user is None:
            raise UserNotFound
        return user

    def _hash_for(self, user_id: int, request: UserUpdate) -> str | None:
        """Hash a new password before anything is locked; it must not be the user's own address or name."""
        if request.password is None:
            return None
        with reading() as session:
            user = UserService(session).get(user_id)
        passwords.refuse_weak(request.password, user.email, user.full_name, request.email or "")
        return passwords.hashed(request.password)

    def _note(self, action: str, user_id: int, actor: User, **detail: object) -> None:
        audit.record(self.session, action, actor.id, audit.user_target(user_id), **detail)
