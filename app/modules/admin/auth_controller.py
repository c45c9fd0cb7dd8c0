"""The routes by which admins come and go, and how anybody leaves for good."""

from fastapi import APIRouter, Request, Response

from app.core.problems import problems
from app.modules.admin.dependencies import Accounts, Users
from app.modules.admin.schemas import AccountDeletion, ManagedUser, UserCreate
from app.modules.auth import controller as auth
from app.modules.auth import cookies
from app.modules.auth.dependencies import (
    Auth,
    CurrentAdmin,
    CurrentUser,
    RotatingSessions,
    Sessions,
    VisitorDep,
)
from app.modules.auth.schemas import Answer, Nothing, SignedIn, UserLogin, UserRead, UserRegister

router = APIRouter(prefix="/admin/auth", tags=["admin"])
account_router = APIRouter(prefix="/auth", tags=["auth"])


@router.post(
    "/login",
    operation_id="admin_login",
    response_model_exclude_none=True,
    responses=problems(401, 403, 413, 422, 429, 503),
)
def login(request: UserLogin, service: Auth, visitor: VisitorDep, response: Response) -> SignedIn:
    """Open a session as `/auth/login` does, for admins only."""
    user, tokens = service.login(request.email, request.password, visitor, admins_only=True)
    if request.token_transport == "bearer":
        return SignedIn.of(user, "Signed in", tokens)
    cookies.set_tokens(response, tokens)
    return SignedIn.of(user, "Signed in")


@router.post("/logout", operation_id="admin_logout", responses=problems(401, 403))
def logout(request: Request, response: Response, sessions: Sessions) -> Nothing:
    """Close the session; both tokens are dead at once."""
    return auth.sign_out(request, response, sessions, admins_only=True)


@router.get("/me", operation_id="get_admin_me", responses=problems(401, 403))
def get_me(admin: CurrentAdmin) -> Answer[UserRead]:
    """Tell which admin is signed in."""
    return Answer(message="Signed in", data=UserRead.model_validate(admin))


@router.get(
    "/refresh-token",
    operation_id="refresh_admin_token",
    response_model_exclude_none=True,
    responses=problems(401, 403),
)
def refresh(request: Request, response: Response, sessions: RotatingSessions) -> SignedIn:
    """Rotate both tokens of the admin's session in the refresh cookie."""
    user, tokens = sessions.refresh(cookies.refresh_token(request), admins_only=True)
    cookies.set_tokens(response, tokens)
    return SignedIn.of(user, "Session refreshed")


@router.post(
    "/register",
    status_code=201,
    operation_id="register_admin",
    responses=problems(401, 403, 409, 413, 422),
)
def register(request: UserRegister, admin: CurrentAdmin, users: Users) -> Answer[ManagedUser]:
    """Open an account for another admin."""
    wish = UserCreate(role="admin", **request.model_dump())
    user = ManagedUser.model_validate(users.create(wish, admin))
    return Answer(message="Admin created", status_code=201, data=user)


@account_router.delete(
    "/me",
    status_code=204,
    operation_id="delete_me",
    responses=problems(400, 401, 403, 409, 413, 422, 429, 503),
)
def delete_me(body: AccountDeletion, user: CurrentUser, accounts: Accounts, response: Response) -> None:
    """Remove one's own account with its projects and stored files."""
    accounts.close_own(user, body.password)
    cookies.clear(response)
