"""JSON Web Tokens (HS256) of two kinds, access and refresh, neither of which is accepted as the other."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import jwt

from app.core.clock import now
from app.core.config import settings
from app.modules.auth.errors import InvalidToken
from app.modules.auth.models import RefreshToken, UserSession

ISSUER = "animatic-studio"
AUDIENCE = "animatic-studio-api"
REQUIRED = ["typ", "iss", "aud", "sub", "sid", "jti", "iat", "exp"]
# The exact header of our tokens: one that names another key or a critical extension is refused.
HEADER = {"alg": "HS256", "typ": "JWT"}
_jwt = jwt.PyJWT(options={"enforce_minimum_key_length": True, "strict_aud": True})


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a valid token."""

    user_id: int
    sid: str
    jti: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """A signed access and refresh token; `expires_in` is the access token's remaining life in seconds."""

    access: str
    refresh: str
    expires_in: int


def new_id() -> str:
    """Return a random id of 192 bits."""
    return secrets.token_urlsafe(24)


def sign(row: RefreshToken, session: UserSession) -> Tokens:
    """Return both tokens, signed from their stored claims: the same row always gives the same tokens."""
    lifetime = timedelta(seconds=settings().access_token_seconds)
    access_end = min(row.issued_at + lifetime, row.expires_at)
    return Tokens(
        access=_encode("access", row.access_jti, row, session, access_end),
        refresh=_encode("refresh", row.jti, row, session, row.expires_at),
        expires_in=max(0, int((access_end - now()).total_seconds())),
    )


def _encode(kind: str, jti: str, row: RefreshToken, session: UserSession, end: datetime) -> str:
    claims = {
        "typ": kind,
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(session.user_id),
        "sid": session.sid,
        "jti": jti,
        "iat": int(row.issued_at.replace(tzinfo=UTC).timestamp()),
        "exp": int(end.replace(tzinfo=UTC).timestamp()),
    }
    return _jwt.encode(claims, settings().key, algorithm=HEADER["alg"])


def decode(token: str, kind: str) -> Claims:
    """Return a token's claims after a check of signature, header, kind and all claims.

    Raises InvalidToken.
    """
    try:
        token_parts = _jwt.decode_complete(
            token,
            settings().key,
            algorithms=[HEADER["alg"]],
            issuer=ISSUER,
            audience=AUDIENCE,
            options={"require": REQUIRED},
        )
        claims = token_parts["payload"]
        if token_parts["header"] != HEADER or claims["typ"] != kind:
            raise InvalidToken
        return Claims(int(claims["sub"]), str(claims["sid"]), str(claims["jti"]))
    except (jwt.InvalidTokenError, ValueError, TypeError) as error:
        raise InvalidToken from error
