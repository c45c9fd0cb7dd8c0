"""Random numbers for sounds, the same on every run."""

import hashlib

import numpy as np


def sound_rng(key: str) -> np.random.Generator:
    """Return a generator seeded with the SHA-256 of a key."""
    return np.random.default_rng(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big"))
