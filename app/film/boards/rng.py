"""Reproducible random numbers: the seed of each drawing decision is made of words."""

import hashlib
from random import Random


def seeded_rng(*keys: object) -> Random:
    """Return a generator seeded with the SHA-256 of the keys: equal keys draw equal lines everywhere."""
    digest = hashlib.sha256("|".join(str(key) for key in keys).encode("utf-8", "replace")).digest()
    return Random(int.from_bytes(digest[:8], "big"))  # noqa: S311 - it wobbles lines and guards no secret
