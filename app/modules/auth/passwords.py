"""Password hashes: Argon2id, the same work for known and unknown accounts."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()


def hashed(password: str) -> str:
    """Hash a password; takes tens of milliseconds, so never while a connection is held."""
    return _hasher.hash(password)


@lru_cache
def _nobody() -> str:
    return _hasher.hash("nobody's password")


def is_right(password: str, password_hash: str | None) -> bool:
    """Check a password; without a hash the same work is done, and the answer is no."""
    try:
        return _hasher.verify(password_hash or _nobody(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Tell whether a hash was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)
