"""Tokens: JSON Web Tokens (HS256) of two kinds that never stand in for each other."""

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
# Exactly what we write: a header that names another key, or asks for something critical, is not ours.
HEADER = {"alg": "HS256", "typ": "JWT"}
_jwt = jwt.PyJWT(options={"enforce_minimum_key_length": True, "strict_aud": True})


@dataclass(frozen=True, slots=True)
class Claims:
    """What a good token says."""

    user_id: int
    sid: str
    jti: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """A signed access and refresh token, with the access token's seconds to live."""

    access: str
    refresh: str
    expires_in: int


def new_id() -> str:
    """Make an id that nobody can guess."""
    return secrets.token_urlsafe(24)


def signed(row: RefreshToken, session: UserSession) -> Tokens:
    """Sign both tokens from their stored claims; the same row always gives the same tokens."""
    lifetime = timedelta(seconds=settings().access_token_seconds)
    access_end = min(row.issued_at + lifetime, row.expires_at)
    return Tokens(
        access=_signed("access", row.access_jti, row, session, access_end),
        refresh=_signed("refresh", row.jti, row, session, row.expires_at),
        expires_in=max(0, int((access_end - now()).total_seconds())),
    )


def _signed(kind: str, jti: str, row: RefreshToken, session: UserSession, end: datetime) -> str:
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


def read(token: str, kind: str) -> Claims:
    """Check signature, header, kind and every claim of a token; raises InvalidToken."""
    try:
        whole = _jwt.decode_complete(
            token,
            settings().key,
            algorithms=[HEADER["alg"]],
            issuer=ISSUER,
            audience=AUDIENCE,
            options={"require": REQUIRED},
        )
        claims = whole["payload"]
        if whole["header"] != HEADER or claims["typ"] != kind:
            raise InvalidToken
        return Claims(int(claims["sub"]), str(claims["sid"]), str(claims["jti"]))
    except (jwt.InvalidTokenError, ValueError, TypeError) as error:
        raise InvalidToken from error
