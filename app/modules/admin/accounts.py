"""The deletion of an account with its rows, projects and stored files."""

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
    """Deletes accounts, by their owners or by an admin."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.users = AdminRepository(session)

    def close_own(self, user: User, password: str) -> None:
        """Delete the signed-in user's account after a check of the password.

        Raises WrongPassword, LastAdmin, TooManyRequests or ThrottleUnavailable.
        """
        PasswordService(self.session).confirm(user, password)
        self.delete(user.id, user, "auth.account_deleted")

    def delete(self, user_id: int, actor: User, action: str = "admin.user_deleted") -> None:
        """Delete an account with all of its projects and files. Raises UserNotFound or LastAdmin.

        The user's row is locked first, so that no project can be added meanwhile.
        """
        self.users.list_admins_locked()
        user = self.users.get_locked(user_id)
        if user is None:
            raise UserNotFound
        UserService(self.session).require_another_admin(user)
        lifecycle = ProjectLifecycle(self.session)
        for project_id in self.users.list_project_ids(user.id):
            lifecycle.delete(project_id, user)
        AssetService(self.session).delete_of_owner(user.id)
        SessionService(self.session).close_all(user.id)
        self.users.delete_user(user)
        audit.record(self.session, action, actor.id, audit.user_target(user_id))
