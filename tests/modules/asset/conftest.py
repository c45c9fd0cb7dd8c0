"""Fixtures of the tests of assets: a project, and a pool of inspections that is busy."""

import threading
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.modules.asset import completion
from app.modules.asset.inspection_pool import INSPECTIONS_AT_ONCE
from app.modules.asset.models import Asset


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """A project of Ada's with two scenes."""
    made = ada_api.post("/projects", json={"title": "Lantern", "story_text": "Mara woke. She sang."}).json()
    for description in ("Mara woke.", "She sang."):
        ada_api.post(f"/projects/{made['id']}/scenes", json={"description": description})
    return int(made["id"])


@pytest.fixture
def busy_pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Keep all inspections waiting until the event is set, and requests from waiting for them."""
    monkeypatch.setattr(completion, "COMPLETION_SECONDS", 0.01)
    is_over = threading.Event()

    def wait() -> Asset:
        assert is_over.wait(60)
        return Asset()

    blockers = [completion.pool.submit(-number, 0, wait) for number in range(1, INSPECTIONS_AT_ONCE + 1)]
    yield is_over
    is_over.set()
    for blocker in blockers:
        blocker.result()
