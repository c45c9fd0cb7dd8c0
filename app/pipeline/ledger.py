"""The provider call ledger of a claimed task: a call is stored before it is made, its answer afterwards."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.core import keys
from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.prices import cost
from app.core.retry import call_until
from app.modules.asset.service import AssetService
from app.modules.billing.service import BillingService, ReservedCall
from app.modules.job.service import JobService
from app.modules.project.models import Project
from app.modules.task.models import Task
from app.pipeline.claim import Claim, find_claimed
from app.providers.capabilities import Provider
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import Answer, BillableRequest, ProviderCallLedger
from app.providers.registry import storage

CUSTOMER_PURPOSE = "safety-identifier"
SETTLE_SECONDS = 300.0
Result = TypeVar("Result")


class CallRefused(Exception):
    """The claim no longer holds, or the job has ended: no call may be made."""


class ProviderCallRecorder:
    """Records the provider calls of one claimed task; `folder` is for the files of their answers."""

    def __init__(self, claim: Claim, task: Task, folder: Path) -> None:
        self._claim, self._task, self._folder = claim, task, folder
        self._call_ids: set[int] = set()

    @property
    def customer(self) -> str:
        """A keyed hash that identifies the project's owner to a provider, the same at each call."""
        return keys.sign(CUSTOMER_PURPOSE, str(self._owner_id))

    @contextmanager
    def calling(self, provider: Provider, request: object) -> Iterator[ProviderCallLedger]:
        """Yield this ledger for a provider's work.

        The work of a provider that costs money and does not record its calls is recorded as one call. Raises
        CallRefused when the claim no longer holds, and ProviderRefused when a budget has no room.
        """
        capabilities = provider.capabilities
        if not capabilities.costs_money or capabilities.records_calls:
            yield self
            return
        digest = hashlib.sha256(repr(request).encode()).hexdigest()
        billable = BillableRequest(capabilities.name, capabilities.model, digest)
        call = self._reserve(billable, may_reuse=False)
        with self._settle_on_failure(billable, call):
            yield self
        self._settle(call, "done")

    def record(self, request: BillableRequest, send: Callable[[], Answer]) -> Answer:
        """Store a call, make it and return its answer, or return the stored answer of an equal call.

        Raises CallRefused when the claim no longer holds, ProviderRefused when a budget has no room, and
        the errors of `send`.
        """
        call = self._reserve(request, may_reuse=True)
        answer = self._load_answer(call)
        if answer is not None:
            return answer
        if call.answer_key:
            call = self._reserve(request, may_reuse=False)
        with self._settle_on_failure(request, call):
            answer = send()
        self._save_answer(request, call, answer)
        return answer

    def drop_answers(self) -> None:
        """Drop the stored answers of the task's calls, once its product is recorded."""
        is_first_claim = self._task.fence == 1
        if is_first_claim and not self._call_ids:
            return
        task_id, call_ids = self._claim.task_id, sorted(self._call_ids)

        def drop(session: Session) -> None:
            dropped = BillingService(session).drop_answers_of_task(task_id, call_ids)
            AssetService(session).remove_files(dropped)

        in_transaction(drop)

    @cached_property
    def _owner_id(self) -> int:
        with reading() as session:
            return session.get_one(Project, self._task.project_id).user_id

    def _reserve(self, request: BillableRequest, *, may_reuse: bool) -> ReservedCall:
        call = in_transaction(lambda session: self._store_call(session, request, may_reuse=may_reuse))
        self._call_ids.add(call.call_id)
        return call

    def _store_call(self, session: Session, request: BillableRequest, *, may_reuse: bool) -> ReservedCall:
        # Locks are taken in the order job, task, the user's day, as in every other transaction.
        job = JobService(session).find_locked(self._claim.job_id) if self._claim.job_id else None
        task = find_claimed(session, self._claim)
        if task is None or (job is not None and not job.is_active):
            raise CallRefused
        billing = BillingService(session)
        answered = billing.find_answered(self._owner_id, request) if may_reuse else None
        return answered or billing.reserve(self._owner_id, task, request)

    def _load_answer(self, call: ReservedCall) -> Answer | None:
        if call.answer_key is None:
            return None
        key, path = call.answer_key, self._folder / f"answer-{call.call_id}"
        try:
            _retry_while_unavailable(lambda: storage().fetch(key, path))
        except KeyError:
            return None
        return Answer(path.read_bytes())

    def _save_answer(self, request: BillableRequest, call: ReservedCall, answer: Answer) -> None:
        """Store the answer, then settle the call; from then on the stored answer is used."""
        key = f"users/{self._owner_id}/answers/{request.digest}-{call.call_id}.bin"
        path = self._folder / f"answer-{call.call_id}"

        def save() -> None:
            path.write_bytes(answer.body)
            storage().put(key, path)

        _retry_while_unavailable(save)
        cost_usd = cost(settings().prices, request.model, answer.units, call.day)
        facts = {"units": dict(answer.units), "cost_usd": cost_usd}
        self._settle(call, "done", provider_id=answer.vendor_id, answer_key=key, **facts)

    @contextmanager
    def _settle_on_failure(self, request: BillableRequest, call: ReservedCall) -> Iterator[None]:
        """Settle a call that fails: at no cost when the provider says so, else with an unknown outcome."""
        try:
            yield
        except (ProviderBusy, ProviderRefused) as error:
            if isinstance(error, ProviderBusy):
                error.provider = request.provider
            if isinstance(error, ProviderBusy) and error.may_have_cost:
                self._settle(call, "unknown")
            else:
                self._settle(call, "failed", cost_usd=0.0)
            raise
        except Exception:
            self._settle(call, "unknown")
            raise

    @staticmethod
    def _settle(call: ReservedCall, outcome: str, **facts: object) -> None:
        _retry_while_unavailable(
            lambda: in_transaction(lambda s: BillingService(s).settle(call.call_id, outcome, facts))
        )


def _retry_while_unavailable(work: Callable[[], Result]) -> Result:
    """Repeat while the database or storage is unavailable or the disk is full: the call is paid for."""
    unavailable = (DBAPIError, ProviderBusy, OSError)
    return call_until(work, seconds=SETTLE_SECONDS, on=unavailable, event="call.settling")
