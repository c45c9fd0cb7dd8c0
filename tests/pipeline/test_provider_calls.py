"""Provider calls: reserved before they are made, settled afterwards, made once, and within the budgets."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.core.database import in_transaction
from app.modules.asset.tasks import remove_files
from app.modules.billing.models import ProviderCall
from app.modules.task.models import Task
from app.modules.task.state import TaskStatus
from app.pipeline.claim import claim_task
from app.pipeline.ledger import CallRefused, ProviderCallRecorder
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import Answer, BillableRequest
from app.providers.registry import storage
from tests.outbox import Outbox
from tests.pipeline.films import PRICES, create_project, start_job

TOKENS = {"input_tokens": 1000.0, "output_tokens": 1000.0}
REQUEST = BillableRequest("openai", "gpt-6-luna", "d" * 64, TOKENS)
Setting = Callable[..., None]


@pytest.fixture
def recorder(ada_api: TestClient, outbox: Outbox, setting: Setting, tmp_path: Path) -> ProviderCallRecorder:
    """The ledger of a claimed task of a job, with prices."""
    setting(PRICES=PRICES)
    start_job(ada_api, create_project(ada_api))
    claimed = claim_task(outbox.messages[-1].row_id)
    assert claimed is not None
    return ProviderCallRecorder(*claimed, tmp_path)


def make_answer(body: bytes = b"answer") -> Answer:
    return Answer(body, {"input_tokens": 500, "output_tokens": 100}, "resp_1")


def get_only_call(session: Session) -> ProviderCall:
    return session.scalars(select(ProviderCall).execution_options(populate_existing=True)).one()


def test_a_call_is_stored_before_it_is_made(recorder: ProviderCallRecorder, session: Session) -> None:
    seen: list[tuple[str, float | None]] = []

    def call() -> Answer:
        row = get_only_call(session)
        seen.append((row.outcome, row.reserved_usd))
        return make_answer()

    recorder.record(REQUEST, call)

    assert seen == [("unknown", 0.005)]


def test_a_call_is_settled_with_its_units_and_cost(recorder: ProviderCallRecorder, session: Session) -> None:
    recorder.record(REQUEST, make_answer)

    row = get_only_call(session)
    assert (row.outcome, row.cost_usd, row.provider_id) == ("done", 0.0009, "resp_1")
    assert row.units == {"input_tokens": 500, "output_tokens": 100}


def test_an_equal_call_gets_the_stored_answer(recorder: ProviderCallRecorder) -> None:
    calls: list[Answer] = []

    def send() -> Answer:
        calls.append(make_answer())
        return calls[-1]

    answers = [recorder.record(REQUEST, send) for _ in range(3)]

    assert len(calls) == 1
    assert {answer.body for answer in answers} == {b"answer"}


def test_another_worker_gets_the_stored_answer(
    recorder: ProviderCallRecorder, session: Session, tmp_path: Path
) -> None:
    recorder.record(REQUEST, make_answer)
    task = session.scalars(select(Task).where(Task.status == TaskStatus.RUNNING)).one()
    lost = {"status": TaskStatus.READY, "fence": Task.fence + 1}
    in_transaction(lambda s: s.execute(update(Task).where(Task.id == task.id).values(lost)))
    claimed = claim_task(task.id)
    assert claimed is not None

    answer = ProviderCallRecorder(*claimed, tmp_path).record(
        REQUEST, lambda: pytest.fail("it was paid for already")
    )

    assert answer.body == b"answer"


def test_a_stored_answer_is_dropped_when_its_task_is_done(
    recorder: ProviderCallRecorder, outbox: Outbox, session: Session
) -> None:
    recorder.record(REQUEST, make_answer)
    key = get_only_call(session).answer_key
    assert key is not None
    assert storage().has(key)

    recorder.drop_answers()

    assert get_only_call(session).answer_key is None
    remove_files(outbox.messages[-1].row_id)
    assert not storage().has(key)


def test_a_worker_that_lost_its_claim_makes_no_call(recorder: ProviderCallRecorder, session: Session) -> None:
    in_transaction(lambda s: s.execute(update(Task).values(fence=Task.fence + 1)))

    with pytest.raises(CallRefused):
        recorder.record(REQUEST, lambda: pytest.fail("the claim is lost"))

    assert session.scalars(select(ProviderCall)).all() == []


@pytest.mark.parametrize(
    ("failure", "outcome", "cost"),
    [
        (ProviderBusy("Later."), "failed", 0.0),
        (ProviderRefused("Never."), "failed", 0.0),
        (ProviderBusy("Who knows?", may_have_cost=True), "unknown", None),
        (RuntimeError("a bug"), "unknown", None),
    ],
)
def test_a_failed_call_is_settled_by_what_it_may_have_cost(
    recorder: ProviderCallRecorder, session: Session, failure: Exception, outcome: str, cost: float | None
) -> None:
    def call() -> Answer:
        raise failure

    with pytest.raises(type(failure)):
        recorder.record(REQUEST, call)

    row = get_only_call(session)
    assert (row.outcome, row.cost_usd) == (outcome, cost)


def test_a_call_of_unknown_outcome_counts_against_the_budget(
    recorder: ProviderCallRecorder, setting: Setting
) -> None:
    setting(MAX_COST_PER_JOB_USD="0.008")

    def call() -> Answer:
        raise ProviderBusy("No answer.", may_have_cost=True)

    with pytest.raises(ProviderBusy):
        recorder.record(REQUEST, call)
    with pytest.raises(ProviderRefused) as caught:
        recorder.record(REQUEST, make_answer)

    assert caught.value.code == "budget.exceeded"
    assert caught.value.details == {
        "budget": "job",
        "limit_usd": 0.008,
        "spent_usd": 0.005,
        "needed_usd": 0.005,
    }


def test_a_user_s_day_has_a_budget(recorder: ProviderCallRecorder, setting: Setting) -> None:
    setting(MAX_COST_PER_USER_PER_DAY_USD="0.0055")
    recorder.record(REQUEST, make_answer)

    with pytest.raises(ProviderRefused, match="day's budget"):
        recorder.record(BillableRequest("openai", "gpt-6-luna", "e" * 64, TOKENS), make_answer)


def test_a_model_without_a_price_is_not_called_when_a_budget_is_set(
    recorder: ProviderCallRecorder, setting: Setting
) -> None:
    setting(MAX_COST_PER_JOB_USD="5")

    with pytest.raises(ProviderRefused) as caught:
        recorder.record(BillableRequest("openai", "gpt-7", "f" * 64, TOKENS), make_answer)

    assert caught.value.code == "budget.price_missing"


def test_costs_stay_stored_when_their_project_is_deleted(
    ada_api: TestClient, recorder: ProviderCallRecorder, session: Session
) -> None:
    recorder.record(REQUEST, make_answer)
    row = get_only_call(session)

    ada_api.delete(f"/projects/{row.project_id}")

    left = get_only_call(session)
    assert (left.project_id, left.task_id, left.cost_usd) == (None, None, 0.0009)
    assert left.user_id is not None


def test_deleting_a_project_removes_the_stored_answers_of_its_calls(
    ada_api: TestClient, recorder: ProviderCallRecorder, session: Session, outbox: Outbox
) -> None:
    recorder.record(REQUEST, make_answer)
    row = get_only_call(session)
    key, project_id = row.answer_key, row.project_id
    outbox.messages.clear()

    ada_api.delete(f"/projects/{project_id}")
    outbox.deliver_all()

    assert get_only_call(session).answer_key is None
    assert key is not None
    assert not storage().has(key)
