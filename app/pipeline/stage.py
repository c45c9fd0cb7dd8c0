"""What a stage is: it reads what it needs, works without a connection, and keeps what came out."""

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.job.state import JobStatus
from app.modules.task.models import Task
from app.pipeline.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Product:
    """What a stage made: a file with facts about it, further files by name, or just a value to keep."""

    path: Path | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    extras: Mapping[str, Path] = field(default_factory=dict)
    value: Any = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """A provider is at work on it; look again after some seconds, with the worker free meanwhile."""

    handle: str
    look_again_seconds: float = 5.0


Request = TypeVar("Request")


class Stage(ABC, Generic[Request]):
    """One kind of work. Stages know nothing of Celery, retries, cancellation or progress."""

    name: ClassVar[str]
    status: ClassVar[JobStatus]
    version: ClassVar[str] = "1"

    @abstractmethod
    def prepare(self, session: Session, task: Task) -> Request:
        """Read everything the work needs into plain data."""

    @abstractmethod
    def make(self, request: Request, bench: Workbench) -> Product | Submitted:
        """Do the work; no database connection is held."""

    def poll(self, request: Request, handle: str, bench: Workbench) -> Product | Submitted:
        """Look after work that a provider does slowly."""
        raise NotImplementedError(f"{self.name} is never submitted: {request}, {handle}, {bench}")

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Write what came of it, in the transaction that makes the task done.

        `files` has the main file's artifact under "" and the further ones under their names.
        """

    def keep_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Write what is to be kept of a refusal, in the transaction that makes the task fail."""

    def recipe(self, request: Request) -> dict[str, Any] | None:
        """Name everything that decides what comes out, so that it is made once; None: made each time."""
        raise NotImplementedError(f"{self.name} says nothing of {request}")

    def asked(self, request: Request) -> Any:
        """Give what the provider will be asked, for telling the cost; None when it isn't asked."""
        return request

    def provider(self) -> Any:
        """Give the provider that does the work, if one does."""
        return None


def digest(stage: Stage[Any], recipe: dict[str, Any]) -> str:
    """Give the SHA-256 of a recipe's canonical JSON with the stage's name and version."""
    whole = {"stage": stage.name, "version": stage.version, **recipe}
    text = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=plain)
    return hashlib.sha256(text.encode()).hexdigest()


def plain(value: Any) -> Any:
    """Turn dataclasses into what JSON can say."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} has no place in a recipe")
