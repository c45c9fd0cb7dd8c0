"""No spending passes by the budgets, be it for a panel outside a job or by a second or a deleted account."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.modules.billing.models import ProviderCall
from app.modules.billing.repository import COUNTED_USD
from tests.accounts import PASSWORD, login, new_browser, register
from tests.outbox import Outbox
from tests.pipeline.films import PRICES, create_project
from tests.vendors.openai_server import OpenAIServer

Setting = Callable[..., None]
PANEL_USD = 0.05
"""More than one panel of the tests' prices costs, and less than two."""


@pytest.fixture
def spent(session: Session) -> Callable[[], float]:
    """A function that returns what all calls have cost together."""
    return lambda: float(session.scalar(select(func.coalesce(func.sum(COUNTED_USD), 0.0))) or 0.0)


def draw_panels(api: TestClient, outbox: Outbox, count: int) -> list[str | None]:
    """Request panels of new scenes, have them drawn, and return their addresses."""
    project = create_project(api)
    for number in range(count):
        scene = api.post(f"/projects/{project}/scenes", json={"description": f"Wave {number} came."})
        api.post(f"/projects/{project}/scenes/{scene.json()['id']}/render", json={"what": "background"})
    outbox.deliver_all()
    return [scene["background_path"] for scene in api.get(f"/projects/{project}/scenes").json()]


def test_panels_that_are_drawn_outside_a_job_count_for_the_user_s_day(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Setting, spent: Callable[[], float]
) -> None:
    setting(PRICES=PRICES, MAX_COST_PER_USER_PER_DAY_USD=str(PANEL_USD))

    panels = draw_panels(ada_api, outbox, 4)

    assert [panel is not None for panel in panels] == [True, False, False, False]
    assert 0 < spent() <= PANEL_USD


def test_many_accounts_share_the_budget_of_the_studio_s_day(
    outbox: Outbox, vendor: OpenAIServer, setting: Setting, spent: Callable[[], float]
) -> None:
    setting(PRICES=PRICES, MAX_COST_PER_DAY_USD=str(PANEL_USD))
    panels = []

    for number in range(3):
        browser = new_browser()
        register(browser, f"ada{number}@example.org")
        login(browser, f"ada{number}@example.org")
        panels += draw_panels(browser, outbox, 1)

    assert [panel is not None for panel in panels] == [True, False, False]
    assert 0 < spent() <= PANEL_USD


def test_a_deleted_account_leaves_the_budget_of_the_studio_s_day_spent(
    browser: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Setting, session: Session
) -> None:
    setting(PRICES=PRICES, MAX_COST_PER_DAY_USD=str(PANEL_USD))
    register(browser)
    login(browser)
    draw_panels(browser, outbox, 1)
    browser.request("DELETE", "/auth/me", json={"password": PASSWORD})

    register(browser)
    login(browser)
    answer = browser.post("/jobs", json={"project_id": create_project(browser)})

    assert (answer.status_code, answer.json()["code"]) == (402, "budget.exceeded")
    assert answer.json()["budget"] == "studio_day"
    assert session.scalars(select(ProviderCall.user_id).distinct()).all() == [None]
