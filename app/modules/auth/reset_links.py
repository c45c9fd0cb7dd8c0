"""Reset links: their tokens are derived from the request's row with a key of their own, and never stored."""

from app.core import keys
from app.core.clock import now
from app.modules.auth.errors import ResetTokenInvalid
from app.modules.auth.models import PasswordReset, User
from app.modules.auth.repository import AuthRepository

PURPOSE = "password-reset"
LONGEST_NUMBER = 18


def token_of(accounts: AuthRepository, reset_id: int) -> tuple[str, User] | None:
    """Derive a request's token, the same each time, with its user; None when no link may leave (any more)."""
    request = accounts.get_reset(reset_id)
    user = accounts.get_user(request.user_id) if request and request.user_id else None
    if request is None or user is None or not is_open(accounts, request, user):
        return None
    return f"{request.id}.{keys.sign(PURPOSE, _message(request, user))}", user


def find(accounts: AuthRepository, token: str) -> tuple[PasswordReset, User]:
    """Find the request that a token belongs to, with its user. Raises ResetTokenInvalid."""
    number = token.partition(".")[0]
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        raise ResetTokenInvalid
    request = accounts.get_reset(int(number))
    user = accounts.get_user(request.user_id) if request and request.user_id else None
    if request is None or user is None or not is_open(accounts, request, user):
        raise ResetTokenInvalid
    if not keys.is_signed(PURPOSE, _message(request, user), token.removeprefix(f"{request.id}.")):
        raise ResetTokenInvalid
    return request, user


def is_open(accounts: AuthRepository, request: PasswordReset, user: User) -> bool:
    """Tell whether a request is its user's newest, unused and in time."""
    newest = accounts.get_newest_reset(user.id)
    if newest is None or newest.id != request.id or newest.closed_at is not None:
        return False
    return newest.expires_at > now() and not user.is_disabled


def _message(request: PasswordReset, user: User) -> str:
    return f"{request.id}:{request.nonce}:{user.id}:{user.email}"
