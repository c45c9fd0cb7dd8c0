"""Passwords: Argon2id, the same work for known and unknown accounts, and none that is easy to guess."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from app.modules.auth.errors import WeakPassword

# Tests put a hasher in its place that counts, or that is quick.
hasher = PasswordHasher()


def hashed(password: str) -> str:
    """Hash a password; takes tens of milliseconds, so never while a connection is held."""
    return hasher.hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Check a password; without a hash the same work is done, and the answer is no."""
    try:
        return hasher.verify(password_hash or _nobodys_hash(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Tell whether a hash was made with other parameters than today's."""
    return hasher.check_needs_rehash(password_hash)


def refuse_weak(password: str, *own_words: str) -> None:
    """Refuse a common password, and one that is the person's own address or name. Raises WeakPassword."""
    guess = password.strip().casefold()
    own = {spelling for word in own_words for spelling in _spellings(word)}
    if guess in own | {"animatic studio", "animaticstudio"} or guess in _common():
        raise WeakPassword(errors=[{"loc": ["body", "password"], "msg": WeakPassword.detail}])


def _nobodys_hash() -> str:
    """Spell a hash of today's parameters that no password has."""
    cost = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2id$v=19${cost}${'A' * 22}${'A' * 43}"


def _spellings(word: str) -> set[str]:
    whole = word.casefold()
    return {whole, whole.partition("@")[0], whole.replace(" ", "")}


@lru_cache
def _common() -> frozenset[str]:
    """The thirty thousand passwords that leaks hold most often."""
    return frozenset(FREQUENCY_LISTS["passwords"])
