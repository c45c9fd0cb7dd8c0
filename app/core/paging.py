"""Pages of lists, newest first, by keyset: each page starts below the last id of the one before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The requested part of a list: at most `limit` rows with an id below `cursor`."""

    limit: int
    cursor: int | None = None
