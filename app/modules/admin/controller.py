"""The routes for admins to manage users and to read the audit log."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.core.http import PageLimit, PageNumber
from app.core.problems import problems
from app.core.schemas import LARGEST_ID, Id, NumberedPage
from app.modules.admin.dependencies import Accounts, Users
from app.modules.admin.schemas import (
    AuditRead,
    DisabledChange,
    ManagedUser,
    PasswordSet,
    Role,
    RoleChange,
    UserCreate,
    UserUpdate,
)
from app.modules.auth.dependencies import CurrentAdmin
from app.modules.auth.models import User
from app.modules.auth.schemas import Answer, Nothing

SearchText = Annotated[str | None, Query(max_length=200)]
router = APIRouter(prefix="/admin", tags=["admin"], responses=problems(401, 403))


def _answer(user: User, message: str, status_code: int = 200) -> Answer[ManagedUser]:
    return Answer(message=message, status_code=status_code, data=ManagedUser.model_validate(user))


@router.get("/users", operation_id="list_users", responses=problems(422))
def list_users(
    _: CurrentAdmin,
    users: Users,
    q: SearchText = None,
    role: Role | None = None,
    page: PageNumber = 1,
    limit: PageLimit = 50,
) -> Answer[NumberedPage[ManagedUser]]:
    """List users, newest first; `q` is a part of the name or the e-mail address."""
    rows, total = users.list_users(q, role, page, limit)
    items = [ManagedUser.model_validate(row) for row in rows]
    return Answer(message="Users", data=NumberedPage(items=items, total=total, page=page, limit=limit))


@router.post(
    "/users",
    status_code=201,
    operation_id="create_user",
    responses=problems(409, 413, 422),
)
def create_user(request: UserCreate, admin: CurrentAdmin, users: Users) -> Answer[ManagedUser]:
    """Create an account with a role."""
    return _answer(users.create(request, admin), "User created", 201)


@router.get("/users/{user_id:id}", operation_id="get_user", responses=problems(404, 422))
def get_user(user_id: Id, _: CurrentAdmin, users: Users) -> Answer[ManagedUser]:
    """Read one user."""
    return _answer(users.get(user_id), "User")


@router.put("/users/{user_id:id}", operation_id="update_user", responses=problems(404, 409, 413, 422))
def update_user(user_id: Id, request: UserUpdate, admin: CurrentAdmin, users: Users) -> Answer[ManagedUser]:
    """Change any part of an account."""
    return _answer(users.update(user_id, request, admin), "User updated")


@router.delete("/users/{user_id:id}", operation_id="delete_user", responses=problems(404, 409, 422))
def delete_user(user_id: Id, admin: CurrentAdmin, accounts: Accounts) -> Nothing:
    """Delete an account with its projects and stored files; the last admin's is refused."""
    accounts.delete(user_id, admin)
    return Nothing(message="User deleted", data=None)


@router.patch("/users/{user_id:id}/role", operation_id="change_role", responses=problems(404, 409, 413, 422))
def change_role(user_id: Id, request: RoleChange, admin: CurrentAdmin, users: Users) -> Answer[ManagedUser]:
    """Change a user's role; the last admin keeps it."""
    return _answer(users.change_role(user_id, request.role, admin), "Role changed")


@router.patch("/users/{user_id:id}/password", operation_id="set_password", responses=problems(404, 413, 422))
def set_password(user_id: Id, request: PasswordSet, admin: CurrentAdmin, users: Users) -> Answer[ManagedUser]:
    """Set a user's password. All of the user's sessions are closed, and a mail is sent."""
    return _answer(users.set_password(user_id, request.password, admin), "Password set")


@router.patch(
    "/users/{user_id:id}/disabled", operation_id="set_disabled", responses=problems(404, 409, 413, 422)
)
def set_disabled(
    user_id: Id, request: DisabledChange, admin: CurrentAdmin, users: Users
) -> Answer[ManagedUser]:
    """Disable or enable an account; the last admin's cannot be disabled."""
    return _answer(users.set_disabled(user_id, request.disabled, admin), "User changed")


@router.get("/audit", operation_id="list_audit", responses=problems(422))
def list_audit(
    _: CurrentAdmin,
    users: Users,
    actor_id: Annotated[int | None, Query(ge=1, le=LARGEST_ID)] = None,
    action: SearchText = None,
    page: PageNumber = 1,
    limit: PageLimit = 50,
) -> Answer[NumberedPage[AuditRead]]:
    """Read the audit log, newest first."""
    rows, total = users.list_events(actor_id, action, page, limit)
    items = [AuditRead.model_validate(row) for row in rows]
    return Answer(
        message="Security events", data=NumberedPage(items=items, total=total, page=page, limit=limit)
    )
