"""Authentication and the services of accounts, as parameters of endpoints."""

from datetime import timedelta
from typing import Annotated

import structlog
from fastapi import Depends, Header, Request
from fastapi.security import APIKeyCookie, OAuth2PasswordBearer

from app.core.clock import now
from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.errors import Unauthorized
from app.core.http import PREFIX, SessionDep, WritingSessionDep
from app.core.idempotency import Idempotency
from app.core.visitor import client_ip
from app.modules.auth import tokens
from app.modules.auth.blacklist import blacklist
from app.modules.auth.errors import InvalidToken, NotAdmin
from app.modules.auth.models import RefreshToken, User, UserSession
from app.modules.auth.recovery import PasswordService
from app.modules.auth.repository import SessionRepository
from app.modules.auth.service import AuthService
from app.modules.auth.sessions import SessionService, Visitor

ACCESS_COOKIE, REFRESH_COOKIE = "access_token", "refresh_token"
LAST_USE_PRECISION = timedelta(minutes=1)
log = structlog.get_logger()

# The schemes only describe authentication in the documentation; `access_token` reads the token.
_scheme = OAuth2PasswordBearer(tokenUrl=f"{PREFIX}/auth/token", auto_error=False)
_cookie_scheme = APIKeyCookie(name=ACCESS_COOKIE, auto_error=False)


def cookie_name(name: str) -> str:
    """Return the full name of a cookie, with `COOKIE_PREFIX`."""
    return settings().cookie_prefix + name


def access_token(request: Request) -> str | None:
    """Return the access token of the header or else of the cookie; never of the query string.

    Returns None when the request has neither, and an empty text for a header of another scheme.
    """
    header = request.headers.get("authorization")
    if header is None:
        return request.cookies.get(cookie_name(ACCESS_COOKIE))
    scheme, _, token = header.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def authenticate(token: str | None) -> UserSession:
    """Return the live session of an access token, with its user as stored now.

    Raises Unauthorized without a token, and InvalidToken for an invalid, expired or revoked one.
    """
    if token is None:
        raise Unauthorized
    claims = tokens.decode(token, "access")
    if blacklist.has(claims):
        raise InvalidToken
    with reading() as session:
        found = SessionRepository(session).get_live_with_token(claims.sid, claims.jti)
    if found is None or found[0].user_id != claims.user_id or found[0].user.is_disabled:
        raise InvalidToken
    _record_use(*found)
    return found[0]


def _record_use(session: UserSession, token: RefreshToken) -> None:
    """Record the first use of a token, which ends its parent's grace time, or a session's last use.

    The last use is precise to a minute, so that most requests write nothing.
    """
    if token.used_at is None:
        in_transaction(lambda writing: SessionRepository(writing).record_token_use(token.id))
    elif session.last_used_at < now() - LAST_USE_PRECISION:
        in_transaction(lambda writing: SessionRepository(writing).record_use(session.id))


def _get_session(
    request: Request,
    _: Annotated[str | None, Depends(_scheme)],
    __: Annotated[str | None, Depends(_cookie_scheme)],
) -> UserSession:
    return authenticate(access_token(request))


CurrentSession = Annotated[UserSession, Depends(_get_session)]


async def _get_user(current: CurrentSession) -> User:
    return current.user


CurrentUser = Annotated[User, Depends(_get_user)]


async def _get_admin(user: CurrentUser) -> User:
    if user.role != "admin":
        log.warning("access.denied", actor_id=user.id)
        raise NotAdmin
    return user


CurrentAdmin = Annotated[User, Depends(_get_admin)]


async def _get_visitor(request: Request) -> Visitor:
    return Visitor(client_ip(request.scope), request.headers.get("user-agent"))


VisitorDep = Annotated[Visitor, Depends(_get_visitor)]


async def _get_auth_service(session: SessionDep) -> AuthService:
    return AuthService(session)


def _get_session_service(session: SessionDep) -> SessionService:
    return SessionService(session)


def _get_rotating_session_service(session: WritingSessionDep) -> SessionService:
    return SessionService(session)


async def _get_password_service(session: SessionDep) -> PasswordService:
    return PasswordService(session)


Auth = Annotated[AuthService, Depends(_get_auth_service)]
Sessions = Annotated[SessionService, Depends(_get_session_service)]
RotatingSessions = Annotated[SessionService, Depends(_get_rotating_session_service)]
Passwords = Annotated[PasswordService, Depends(_get_password_service)]


async def _read_body(request: Request) -> bytes:
    return await request.body()


IdempotencyKeyHeader = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        description="For a day, the same request sent again with the same key gets the first answer.",
    ),
]


def _claim_idempotency_key(  # type: ignore[no-untyped-def]  # noqa: ANN202
    request: Request,
    user: CurrentUser,
    body: Annotated[bytes, Depends(_read_body)],
    idempotency_key: IdempotencyKeyHeader = None,
):
    route = f"{request.method} {request.scope['path']}"
    idempotency = Idempotency(user.id, route, idempotency_key, body)
    try:
        yield idempotency
    except Exception:
        idempotency.release()
        raise


# A dependency with the scope of the request ends after the database session, whichever was opened first. So
# the release of a key never waits for a lock of its own request's transaction.
IdempotencyDep = Annotated[Idempotency, Depends(_claim_idempotency_key, scope="request")]
