"""Lists in pages: newest first, each page begins below the last one's end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted: at most `limit` rows with an id below the cursor."""

    limit: int
    cursor: int | None = None
