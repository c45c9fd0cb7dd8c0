"""Where a paid call is written down before it is made: an adapter pays through the till that is open.

Whoever runs a stage opens a till around it. Adapters that cost money make each of their vendor's calls
through `till().pay`, so that a call which was answered once is not made again, whatever happened since.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Order:
    """One call to a vendor, before it is made.

    `digest` is the SHA-256 of everything that is sent. `units` is the most that the call may use up, by
    kind (see `app.core.prices.Unit`); None where nobody can tell.
    """

    provider: str
    model: str
    digest: str
    units: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a vendor answered, as bytes that can be kept, what it used up, and the vendor's own id of it."""

    body: bytes
    units: Mapping[str, float] = field(default_factory=dict)
    vendor_id: str | None = None


class Till(Protocol):
    """Writes calls down."""

    @property
    def customer(self) -> str:
        """A name for whom we call, from which nobody can tell who that is."""

    def pay(self, order: Order, call: Callable[[], Answer]) -> Answer:
        """Make a call, or give the kept answer of the same one; raises what the call raises."""


class FreeHand:
    """The till of whoever has opened none: calls are made and nothing is written down."""

    customer = ""

    def pay(self, order: Order, call: Callable[[], Answer]) -> Answer:  # noqa: ARG002 - the order is not kept
        """Make the call."""
        return call()


_open: ContextVar[Till] = ContextVar("till", default=FreeHand())  # noqa: B039 - it has no state


def till() -> Till:
    """Give the till that is open here."""
    return _open.get()


@contextmanager
def opened(one: Till) -> Iterator[None]:
    """Let everything inside be paid through this till."""
    token = _open.set(one)
    try:
        yield
    finally:
        _open.reset(token)


def digest_of(*parts: Any) -> str:
    """Give the SHA-256 of what is sent; bytes count by their own SHA-256."""
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_named)
    return hashlib.sha256(text.encode()).hexdigest()


def _named(value: object) -> str:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    raise TypeError(f"{type(value).__name__} can't be sent")
