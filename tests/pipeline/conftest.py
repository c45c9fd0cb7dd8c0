"""A project with three scenes, and ways to run its job step by step."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.scripted import ScriptedImages, SlowVideo
from tests.vendors.fixtures import forget_settings
from tests.visitor import STORY


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """Ada's project, not segmented yet."""
    answer = ada_api.post("/projects", json={"title": "Lantern", "story_text": STORY})
    return int(answer.json()["id"])


@pytest.fixture
def job(ada_api: TestClient, project: int) -> int:
    """A job on Ada's project that nobody has begun."""
    wish = {"project_id": project, "config": {"resolution": "480p"}}
    return int(ada_api.post("/jobs", json=wish).json()["id"])


@pytest.fixture
def scripted_images(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[ScriptedImages]]:
    """Draw with the scripted provider."""
    monkeypatch.setenv("IMAGE_PROVIDER", "tests.scripted:ScriptedImages")
    monkeypatch.setenv("BACKOFF_BASE_SECONDS", "0.001")
    forget_settings()
    ScriptedImages.script.clear()
    ScriptedImages.calls = 0
    yield ScriptedImages
    monkeypatch.undo()
    forget_settings()


@pytest.fixture
def slow_video(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[SlowVideo]]:
    """Animate with the slow vendor."""
    monkeypatch.setenv("VIDEO_PROVIDER", "tests.scripted:SlowVideo")
    forget_settings()
    for record in (SlowVideo.submitted, SlowVideo.polls, SlowVideo.cancelled):
        record.clear()
    yield SlowVideo
    monkeypatch.undo()
    forget_settings()
