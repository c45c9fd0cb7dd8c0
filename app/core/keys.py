"""Keys derived from the secret key, one per purpose, so that none can stand in for another."""

import hmac
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.core.config import settings


@lru_cache
def derived(purpose: str) -> bytes:
    """Derive 32 bytes for one purpose by HKDF-SHA256 (RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(settings().key)


def sign(purpose: str, message: str) -> str:
    """Give the hexadecimal HMAC-SHA256 of a message under the purpose's key."""
    return hmac.new(derived(purpose), message.encode(), sha256).hexdigest()


def is_signed(purpose: str, message: str, signature: str) -> bool:
    """Compare a signature in constant time."""
    return hmac.compare_digest(sign(purpose, message).encode(), signature.encode())
