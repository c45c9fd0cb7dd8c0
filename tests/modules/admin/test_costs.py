"""What was spent, as admins see it by day."""

from datetime import date, datetime, time

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.modules.billing.models import ProviderCall

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [("2026-03-01", "2026-03-01", 2), ("2026-03-02", "9999-12-31", 0), ("0001-01-01", "2026-02-28", 0)],
)
def test_a_day_lasts_from_midnight_to_midnight(
    grace_api: TestClient, session: Session, since: str, until: str, count: int
) -> None:
    order = {
        "provider": "openai",
        "model": "painter",
        "stage": "draw",
        "request_digest": "d" * 64,
        "fence": 1,
    }
    moments = (datetime.combine(DAY, time.min), datetime.combine(DAY, time.max))
    session.add_all(ProviderCall(**order, outcome="done", started_at=moment) for moment in moments)
    session.commit()

    answer = grace_api.get("/admin/costs", params={"since": since, "until": until}).json()

    assert sum(item["calls"] for item in answer["data"]["items"]) == count
