"""The column type of words of a closed vocabulary."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator


class ClosedWord(TypeDecorator[str]):
    """A word of a vocabulary; any other word is written and read as the nearest one that `nearest` returns.

    Rows may be older than the vocabulary, and a model's answer need not obey it.
    """

    impl = String(40)
    cache_ok = True

    def __init__(self, nearest: Callable[[str], str]) -> None:
        super().__init__()
        self.nearest = nearest

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the word to be written."""
        return None if value is None else self.nearest(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the word that was read."""
        return None if value is None else self.nearest(value)
