"""The secret key: its check against short and published keys, and its generation."""

import secrets
from pathlib import Path

# The letters and digits of keys in published examples, and the key of FastAPI's tutorial.
PLACEHOLDER_WORDS = (
    "changethis",
    "changeme",
    "changeit",
    "replaceme",
    "yoursecret",
    "yoursuper",
    "supersecret",
)
PLACEHOLDER_KEYS = {"secret", "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"}
MINIMUM_KEY_BYTES = 32


def check_key(key: str) -> None:
    """Raise ValueError, with a sentence for people, for a key that can be guessed."""
    letters = "".join(filter(str.isalnum, key.lower()))
    if letters in PLACEHOLDER_KEYS or any(word in letters for word in PLACEHOLDER_WORDS):
        raise ValueError("SECRET_KEY is a placeholder; set it to at least 32 random bytes.")
    if len(key.encode()) < MINIMUM_KEY_BYTES:
        raise ValueError("SECRET_KEY is too short; set it to at least 32 random bytes.")


def write_key(path: Path) -> None:
    """Write a new key into a file unless the file exists.

    The key is written to a draft and linked: a link is atomic and never replaces another process's file.
    """
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(48))
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    finally:
        draft.unlink()
