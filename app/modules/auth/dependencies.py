"""Who is asking, as a parameter of an endpoint."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer
from sqlalchemy import update

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.errors import Unauthorized
from app.core.http import PREFIX, SessionDep
from app.core.idempotency import Once
from app.modules.auth import blacklist, tokens
from app.modules.auth.errors import InvalidToken, NotAdmin
from app.modules.auth.models import RefreshToken, User
from app.modules.auth.repository import AuthRepository
from app.modules.auth.service import AuthService, Visitor
from app.modules.auth.tokens import Claims

ACCESS_COOKIE, REFRESH_COOKIE = "access_token", "refresh_token"

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


def authenticate(token: str | None) -> tuple[User, Claims]:
    """Check a token against blacklist and database; raises Unauthorized or InvalidToken."""
    if token is None:
        raise Unauthorized
    claims = tokens.read(token, "access")
    if blacklist.has(claims):
        raise InvalidToken
    with reading() as session:
        accounts = AuthRepository(session)
        live = accounts.get_live_session(claims.session_id, claims.user_id)
        issued = accounts.get_token_by_access(claims.jti)
    if live is None or issued is None or live.user.is_disabled:
        raise InvalidToken
    if issued.used_at is None:
        _note_first_use(issued.id)
    return live.user, claims


def _note_first_use(token_id: int) -> None:
    in_transaction(
        lambda session: session.execute(
            update(RefreshToken)
            .where(RefreshToken.id == token_id, RefreshToken.used_at.is_(None))
            .values(used_at=db_now())
        )
    )


def _current(request: Request, _: Annotated[str | None, Depends(_scheme)]) -> tuple[User, Claims]:
    return authenticate(access_token(request))


def _current_user(current: Annotated[tuple[User, Claims], Depends(_current)]) -> User:
    return current[0]


CurrentUser = Annotated[User, Depends(_current_user)]


def _admin(user: CurrentUser) -> User:
    if user.role != "admin":
        raise NotAdmin
    return user


CurrentAdmin = Annotated[User, Depends(_admin)]


def _visitor(request: Request) -> Visitor:
    return Visitor(request.client.host if request.client else None, request.headers.get("user-agent"))


VisitorDep = Annotated[Visitor, Depends(_visitor)]


def _auth(session: SessionDep) -> AuthService:
    return AuthService(session)


Auth = Annotated[AuthService, Depends(_auth)]


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


OnceDep = Annotated[Once, Depends(_once, scope="function")]
