"""The routes of the signed-in user's account: profile, password, sessions."""

from fastapi import APIRouter, Request, Response

from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth import cookies
from app.modules.auth.dependencies import Auth, CurrentSession, CurrentUser, Passwords, Sessions, VisitorDep
from app.modules.auth.schemas import (
    Answer,
    NewPassword,
    Nothing,
    PasswordChange,
    PasswordForgotten,
    SessionRead,
    SignedIn,
    UserRead,
    UserRename,
)

router = APIRouter(prefix="/auth", tags=["auth"])


@router.get("/me", operation_id="get_me", responses=problems(401))
def get_me(user: CurrentUser) -> Answer[UserRead]:
    """Read the signed-in user."""
    return Answer(message="Signed in", data=UserRead.model_validate(user))


@router.patch("/me", operation_id="rename_me", responses=problems(401, 403, 413, 422))
def rename_me(request: UserRename, user: CurrentUser, auth: Auth) -> Answer[UserRead]:
    """Change the signed-in user's name."""
    return Answer(message="Saved", data=UserRead.model_validate(auth.rename(user, request.full_name)))


@router.put(
    "/change-password",
    operation_id="change_password",
    response_model_exclude_none=True,
    responses=problems(400, 401, 403, 413, 422, 429, 503),
)
def change_password(
    body: PasswordChange,
    current: CurrentSession,
    passwords: Passwords,
    request: Request,
    response: Response,
) -> SignedIn:
    """Change the signed-in user's password. All earlier tokens become invalid, and new ones are issued."""
    tokens = passwords.change(current, body.old_password, body.new_password)
    if "authorization" in request.headers:
        return SignedIn.of(current.user, "Password changed", tokens)
    cookies.set_tokens(response, tokens)
    return SignedIn.of(current.user, "Password changed")


@router.post("/forgot-password", operation_id="forgot_password", responses=problems(403, 413, 422, 429))
def forgot_password(request: PasswordForgotten, passwords: Passwords, visitor: VisitorDep) -> Nothing:
    """Request a reset link by e-mail. The answer is the same for an address without an account."""
    passwords.request_reset(request.email, visitor)
    return Nothing(message="If the account exists, a mail with a link is on its way", data=None)


@router.post(
    "/reset-password", operation_id="reset_password", responses=problems(400, 403, 413, 422, 429, 503)
)
def reset_password(request: NewPassword, passwords: Passwords, visitor: VisitorDep) -> Nothing:
    """Set a new password with the token of a reset link. All sessions are closed, and none is opened."""
    passwords.reset(request.token, request.new_password, visitor)
    return Nothing(message="The password is changed; sign in with the new one", data=None)


@router.get("/sessions", operation_id="list_sessions", responses=problems(401))
def list_sessions(current: CurrentSession, sessions: Sessions) -> Answer[list[SessionRead]]:
    """List the signed-in user's sessions, newest first."""
    rows = [SessionRead.of(row, current) for row in sessions.list_live(current.user_id)]
    return Answer(message="Your sessions", data=rows)


@router.delete(
    "/sessions/{session_id:id}",
    status_code=204,
    operation_id="close_session",
    responses=problems(401, 403, 404, 422),
)
def close_session(session_id: Id, user: CurrentUser, sessions: Sessions) -> None:
    """Close one of the signed-in user's sessions. Its tokens are invalid at once."""
    sessions.close_own(session_id, user)
