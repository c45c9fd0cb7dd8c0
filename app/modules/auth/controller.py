"""The routes of accounts and sessions."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.security import OAuth2PasswordRequestForm

from app.core.config import settings
from app.core.database import unit_of_work
from app.core.http import Route, problems
from app.modules.auth.dependencies import (
    ACCESS_COOKIE,
    REFRESH_COOKIE,
    Auth,
    CurrentUser,
    VisitorDep,
    access_token,
    cookie_name,
)
from app.modules.auth.models import User
from app.modules.auth.schemas import (
    Answer,
    Nothing,
    SignedIn,
    TokenPair,
    TokenRefresh,
    UserLogin,
    UserRead,
    UserRegister,
)
from app.modules.auth.service import AuthService
from app.modules.auth.tokens import Tokens

router = APIRouter(prefix="/auth", tags=["auth"], route_class=Route)


def _set_cookies(response: Response, tokens: Tokens) -> None:
    ages = {ACCESS_COOKIE: settings().access_token_seconds, REFRESH_COOKIE: settings().refresh_token_seconds}
    texts = {ACCESS_COOKIE: tokens.access, REFRESH_COOKIE: tokens.refresh}
    for name, text in texts.items():
        response.set_cookie(cookie_name(name), text, max_age=ages[name], **_cookie_rules())


def _cookie_rules() -> dict[str, Any]:
    return {
        "path": "/",
        "httponly": True,
        "secure": settings().is_production,
        "samesite": settings().cookie_samesite,
    }


def _pair(tokens: Tokens) -> TokenPair:
    return TokenPair(access_token=tokens.access, refresh_token=tokens.refresh, expires_in=tokens.expires_in)


def _signed_in(user: User, message: str, tokens: Tokens | None = None) -> SignedIn:
    pair = _pair(tokens).model_dump() if tokens else {}
    return SignedIn(message=message, data=UserRead.model_validate(user), **pair)


@router.post(
    "/register",
    status_code=201,
    operation_id="register",
    responses=problems(403, 409, 415, 422, 429),
)
def register(request: UserRegister, auth: Auth) -> Answer[UserRead]:
    """Open an account."""
    user = UserRead.model_validate(auth.register(request))
    return Answer(message="Account created", status_code=201, data=user)


@router.post(
    "/login",
    operation_id="login",
    response_model_exclude_none=True,
    responses=problems(401, 403, 422, 429, 503),
)
def login(request: UserLogin, auth: Auth, visitor: VisitorDep, response: Response) -> SignedIn:
    """Open a session; its tokens come as cookies, or in the body with `token_transport: bearer`."""
    user, tokens = auth.login(request.email, request.password, visitor)
    if request.token_transport == "bearer":
        return _signed_in(user, "Signed in", tokens)
    _set_cookies(response, tokens)
    return _signed_in(user, "Signed in")


@router.post("/token", operation_id="issue_token", responses=problems(401, 403, 422, 429, 503))
def issue_token(
    form: Annotated[OAuth2PasswordRequestForm, Depends()], auth: Auth, visitor: VisitorDep
) -> TokenPair:
    """Open a session by an OAuth2 password form, as the documentation's Authorize button does."""
    return _pair(auth.login(form.username, form.password, visitor)[1])


@router.get(
    "/refresh-token",
    operation_id="refresh_token_by_cookie",
    response_model_exclude_none=True,
    responses=problems(401, 403),
)
def refresh_by_cookie(request: Request, response: Response) -> SignedIn:
    """Rotate both tokens of the session in the refresh cookie."""
    with unit_of_work() as session:
        user, tokens = AuthService(session).refresh(request.cookies.get(cookie_name(REFRESH_COOKIE), ""))
    _set_cookies(response, tokens)
    return _signed_in(user, "Session refreshed")


@router.post(
    "/refresh-token",
    operation_id="refresh_token",
    response_model_exclude_none=True,
    responses=problems(401, 403, 422),
)
def refresh(request: Request, response: Response, auth: Auth, body: TokenRefresh | None = None) -> SignedIn:
    """Rotate both tokens; a token in the body is answered in the body, one in the cookie by cookies."""
    if body is not None:
        user, tokens = auth.refresh(body.refresh_token)
        return _signed_in(user, "Session refreshed", tokens)
    user, tokens = auth.refresh(request.cookies.get(cookie_name(REFRESH_COOKIE), ""))
    _set_cookies(response, tokens)
    return _signed_in(user, "Session refreshed")


@router.post("/logout", operation_id="logout", responses=problems(401, 403))
def logout(request: Request, response: Response, auth: Auth) -> Nothing:
    """Close the session; both tokens are dead at once."""
    refresh_token = request.cookies.get(cookie_name(REFRESH_COOKIE))
    auth.logout(auth.session_of(access_token(request), refresh_token))
    for name in (ACCESS_COOKIE, REFRESH_COOKIE):
        response.delete_cookie(cookie_name(name), **_cookie_rules())
    response.headers["Clear-Site-Data"] = '"cache"'
    return Nothing(message="Signed out", data=None)


@router.get("/me", operation_id="get_me", responses=problems(401))
def me(user: CurrentUser) -> Answer[UserRead]:
    """Tell who is signed in."""
    return Answer(message="Signed in", data=UserRead.model_validate(user))
