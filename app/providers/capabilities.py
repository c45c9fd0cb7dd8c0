"""The capabilities that adapters declare as data; no attribute of an adapter is probed instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class Capabilities:
    """An adapter's name, the model that decides its results, and how its calls are paid and recorded.

    `model` is part of the keys under which made files are found again: it changes whenever the same request
    would give another result. `costs_money` is true where a call may be billed. With `records_calls` the
    adapter records each vendor call in the ledger that it is given; without, the pipeline records a whole
    request as one call. `priced_as` is the vendor's name of the model, where that is not `model`.
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
    """What the Protocols of all needs have in common."""

    @property
    def capabilities(self) -> Capabilities:
        """What the adapter can do and what it costs."""


Request = TypeVar("Request", contravariant=True)


class GenerativeProvider(Provider, Protocol[Request]):
    """A provider that makes part of a film out of a request."""

    def estimate_units(self, request: Request, /) -> Mapping[str, float] | None:
        """Return the most units that a request may use, by kind; {} for none, None if that is not known."""
