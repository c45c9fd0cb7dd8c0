"""What an adapter says of itself. The studio reads these values and probes for nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class Capabilities:
    """An adapter's name, and the model that decides what comes out of it.

    `model` is part of the keys under which made files are found again: it changes whenever the same request
    would give another result. `costs_money` is true where a call may be billed; with `records_calls` the
    adapter records each vendor call in the ledger it is given, without it the studio records a whole request
    as one call. `priced_as` is the vendor's name of the model, where that is not `model`.
    """

    name: str
    model: str
    costs_money: bool = False
    records_calls: bool = False
    priced_as: str = ""

    @property
    def billed_model(self) -> str:
        """The model's name in the operator's list of prices."""
        return self.priced_as or self.model


class Provider(Protocol):
    """The part that all needs' Protocols have in common."""

    @property
    def capabilities(self) -> Capabilities:
        """What the adapter can do and what it costs."""


Request = TypeVar("Request", contravariant=True)


class GenerativeProvider(Provider, Protocol[Request]):
    """A provider that makes part of a film out of a request."""

    def estimate_units(self, request: Request, /) -> Mapping[str, float] | None:
        """Return the most that a request may use up, by kind of unit; {} for nothing, None if not known."""
