"""What every video provider must keep to, tried on the camera and on a slow vendor."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import pytest
from fastapi.testclient import TestClient
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.film.clip import ClipPlan
from app.modules.billing.models import ProviderCall
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import UnrecordedCalls
from app.providers.video.base import ClipRequest, VideoProvider
from app.providers.video.local import CameraOnStills
from tests.outbox import Outbox
from tests.pipeline.films import film, finished, new_job, new_project
from tests.vendors.video_adapter import ADDRESS, SlowVendor
from tests.vendors.video_server import VideoServer, serving_video

FRAMES = 12


@pytest.fixture
def request_for_clip(tmp_path: Path) -> ClipRequest:
    """A short clip of a plain still."""
    still = io.BytesIO()
    Image.new("RGB", (400, 226), (200, 120, 60)).save(still, "PNG")
    (tmp_path / "still.png").write_bytes(still.getvalue())
    plan = ClipPlan(frames=FRAMES, fps=24, size=(320, 180), move="push_in", cues=())
    return ClipRequest(tmp_path / "still.png", plan)


@pytest.fixture
def video_vendor(monkeypatch: pytest.MonkeyPatch) -> Iterator[VideoServer]:
    """The slow vendor."""
    with serving_video() as server:
        monkeypatch.setenv(ADDRESS, server.base_url)
        yield server


@pytest.fixture(params=[CameraOnStills, SlowVendor])
def provider(request: pytest.FixtureRequest, video_vendor: VideoServer) -> VideoProvider:
    """Each provider in turn."""
    made: VideoProvider = request.param()
    return made


def frames_in(path: Path) -> int:
    with av.open(path) as clip:
        return sum(1 for _ in clip.decode(video=0))


def test_a_clip_is_made_at_once_or_found_by_its_handle(
    provider: VideoProvider, request_for_clip: ClipRequest, tmp_path: Path
) -> None:
    target = tmp_path / "clip.mp4"

    handle = provider.submit(request_for_clip, target, lambda _: None, UnrecordedCalls())
    while handle is not None and not provider.poll(handle, target):
        assert not target.exists(), "a clip is there whole or not at all"

    assert frames_in(target) == FRAMES or not provider.capabilities.follows_plan


def test_cancelling_what_is_gone_is_no_error(provider: VideoProvider) -> None:
    provider.cancel("clip-99")


def test_a_busy_vendor_may_be_asked_again(video_vendor: VideoServer, request_for_clip: ClipRequest) -> None:
    video_vendor.answers = [503]

    with pytest.raises(ProviderBusy):
        SlowVendor().submit(request_for_clip, Path("unused"), lambda _: None, UnrecordedCalls())


def test_a_refusing_vendor_is_not_asked_again(
    video_vendor: VideoServer, request_for_clip: ClipRequest
) -> None:
    video_vendor.answers = [400]

    with pytest.raises(ProviderRefused):
        SlowVendor().submit(request_for_clip, Path("unused"), lambda _: None, UnrecordedCalls())


def test_a_film_is_made_with_a_slow_vendor(
    ada_api: TestClient,
    outbox: Outbox,
    video_vendor: VideoServer,
    setting: Callable[..., None],
    session: Session,
) -> None:
    setting(VIDEO_PROVIDER="tests.vendors.video_adapter:SlowVendor")

    job = film(ada_api, outbox)

    row = session.scalars(select(ProviderCall)).one()
    assert (job["status"], len(video_vendor.orders)) == ("completed", 1)
    assert (row.outcome, row.provider_id) == ("done", "clip-1")


def test_cancelling_a_job_takes_its_order_back(
    ada_api: TestClient, outbox: Outbox, video_vendor: VideoServer, setting: Callable[..., None]
) -> None:
    setting(VIDEO_PROVIDER="tests.vendors.video_adapter:SlowVendor")
    video_vendor.looks_needed = 1000
    job_id = new_job(ada_api, new_project(ada_api))["id"]
    outbox.deliver_all()

    ada_api.post(f"/jobs/{job_id}/cancel")
    job = finished(ada_api, outbox, job_id)

    assert job["status"] == "cancelled"
    assert video_vendor.orders["clip-1"]["status"] == "cancelled"
