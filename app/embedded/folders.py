"""The folders of `studio film` in the data folder: one for each story, and one for what all stories share."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

FILMS, SHARED, RECORD = "films", "shared", "story.json"
STANDARD_INPUT = "standard input"


def prepare(data: Path, source: Path | None) -> Path:
    """Create and return the data folder for a story's films, named after the story's whole path.

    `source` is the story's file, None for standard input.
    """
    words = str(source) if source else STANDARD_INPUT
    folder = data / FILMS / folder_name(words)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def folder_name(story: str) -> str:
    """Return the name of the folder for a story, derived from the story's whole path."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", Path(story).stem).strip("-")[:40] or "story"
    return f"{words}-{hashlib.sha256(story.encode()).hexdigest()[:10]}"


def shared_artifacts(data: Path) -> Path:
    """Return the folder of the artifacts that all stories share."""
    return data / FILMS / SHARED


def list_folders(data: Path) -> list[Path]:
    """Return the folders of all stories."""
    return sorted(path.parent for path in (data / FILMS).glob(f"*/{RECORD}"))


def read_record(folder: Path) -> dict[str, Any]:
    """Return what is recorded of a story: its `source`, and what its film was made of; {} if nothing is."""
    try:
        record = json.loads((folder / RECORD).read_text())
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def update_record(folder: Path, **changes: object) -> None:
    """Change what is recorded of a story, completely or not at all; the folder must be locked."""
    draft = folder / f".{RECORD}"
    draft.write_text(json.dumps({**read_record(folder), **changes}))
    draft.replace(folder / RECORD)
