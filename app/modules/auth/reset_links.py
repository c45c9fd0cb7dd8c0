"""Tokens of reset links: derived from the row of the request and a key of their own, never stored."""

from app.core import keys
from app.core.clock import now
from app.modules.auth.errors import ResetTokenInvalid
from app.modules.auth.models import PasswordReset, User
from app.modules.auth.repository import AuthRepository

PURPOSE = "password-reset"
MAX_ID_DIGITS = 18


def build_token(accounts: AuthRepository, reset_id: int) -> tuple[str, User] | None:
    """Return the token of a request, the same each time, and its user; None when no link may be sent."""
    request = accounts.get_reset(reset_id)
    user = accounts.get_user(request.user_id) if request and request.user_id else None
    if request is None or user is None or not is_open(accounts, request, user):
        return None
    return f"{request.id}.{keys.sign(PURPOSE, _message(request, user))}", user


def find(accounts: AuthRepository, token: str) -> tuple[PasswordReset, User]:
    """Return the request that a token belongs to, and its user. Raises ResetTokenInvalid."""
    reset_id = token.partition(".")[0]
    if not (reset_id.isascii() and reset_id.isdigit() and len(reset_id) <= MAX_ID_DIGITS):
        raise ResetTokenInvalid
    request = accounts.get_reset(int(reset_id))
    user = accounts.get_user(request.user_id) if request and request.user_id else None
    if request is None or user is None or not is_open(accounts, request, user):
        raise ResetTokenInvalid
    if not keys.is_signed(PURPOSE, _message(request, user), token.removeprefix(f"{request.id}.")):
        raise ResetTokenInvalid
    return request, user


def is_open(accounts: AuthRepository, request: PasswordReset, user: User) -> bool:
    """Return whether a request is its user's newest, unused, and not expired."""
    newest = accounts.get_newest_reset(user.id)
    if newest is None or newest.id != request.id or newest.closed_at is not None:
        return False
    return newest.expires_at > now() and not user.is_disabled


def _message(request: PasswordReset, user: User) -> str:
    return f"{request.id}:{request.nonce}:{user.id}:{user.email}"
