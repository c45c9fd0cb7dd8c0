"""Who is asking, as a parameter of an endpoint."""

from datetime import timedelta
from typing import Annotated

import structlog
from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer
from sqlalchemy import update

from app.core.clock import db_now, now
from app.core.config import settings
from app.core.database import affected, in_transaction, reading
from app.core.errors import Unauthorized
from app.core.http import PREFIX, SessionDep, WritingSessionDep
from app.core.idempotency import Once
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
NOTED_EVERY = timedelta(minutes=1)
log = structlog.get_logger()

# Shown in the documentation as the way to authorise; the reading itself is `_access_token`.
_scheme = OAuth2PasswordBearer(tokenUrl=f"{PREFIX}/auth/token", auto_error=False)


def cookie_name(name: str) -> str:
    """Give a cookie's full name; exactly this one is read."""
    return settings().cookie_prefix + name


def access_token(request: Request) -> str | None:
    """Find the access token: the header counts before the cookie, the query string never."""
    header = request.headers.get("authorization")
    if header is None:
        return request.cookies.get(cookie_name(ACCESS_COOKIE))
    scheme, _, token = header.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def authenticate(token: str | None) -> UserSession:
    """Find the live session of a token, with its user, whom the database alone knows to be an admin.

    Raises Unauthorized without a token, InvalidToken for one that is not good (any more).
    """
    if token is None:
        raise Unauthorized
    claims = tokens.read(token, "access")
    if blacklist.has(claims):
        raise InvalidToken
    with reading() as session:
        found = SessionRepository(session).get_live_with_token(claims.sid, claims.jti)
    if found is None or found[0].user_id != claims.user_id or found[0].user.is_disabled:
        raise InvalidToken
    _note_use(*found)
    return found[0]


def _note_use(session: UserSession, token: RefreshToken) -> None:
    """Note the first use of a token, which ends its parent's grace, and roughly the session's last use."""
    if token.used_at is None:
        statement = update(RefreshToken).where(RefreshToken.id == token.id).values(used_at=db_now())
    elif session.last_used_at < now() - NOTED_EVERY:
        statement = update(UserSession).where(UserSession.id == session.id).values(last_used_at=db_now())
    else:
        return
    in_transaction(lambda writing: affected(writing, statement))


def _current_session(request: Request, _: Annotated[str | None, Depends(_scheme)]) -> UserSession:
    return authenticate(access_token(request))


CurrentSession = Annotated[UserSession, Depends(_current_session)]


async def _current_user(current: CurrentSession) -> User:
    return current.user


CurrentUser = Annotated[User, Depends(_current_user)]


async def _admin(user: CurrentUser) -> User:
    if user.role != "admin":
        log.warning("access.denied", actor_id=user.id)
        raise NotAdmin
    return user


CurrentAdmin = Annotated[User, Depends(_admin)]


async def _visitor(request: Request) -> Visitor:
    return Visitor(client_ip(request.scope), request.headers.get("user-agent"))


VisitorDep = Annotated[Visitor, Depends(_visitor)]


async def _auth(session: SessionDep) -> AuthService:
    return AuthService(session)


def _sessions(session: SessionDep) -> SessionService:
    return SessionService(session)


def _rotating_sessions(session: WritingSessionDep) -> SessionService:
    return SessionService(session)


async def _passwords(session: SessionDep) -> PasswordService:
    return PasswordService(session)


Auth = Annotated[AuthService, Depends(_auth)]
Sessions = Annotated[SessionService, Depends(_sessions)]
RotatingSessions = Annotated[SessionService, Depends(_rotating_sessions)]
Passwords = Annotated[PasswordService, Depends(_passwords)]


async def _body(request: Request) -> bytes:
    return await request.body()


def _once(request: Request, user: CurrentUser, body: Annotated[bytes, Depends(_body)]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    key = request.headers.get("idempotency-key")
    once = Once(user.id, f"{request.method} {request.url.path}"[:120], key and key[:255], body)
    try:
        yield once
    except Exception:
        once.release()
        raise


# With the scope of the request it ends after the session, whichever was opened first: the release of a key
# never waits for a transaction of its own request.
OnceDep = Annotated[Once, Depends(_once, scope="request")]
