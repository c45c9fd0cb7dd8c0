"""Money: reserved before it is spent, settled after, never spent twice, never over a budget."""

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
from tests.pipeline.films import PRICES, film, finished, new_job, new_project
from tests.vendors.openai_server import OpenAIServer

TOKENS = {"input_tokens": 1000.0, "output_tokens": 1000.0}
REQUEST = BillableRequest("openai", "gpt-6-luna", "d" * 64, TOKENS)
Setting = Callable[..., None]


@pytest.fixture
def recorder(ada_api: TestClient, outbox: Outbox, setting: Setting, tmp_path: Path) -> ProviderCallRecorder:
    """The ledger of a claimed task of a job, with prices."""
    setting(PRICES=PRICES)
    new_job(ada_api, new_project(ada_api))
    claimed = claim_task(outbox.messages[-1].row_id)
    assert claimed is not None
    return ProviderCallRecorder(*claimed, tmp_path)


def answer_call(body: bytes = b"answer") -> Answer:
    return Answer(body, {"input_tokens": 500, "output_tokens": 100}, "resp_1")


def only_row(session: Session) -> ProviderCall:
    return session.scalars(select(ProviderCall).execution_options(populate_existing=True)).one()


def test_the_row_is_there_before_the_call(recorder: ProviderCallRecorder, session: Session) -> None:
    seen: list[tuple[str, float | None]] = []

    def call() -> Answer:
        row = only_row(session)
        seen.append((row.outcome, row.reserved_usd))
        return answer_call()

    recorder.record(REQUEST, call)

    assert seen == [("unknown", 0.005)]


def test_the_row_is_settled_with_what_was_used(recorder: ProviderCallRecorder, session: Session) -> None:
    recorder.record(REQUEST, answer_call)

    row = only_row(session)
    assert (row.outcome, row.cost_usd, row.provider_id) == ("done", 0.0009, "resp_1")
    assert row.units == {"input_tokens": 500, "output_tokens": 100}


def test_an_answer_that_was_paid_for_is_not_paid_again(recorder: ProviderCallRecorder) -> None:
    calls: list[int] = []

    answers = [recorder.record(REQUEST, lambda: calls.append(1) or answer_call()) for _ in range(3)]

    assert len(calls) == 1
    assert {answer.body for answer in answers} == {b"answer"}


def test_another_process_takes_over_what_was_answered(
    recorder: ProviderCallRecorder, session: Session, tmp_path: Path
) -> None:
    recorder.record(REQUEST, answer_call)
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
    recorder.record(REQUEST, answer_call)
    key = only_row(session).answer_key
    assert key is not None
    assert storage().has(key)

    recorder.drop_answers()

    assert only_row(session).answer_key is None
    remove_files(outbox.messages[-1].row_id)
    assert not storage().has(key)


def test_a_worker_that_lost_its_task_makes_no_call(recorder: ProviderCallRecorder, session: Session) -> None:
    in_transaction(lambda s: s.execute(update(Task).values(fence=Task.fence + 1)))

    with pytest.raises(CallRefused):
        recorder.record(REQUEST, lambda: pytest.fail("it is not ours any more"))

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
def test_a_call_that_fails_says_what_it_may_have_cost(
    recorder: ProviderCallRecorder, session: Session, failure: Exception, outcome: str, cost: float | None
) -> None:
    def call() -> Answer:
        raise failure

    with pytest.raises(type(failure)):
        recorder.record(REQUEST, call)

    row = only_row(session)
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
        recorder.record(REQUEST, answer_call)

    assert caught.value.code == "budget.exceeded"
    assert caught.value.details == {
        "budget": "job",
        "limit_usd": 0.008,
        "spent_usd": 0.005,
        "needed_usd": 0.005,
    }


def test_the_day_of_a_user_has_a_budget_of_its_own(recorder: ProviderCallRecorder, setting: Setting) -> None:
    setting(MAX_COST_PER_USER_PER_DAY_USD="0.0055")
    recorder.record(REQUEST, answer_call)

    with pytest.raises(ProviderRefused, match="day's budget"):
        recorder.record(BillableRequest("openai", "gpt-6-luna", "e" * 64, TOKENS), answer_call)


def test_with_a_budget_a_model_without_a_price_is_not_called(
    recorder: ProviderCallRecorder, setting: Setting
) -> None:
    setting(MAX_COST_PER_JOB_USD="5")

    with pytest.raises(ProviderRefused) as caught:
        recorder.record(BillableRequest("openai", "gpt-7", "f" * 64, TOKENS), answer_call)

    assert caught.value.code == "budget.price_missing"


def test_what_was_spent_outlives_its_project(
    ada_api: TestClient, recorder: ProviderCallRecorder, session: Session
) -> None:
    recorder.record(REQUEST, answer_call)
    row = only_row(session)

    ada_api.delete(f"/projects/{row.project_id}")

    left = only_row(session)
    assert (left.project_id, left.task_id, left.cost_usd) == (None, None, 0.0009)
    assert left.user_id is not None


def test_a_job_shows_what_it_was_to_cost_and_what_it_did(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(PRICES=PRICES)

    job = film(ada_api, outbox)

    assert job["actual_cost_usd"] > 0.09
    assert job["estimated_cost_usd"] == pytest.approx(job["actual_cost_usd"], rel=0.9)


def test_without_prices_costs_are_null(ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer) -> None:
    job = film(ada_api, outbox)

    assert (job["status"], job["estimated_cost_usd"], job["actual_cost_usd"]) == ("completed", None, None)


def test_a_film_made_at_home_costs_nothing(ada_api: TestClient, outbox: Outbox, session: Session) -> None:
    job = film(ada_api, outbox)

    assert (job["status"], job["estimated_cost_usd"], job["actual_cost_usd"]) == ("completed", 0.0, 0.0)
    assert session.scalars(select(ProviderCall)).all() == []


def test_a_job_over_its_budget_is_not_begun(
    ada_api: TestClient, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(PRICES=PRICES, MAX_COST_PER_JOB_USD="0.01")

    answer = ada_api.post("/jobs", json={"project_id": new_project(ada_api)})

    assert (answer.status_code, answer.json()["code"]) == (402, "budget.exceeded")
    assert answer.json()["limit_usd"] == 0.01
    assert answer.json()["needed_usd"] > 0.01
    assert vendor.calls == []


def test_with_a_budget_a_job_without_prices_is_not_begun(
    ada_api: TestClient, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(MAX_COST_PER_JOB_USD="10")

    answer = ada_api.post("/jobs", json={"project_id": new_project(ada_api)})

    assert (answer.status_code, answer.json()["code"]) == (402, "budget.price_missing")


def test_a_job_that_turns_out_dearer_stops_at_its_budget(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(PRICES=PRICES)
    started = new_job(ada_api, new_project(ada_api))
    setting(MAX_COST_PER_JOB_USD="0.07")

    job = finished(ada_api, outbox, started["id"])

    assert (job["status"], job["error_code"]) == ("failed", "budget.exceeded")
    assert job["error_details"]["limit_usd"] == 0.07
    assert job["actual_cost_usd"] <= 0.07


def test_admins_see_what_was_spent(
    ada_api: TestClient, grace_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(PRICES=PRICES)
    job = film(ada_api, outbox)

    data = grace_api.get("/admin/costs", params={"user_id": job["user_id"]}).json()["data"]

    assert sum(item["cost_usd"] for item in data["items"]) == pytest.approx(job["actual_cost_usd"])
    assert {item["model"] for item in data["items"]} == set(vendor.models)
    assert grace_api.get("/admin/costs", params={"until": "2001-01-01"}).json()["data"]["total"] == 0
    assert ada_api.get("/admin/costs").status_code == 403


def test_a_deleted_project_leaves_no_answer_behind(
    ada_api: TestClient, recorder: ProviderCallRecorder, session: Session, outbox: Outbox
) -> None:
    recorder.record(REQUEST, answer_call)
    row = only_row(session)
    key, project_id = row.answer_key, row.project_id
    outbox.messages.clear()

    ada_api.delete(f"/projects/{project_id}")
    outbox.deliver_all()

    assert only_row(session).answer_key is None
    assert key is not None
    assert not storage().has(key)
