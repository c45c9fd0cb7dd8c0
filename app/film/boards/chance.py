"""Chance that repeats itself: every drawing decision comes from a seed made of words."""

import hashlib
from random import Random


def chance_of(*keys: object) -> Random:
    """Seed a generator from the SHA-256 of the keys, so equal keys draw equal lines on every machine."""
    digest = hashlib.sha256("|".join(str(key) for key in keys).encode("utf-8", "replace")).digest()
    return Random(int.from_bytes(digest[:8], "big"))  # noqa: S311 - it wobbles lines and guards no secret
