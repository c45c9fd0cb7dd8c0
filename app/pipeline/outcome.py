"""The outcomes of a claimed task, as data: the runner makes them, the recorder stores them."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from app.modules.asset.models import Artifact
from app.pipeline.stage import AnyProduct, Submitted


@dataclass(frozen=True, slots=True)
class Completed:
    """The stage's product with its files by name, the main one under "": new artifacts, or cached ones.

    `lost_keys` are the storage keys of earlier files of the same recipe that are missing in storage.
    """

    product: AnyProduct
    files: Mapping[str, Artifact] = field(default_factory=dict)
    is_cached: bool = False
    lost_keys: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Deferred:
    """The provider limits our requests: its tasks wait `seconds`, and no attempt is used up."""

    provider: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Released:
    """The work was not done: the task is due again after `seconds`, and no attempt is used up."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The work failed for a reason that may pass: one attempt is used up."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The work can't succeed: the message of `error` is for people, `code` and `details` for programs."""

    error: Exception
    code: str
    details: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """An unexpected error, which the runner has logged: the task fails at once."""

    code: str
    sentence: str


Outcome = Completed | Submitted | Deferred | Released | Interrupted | Refused | Failed
