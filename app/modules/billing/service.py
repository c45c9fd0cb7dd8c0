"""Provider calls: reserved against the budgets before they are made, settled afterwards, and summed up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.prices import cost
from app.modules.billing.budget import CallBudget
from app.modules.billing.errors import Scope
from app.modules.billing.models import ProviderCall
from app.modules.billing.repository import ProviderCallRepository
from app.modules.task.models import Task
from app.providers.ledger import BillableRequest

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReservedCall:
    """A stored call; `answer_key` is the storage key of its answer if it was answered before.

    `day` is the day in UTC of the prices that apply to it.
    """

    call_id: int
    day: date
    answer_key: str | None = None


class BillingService:
    """Stores provider calls within the budgets, and sums up their costs."""

    def __init__(self, session: Session) -> None:
        self.calls = ProviderCallRepository(session)

    def find_answered(self, user_id: int, request: BillableRequest) -> ReservedCall | None:
        """Return an equal call of the same user whose answer is still stored; None if there is none."""
        known = self.calls.get_answered(user_id, request.digest)
        return ReservedCall(known.id, self.get_today(), known.answer_key) if known else None

    def reserve(self, user_id: int, task: Task, request: BillableRequest) -> ReservedCall:
        """Store a call before it is made; the caller holds the locks of its job and its task.

        Raises ProviderRefused when a budget has no room for the greatest cost that it may have.
        """
        day = self.get_today()
        most_usd = cost(settings().prices, request.model, request.units, day)
        CallBudget(self.calls, task.job_id, user_id).check(most_usd)
        call = ProviderCall(
            user_id=user_id,
            project_id=task.project_id,
            job_id=task.job_id,
            task_id=task.id,
            fence=task.fence,
            stage=task.stage,
            provider=request.provider,
            model=request.model[:80],
            request_digest=request.digest,
            reserved_usd=most_usd,
        )
        return ReservedCall(self.calls.add(call).id, day)

    def settle(self, call_id: int, outcome: str, facts: Facts) -> None:
        """Store a call's outcome (`done`, `failed` or `unknown`); `facts` are values of further columns."""
        self.calls.update(call_id, {"outcome": outcome, "ended_at": db_now(), **facts})

    def drop_answers_of_task(self, task_id: int, call_ids: Sequence[int]) -> list[str]:
        """Drop the answers of a task's calls and of further calls; return the storage keys of the answers."""
        return self.calls.drop_answers((ProviderCall.task_id == task_id) | ProviderCall.id.in_(call_ids))

    def drop_answers_of_project(self, project_id: int) -> list[str]:
        """Drop the answers of a project's calls, and return their storage keys; the costs stay stored."""
        return self.calls.drop_answers(ProviderCall.project_id == project_id)

    def drop_answers_before(self, moment: db_now) -> list[str]:
        """Drop the answers of calls that ended before a moment, and return their storage keys."""
        return self.calls.drop_answers(ProviderCall.ended_at < moment)

    def get_costs_of_jobs(self, job_ids: Sequence[int]) -> dict[int, float | None]:
        """Return the US dollars that each job has cost so far; None where a call's price is not known."""
        return self.calls.list_costs_of_jobs(job_ids)

    def get_spent_today(self, user_id: int) -> dict[Scope, float]:
        """Return the US dollars of a user's day and of the studio's day.

        A call of unknown outcome counts its greatest cost.
        """
        return {
            "day": self.calls.sum_usd(self.calls.is_of_user_today(user_id)),
            "studio_day": self.calls.sum_usd(self.calls.is_of_today()),
        }

    def get_today(self) -> date:
        """Return the database's day in UTC."""
        return self.calls.get_midnight().date()
