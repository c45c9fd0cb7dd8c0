"""The costs of jobs: estimated, checked against the budgets, shown, and reported to admins."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.billing.models import ProviderCall
from tests.outbox import Outbox
from tests.pipeline.films import PRICES, create_project, make_film, run_to_end, start_job
from tests.vendors.openai_server import OpenAIServer

Setting = Callable[..., None]


def test_a_job_shows_its_estimated_and_its_actual_cost(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(PRICES=PRICES)

    job = make_film(ada_api, outbox)

    assert job["actual_cost_usd"] > 0.09
    assert job["estimated_cost_usd"] == pytest.approx(job["actual_cost_usd"], rel=0.9)


def test_without_prices_costs_are_null(ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer) -> None:
    job = make_film(ada_api, outbox)

    assert (job["status"], job["estimated_cost_usd"], job["actual_cost_usd"]) == ("completed", None, None)


def test_a_film_of_the_local_providers_costs_nothing(
    ada_api: TestClient, outbox: Outbox, session: Session
) -> None:
    job = make_film(ada_api, outbox)

    assert (job["status"], job["estimated_cost_usd"], job["actual_cost_usd"]) == ("completed", 0.0, 0.0)
    assert session.scalars(select(ProviderCall)).all() == []


def test_a_job_that_is_estimated_over_its_budget_is_not_started(
    ada_api: TestClient, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(PRICES=PRICES, MAX_COST_PER_JOB_USD="0.01")

    answer = ada_api.post("/jobs", json={"project_id": create_project(ada_api)})

    assert (answer.status_code, answer.json()["code"]) == (402, "budget.exceeded")
    assert answer.json()["limit_usd"] == 0.01
    assert answer.json()["needed_usd"] > 0.01
    assert vendor.calls == []


def test_a_job_without_prices_is_not_started_when_a_budget_is_set(
    ada_api: TestClient, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(MAX_COST_PER_JOB_USD="10")

    answer = ada_api.post("/jobs", json={"project_id": create_project(ada_api)})

    assert (answer.status_code, answer.json()["code"]) == (402, "budget.price_missing")


def test_a_job_that_costs_more_than_estimated_fails_at_its_budget(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(PRICES=PRICES)
    started = start_job(ada_api, create_project(ada_api))
    setting(MAX_COST_PER_JOB_USD="0.07")

    job = run_to_end(ada_api, outbox, started["id"])

    assert (job["status"], job["error_code"]) == ("failed", "budget.exceeded")
    assert job["error_details"]["limit_usd"] == 0.07
    assert job["actual_cost_usd"] <= 0.07


def test_admins_read_the_cost_report(
    ada_api: TestClient, grace_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Setting
) -> None:
    setting(PRICES=PRICES)
    job = make_film(ada_api, outbox)

    data = grace_api.get("/admin/costs", params={"user_id": job["user_id"]}).json()["data"]

    assert sum(item["cost_usd"] for item in data["items"]) == pytest.approx(job["actual_cost_usd"])
    assert {item["model"] for item in data["items"]} == set(vendor.models)
    assert grace_api.get("/admin/costs", params={"until": "2001-01-01"}).json()["data"]["total"] == 0
    assert ada_api.get("/admin/costs").status_code == 403
