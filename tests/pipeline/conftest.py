"""A project with three scenes, its job, and providers that follow a script."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.pipeline.films import create_project, start_job
from tests.scripted import ScriptedImages, SlowVideo
from tests.vendors.fixtures import forget_settings
from tests.visitor import STORY


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """Ada's project, not segmented yet."""
    return create_project(ada_api, STORY)


@pytest.fixture
def job(ada_api: TestClient, project: int) -> int:
    """A pending job of Ada's project."""
    return int(start_job(ada_api, project)["id"])


@pytest.fixture
def scripted_images(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[ScriptedImages]]:
    """The scripted image provider, which draws all panels."""
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
    """The slow video provider, which makes all clips."""
    monkeypatch.setenv("VIDEO_PROVIDER", "tests.scripted:SlowVideo")
    forget_settings()
    for record in (SlowVideo.submitted, SlowVideo.polls, SlowVideo.cancelled):
        record.clear()
    yield SlowVideo
    monkeypatch.undo()
    forget_settings()
