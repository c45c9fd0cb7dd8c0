"""The ledger of provider calls: a call that may cost money is recorded before it is made.

Every method of a provider that may call a vendor takes a ledger as its last parameter and makes each call
through `ledger.record`. A ledger may return the stored answer of an equal call instead of calling again.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class BillableRequest:
    """One call to a vendor, before it is made.

    `digest` is the SHA-256 of everything that is sent. `units` are the most that the call may use, by kind
    (see `app.core.prices.Unit`), or None where that is not known.
    """

    provider: str
    model: str
    digest: str
    units: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A vendor's answer: bytes that can be stored, the units used, and the vendor's id of the call."""

    body: bytes
    units: Mapping[str, float] = field(default_factory=dict)
    vendor_id: str | None = None


class ProviderCallLedger(Protocol):
    """Records calls that may cost money."""

    @property
    def customer(self) -> str:
        """The pseudonymous id of the user for whom calls are made; "" if there is none."""

    def record(self, request: BillableRequest, send: Callable[[], Answer]) -> Answer:
        """Record a call, make it with `send` and return its answer, or return an equal call's stored answer.

        Raises what `send` raises, and the ledger's own error when the call is not allowed.
        """


class UnrecordedCalls:
    """The ledger of calls that are made and not recorded."""

    customer = ""

    def record(self, request: BillableRequest, send: Callable[[], Answer]) -> Answer:  # noqa: ARG002 - not recorded
        """Make the call and return its answer."""
        return send()


def digest_of(*parts: Any) -> str:
    """Return the SHA-256, in hexadecimal, of values as canonical JSON; bytes are replaced by their SHA-256.

    Raises TypeError for a value that JSON cannot express.
    """
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_digest_bytes)
    return hashlib.sha256(text.encode()).hexdigest()


def _digest_bytes(value: object) -> str:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    raise TypeError(f"{type(value).__name__} can't be sent")
