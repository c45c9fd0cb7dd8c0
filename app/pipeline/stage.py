"""The stage: it prepares a request, works without a database connection, and saves the product."""

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.inputs import StageInput
from app.providers.capabilities import Provider

Request = TypeVar("Request")
Value = TypeVar("Value")
Recipe = Mapping[str, object]
"""The values that decide a stage's product: those that JSON can hold, or dataclasses of them."""


@dataclass(frozen=True, slots=True)
class Product(Generic[Value]):
    """A stage's product: a value for `save`, the main file with its `meta`, and further files by name."""

    value: Value
    path: Path | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
    extras: Mapping[str, Path] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Submitted:
    """Work that a provider was given under a handle; the task is polled later, and its worker is free."""

    handle: str
    poll_after_seconds: float = 5.0


class Stage(ABC, Generic[Request, Value]):
    """One kind of work. Stages know nothing of Celery, retries, cancellation or leases."""

    name: ClassVar[StageName]
    version: ClassVar[str] = "1"

    @abstractmethod
    def prepare(self, source: StageInput) -> Request:
        """Read everything that the work needs into plain data. Raises LookupError for a missing row."""

    @abstractmethod
    def make(self, request: Request, context: StageContext) -> Product[Value] | Submitted:
        """Do the work, with no database connection, and return the product or its submission.

        Raises ProviderBusy, ProviderRefused, or TaskStopped when the task must stop.
        """

    def poll(self, request: Request, handle: str, context: StageContext) -> Product[Value] | Submitted:
        """Return the product of submitted work, or Submitted again while it is not complete."""
        raise NotImplementedError(f"{self.name} is never submitted: {request}, {handle}, {context}")

    def save(
        self, session: Session, task: Task, product: Product[Value], files: Mapping[str, Artifact]
    ) -> None:
        """Store the product's rows in the transaction that marks the task done.

        `files` has the main file's artifact under "" and further ones under their names. A cached product
        has the value None.
        """

    def save_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Store the rows of a refusal in the transaction that marks the task failed."""

    @abstractmethod
    def recipe(self, request: Request) -> Recipe | None:
        """Return everything that decides the product, so that it is made once; None to make it each time."""

    def estimate_units(self, request: Request) -> Mapping[str, float] | None:
        """Return the most units that the provider may use up, by kind; None where that is not known."""
        return {} if request is not None else None

    def provider(self) -> Provider | None:
        """Return the provider that does the work; None when the stage needs none."""
        return None


AnyStage: TypeAlias = Stage[Any, Any]
AnyProduct: TypeAlias = Product[Any]


def digest_recipe(stage: Stage[Request, Value], recipe: Recipe) -> str:
    """Return the SHA-256 in hex of a recipe's canonical JSON with the stage's name and version.

    Raises TypeError for a value that JSON has no form for.
    """
    return digest_values({"stage": stage.name, "version": stage.version, **recipe})


def digest_values(values: Recipe) -> str:
    """Return the SHA-256 in hex of the canonical JSON of some values. Raises TypeError as `digest_recipe`."""
    text = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_to_json)
    return hashlib.sha256(text.encode()).hexdigest()


def _to_json(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} can't be part of a recipe")
