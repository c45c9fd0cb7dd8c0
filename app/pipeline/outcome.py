"""The outcomes of a claimed task, as data: what the runner found, and the recorder writes."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from app.modules.asset.models import Artifact
from app.pipeline.stage import AnyProduct, Submitted


@dataclass(frozen=True, slots=True)
class Completed:
    """The stage's product with its files: new artifacts, or those of the cache.

    `lost_keys` are the storage keys of files that were made of the same recipe before and have vanished.
    """

    product: AnyProduct
    files: Mapping[str, Artifact] = field(default_factory=dict)
    is_cached: bool = False
    lost_keys: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Deferred:
    """The provider asked for time: all its tasks wait so many seconds, and no attempt is used up."""

    provider: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Released:
    """The task is given back untouched, due again after so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The work failed for a reason that may pass: an attempt is used up."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The work will never succeed: `details` tell a program what the sentence tells a person."""

    error: Exception
    code: str
    details: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A bug: it is logged whole, and the task fails at once."""

    code: str
    sentence: str


Outcome = Completed | Submitted | Deferred | Released | Interrupted | Refused | Failed
