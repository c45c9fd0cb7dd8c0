"""Passwords: hashing by Argon2id, equal work for known and unknown accounts, and rejection of weak ones."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from app.modules.auth.errors import WeakPassword

# Tests replace the hasher with a quick one that counts its calls.
hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """Return the hash of a password. It takes tens of milliseconds: never call it with a connection held."""
    return hasher.hash(password)


def verify(password: str, password_hash: str | None) -> bool:
    """Return whether a password matches a hash; False without a hash, after the same amount of work."""
    try:
        return hasher.verify(password_hash or dummy_hash(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Return whether a hash was made with other parameters than the current ones."""
    return hasher.check_needs_rehash(password_hash)


def reject_weak(password: str, *personal_words: str) -> None:
    """Raise WeakPassword for a common password, and for one that is the user's own address or name."""
    guess = password.strip().casefold()
    personal = {variant for word in personal_words for variant in _variants(word)}
    if guess in personal | {"animatic studio", "animaticstudio"} or guess in common_passwords():
        raise WeakPassword(errors=[{"loc": ["body", "password"], "msg": WeakPassword.detail}])


def dummy_hash() -> str:
    """Return a hash with the current parameters that no password matches."""
    cost = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2id$v=19${cost}${'A' * 22}${'A' * 43}"


def _variants(word: str) -> set[str]:
    whole = word.casefold()
    return {whole, whole.partition("@")[0], whole.replace(" ", "")}


@lru_cache
def common_passwords() -> frozenset[str]:
    """Return zxcvbn's list of the thirty thousand most common passwords of leaks."""
    return frozenset(FREQUENCY_LISTS["passwords"])
