"""The routes to register, sign in, refresh a session and sign out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from app.core.errors import Unauthorized
from app.core.problems import problems
from app.modules.auth import cookies
from app.modules.auth.dependencies import (
    Auth,
    RotatingSessions,
    Sessions,
    VisitorDep,
    access_token,
)
from app.modules.auth.schemas import (
    Answer,
    Nothing,
    PasswordForm,
    SignedIn,
    TokenPair,
    TokenRefresh,
    UserLogin,
    UserRead,
    UserRegister,
)
from app.modules.auth.sessions import SessionService

router = APIRouter(prefix="/auth", tags=["auth"])


@router.post(
    "/register",
    status_code=201,
    operation_id="register",
    responses=problems(403, 409, 413, 422, 429, 503),
)
def register(request: UserRegister, auth: Auth, visitor: VisitorDep) -> Answer[UserRead]:
    """Create an account."""
    user = UserRead.model_validate(auth.register(request, visitor))
    return Answer(message="Account created", status_code=201, data=user)


@router.post(
    "/login",
    operation_id="login",
    response_model_exclude_none=True,
    responses=problems(401, 403, 413, 422, 429, 503),
)
def login(request: UserLogin, auth: Auth, visitor: VisitorDep, response: Response) -> SignedIn:
    """Open a session. Its tokens are sent as cookies, or in the body with `token_transport: bearer`."""
    user, tokens = auth.login(request.email, request.password, visitor)
    if request.token_transport == "bearer":
        return SignedIn.of(user, "Signed in", tokens)
    cookies.set_tokens(response, tokens)
    return SignedIn.of(user, "Signed in")


@router.post("/token", operation_id="issue_token", responses=problems(401, 403, 413, 422, 429, 503))
def issue_token(form: Annotated[PasswordForm, Form()], auth: Auth, visitor: VisitorDep) -> TokenPair:
    """Open a session by an OAuth2 password form, as the Authorize button of the documentation does."""
    return TokenPair.of(auth.login(form.username, form.password, visitor)[1])


@router.get(
    "/refresh-token",
    operation_id="refresh_token_by_cookie",
    response_model_exclude_none=True,
    responses=problems(401, 403),
)
def refresh_by_cookie(request: Request, response: Response, sessions: RotatingSessions) -> SignedIn:
    """Rotate both tokens of the session whose refresh token is in the cookie."""
    user, tokens = sessions.refresh(cookies.refresh_token(request))
    cookies.set_tokens(response, tokens)
    return SignedIn.of(user, "Session refreshed")


@router.post(
    "/refresh-token",
    operation_id="refresh_token",
    response_model_exclude_none=True,
    responses=problems(401, 403, 413, 422),
)
def refresh(
    request: Request, response: Response, sessions: Sessions, body: TokenRefresh | None = None
) -> SignedIn:
    """Rotate both tokens. New tokens are sent in the body if the old one was, otherwise as cookies."""
    user, tokens = sessions.refresh(body.refresh_token if body else cookies.refresh_token(request))
    if body is not None:
        return SignedIn.of(user, "Session refreshed", tokens)
    cookies.set_tokens(response, tokens)
    return SignedIn.of(user, "Session refreshed")


@router.post("/logout", operation_id="logout", responses=problems(401, 403))
def logout(request: Request, response: Response, sessions: Sessions) -> Nothing:
    """Close the session.

    Both tokens are invalid at once; cookies are deleted, also those of a closed session.
    """
    return sign_out(request, response, sessions)


def sign_out(
    request: Request, response: Response, sessions: SessionService, *, admins_only: bool = False
) -> Nothing:
    """Close the session of the request's tokens and delete its cookies. The header is read before cookies.

    Raises Unauthorized when no session is found and no cookie is to be deleted, and NotAdmin with
    `admins_only` for the session of another user.
    """
    access, has_header = access_token(request), "authorization" in request.headers
    refresh = None if has_header else cookies.refresh_token(request)
    is_known = sessions.log_out(access, refresh, admins_only=admins_only)
    if not is_known and (has_header or not (access or refresh)):
        raise Unauthorized
    cookies.clear(response)
    return Nothing(message="Signed out", data=None)
