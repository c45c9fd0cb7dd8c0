"""The end of an account: its rows, its projects, its stored files."""

from sqlalchemy.orm import Session

from app.core import audit
from app.modules.admin.errors import UserNotFound
from app.modules.admin.repository import AdminRepository
from app.modules.admin.service import UserService
from app.modules.asset.service import AssetService
from app.modules.auth.models import User
from app.modules.auth.recovery import PasswordService
from app.modules.auth.sessions import SessionService
from app.modules.job.project_lifecycle import ProjectLifecycle


class AccountService:
    """Removes accounts, on their owners' wish or an admin's."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.users = AdminRepository(session)

    def close_own(self, user: User, password: str) -> None:
        """Remove one's own account. Raises WrongPassword or LastAdmin."""
        PasswordService(self.session).confirm(user, password)
        self.delete(user.id, user, "auth.account_deleted")

    def delete(self, user_id: int, actor: User, action: str = "admin.user_deleted") -> None:
        """Remove an account with all of its projects and files. Raises UserNotFound or LastAdmin.

        While the user's row is locked nobody can add a project that this would miss.
        """
        self.users.list_admins_locked()
        user = self.users.get_locked(user_id)
        if user is None:
            raise UserNotFound
        UserService(self.session).keep_an_admin(user)
        lifecycle = ProjectLifecycle(self.session)
        for project_id in self.users.list_project_ids(user.id):
            lifecycle.delete(project_id, user)
        AssetService(self.session).delete_of_owner(user.id)
        SessionService(self.session).close_all(user.id)
        self.users.delete_user(user)
        audit.record(self.session, action, actor.id, audit.user_target(user_id))
