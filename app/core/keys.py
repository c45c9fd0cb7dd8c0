"""Keys derived from the secret key, one for each purpose: a signature is valid for its purpose only."""

import hmac
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.core.config import settings


@lru_cache
def derive_key(purpose: str) -> bytes:
    """Return a key of 32 bytes for one purpose, derived by HKDF-SHA256 (RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(settings().key)


def sign(purpose: str, message: str) -> str:
    """Return the hexadecimal HMAC-SHA256 of a message under the key of a purpose."""
    return hmac.new(derive_key(purpose), message.encode(), sha256).hexdigest()


def is_signed(purpose: str, message: str, signature: str) -> bool:
    """Return whether a signature is that of the message. The comparison takes constant time."""
    return hmac.compare_digest(sign(purpose, message).encode(), signature.encode())
