"""The till of a claimed task: no row, no call; and no call that was answered already."""

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.core import keys
from app.core.database import in_transaction, reading
from app.modules.asset.service import AssetService
from app.modules.job.repository import JobRepository
from app.modules.project.models import Project
from app.modules.task import budget
from app.modules.task.calls import CallBook, cost_of, price_of
from app.modules.task.models import ProviderCall, Task
from app.pipeline.claim import Claim, is_ours
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import Answer, BillableRequest
from app.providers.registry import storage

CUSTOMER = "safety-identifier"
SETTLE_FOR_SECONDS = 300.0
log = structlog.get_logger()
Result = TypeVar("Result")


class CallRefused(Exception):
    """The task is no longer ours: no row, no call."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A call that is written down, or the kept answer that makes it needless."""

    call_id: int
    day: date
    answer_key: str | None = None


class CallGuard:
    """Writes down the provider calls of one claimed task; answers pass through its folder."""

    def __init__(self, claim: Claim, task: Task, folder: Path) -> None:
        self._claim, self._task, self._folder = claim, task, folder
        self._call_ids: set[int] = set()

    @cached_property
    def _owner_id(self) -> int:
        with reading() as session:
            return session.get_one(Project, self._task.project_id).user_id

    @property
    def customer(self) -> str:
        """A name of the user that leads nobody back to them."""
        return keys.sign(CUSTOMER, str(self._owner_id))

    @contextmanager
    def calling(self, provider: Any, request: object) -> Iterator[None]:
        """Open the till for a provider.

        For one that costs money and knows no till, the whole work is written down as one call.
        """
        if not provider.capabilities.costs_money or provider.capabilities.records_calls:
            yield
            return
        digest = hashlib.sha256(repr(request).encode()).hexdigest()
        order = BillableRequest(provider.capabilities.name, provider.capabilities.model, digest)
        call = self._open(order, may_replay=False)
        with self._closing(order, call):
            yield
        self._settle(call, "done")

    def record(self, order: BillableRequest, call: Callable[[], Answer]) -> Answer:
        """Make a call that is written down, or give the answer that was paid for already.

        Raises CallRefused when the task is no longer ours, ProviderRefused when a budget has no room, and
        what the call raises.
        """
        started = self._open(order, may_replay=True)
        kept = self._kept(started)
        if kept is not None:
            return kept
        if started.answer_key:
            started = self._open(order, may_replay=False)
        with self._closing(order, started):
            answer = call()
        self._keep(order, started, answer)
        return answer

    def forget(self) -> None:
        """Let go of the answers, now that what was made of them is safe."""
        is_first_claim = self._task.fence == 1
        if is_first_claim and not self._call_ids:
            return
        of_task = (ProviderCall.task_id == self._claim.task_id) | ProviderCall.id.in_(self._call_ids)

        def forget(session: Session) -> None:
            AssetService(session).remove_files(CallBook(session).forget_answers(of_task))

        in_transaction(forget)

    def _open(self, order: BillableRequest, *, may_replay: bool) -> Opened:
        started = in_transaction(lambda session: self._written(session, order, may_replay))
        self._call_ids.add(started.call_id)
        return started

    def _written(self, session: Session, order: BillableRequest, may_replay: bool) -> Opened:
        # Locks are taken in the order of job, task, the user's day, as everywhere.
        job = JobRepository(session).get_locked(self._claim.job_id) if self._claim.job_id else None
        if is_ours(session, self._claim) is None or (job is not None and not job.is_active):
            raise CallRefused
        book = CallBook(session)
        known = book.get_answered(self._owner_id, order) if may_replay else None
        day = book.today().date()
        if known is not None:
            return Opened(known.id, day, known.answer_key)
        price = price_of(order, day)
        budget.check_call(book, self._claim.job_id, self._owner_id, price)
        call = ProviderCall(
            user_id=self._owner_id,
            project_id=self._task.project_id,
            job_id=self._claim.job_id,
            task_id=self._claim.task_id,
            fence=self._claim.fence,
            stage=self._task.stage,
            provider=order.provider,
            model=order.model[:80],
            request_digest=order.digest,
            reserved_usd=price,
        )
        return Opened(book.add(call).id, day)

    def _kept(self, started: Opened) -> Answer | None:
        if started.answer_key is None:
            return None
        key, path = started.answer_key, self._folder / f"answer-{started.call_id}"
        try:
            _insistently(lambda: storage().fetch(key, path))
        except KeyError:
            return None
        return Answer(path.read_bytes())

    @contextmanager
    def _closing(self, order: BillableRequest, started: Opened) -> Iterator[None]:
        """Settle a call that fails: what a vendor turned down costs nothing, the rest nobody knows."""
        try:
            yield
        except (ProviderBusy, ProviderRefused) as error:
            if isinstance(error, ProviderBusy):
                error.provider = order.provider
            is_unknown = isinstance(error, ProviderBusy) and error.may_have_cost
            facts = {} if is_unknown else {"cost_usd": 0.0}
            self._settle(started, "unknown" if is_unknown else "failed", **facts)
            raise
        except Exception:
            self._settle(started, "unknown")
            raise

    def _keep(self, order: BillableRequest, started: Opened, answer: Answer) -> None:
        """Store the answer, then settle: from then on this call is never made again."""
        key = f"users/{self._owner_id}/answers/{order.digest}-{started.call_id}.bin"
        path = self._folder / f"answer-{started.call_id}"

        def store() -> None:
            path.write_bytes(answer.body)
            storage().put(key, path)

        _insistently(store)
        facts = {"units": dict(answer.units), "cost_usd": cost_of(order, answer, started.day)}
        self._settle(started, "done", provider_id=answer.vendor_id, answer_key=key, **facts)

    @staticmethod
    def _settle(started: Opened, outcome: str, **facts: Any) -> None:
        _insistently(
            lambda: in_transaction(
                lambda session: CallBook(session).settle(started.call_id, outcome, **facts)
            )
        )


def _insistently(work: Callable[[], Result]) -> Result:
    """Do it, for minutes if database or storage are away or a disk is full: the call is paid for already."""
    end, pause = time.monotonic() + SETTLE_FOR_SECONDS, 0.2
    while True:
        try:
            return work()
        except (DBAPIError, ProviderBusy, OSError) as error:
            if time.monotonic() > end:
                raise
            log.warning("call.settling", reason=type(error).__name__)
            time.sleep(pause)
            pause = min(5.0, pause * 2)
