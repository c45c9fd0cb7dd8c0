"""A vendor that films slowly: its errors, and whole films made with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.billing.models import ProviderCall
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import UnrecordedCalls
from tests.outbox import Outbox
from tests.pipeline.films import create_project, make_film, run_to_end, start_job
from tests.providers.requests import SLOW_VENDOR, clip_request
from tests.vendors.video_adapter import SlowVendor
from tests.vendors.video_server import VideoServer


def submit(folder: Path) -> str:
    return SlowVendor().submit(clip_request(folder), folder / "clip.mp4", lambda _: None, UnrecordedCalls())


def test_a_busy_vendor_may_be_asked_again(video_vendor: VideoServer, tmp_path: Path) -> None:
    video_vendor.answers = [503]

    with pytest.raises(ProviderBusy):
        submit(tmp_path)


def test_a_refusing_vendor_is_not_asked_again(video_vendor: VideoServer, tmp_path: Path) -> None:
    video_vendor.answers = [400]

    with pytest.raises(ProviderRefused):
        submit(tmp_path)


def test_a_clip_cancelled_at_the_vendor_is_never_completed(video_vendor: VideoServer, tmp_path: Path) -> None:
    handle = submit(tmp_path)
    SlowVendor().cancel(handle)

    with pytest.raises(ProviderRefused):
        SlowVendor().poll(handle, tmp_path / "clip.mp4")


def test_a_film_is_made_with_a_slow_vendor(
    ada_api: TestClient,
    outbox: Outbox,
    video_vendor: VideoServer,
    setting: Callable[..., None],
    session: Session,
) -> None:
    setting(VIDEO_PROVIDER=SLOW_VENDOR)

    job = make_film(ada_api, outbox, coverage="scene")

    row = session.scalars(select(ProviderCall)).one()
    assert (job["status"], len(video_vendor.orders)) == ("completed", 1)
    assert (row.outcome, row.provider_id) == ("done", "clip-1")


def test_cancelling_a_job_cancels_its_clips_at_the_vendor(
    ada_api: TestClient, outbox: Outbox, video_vendor: VideoServer, setting: Callable[..., None]
) -> None:
    setting(VIDEO_PROVIDER=SLOW_VENDOR)
    video_vendor.looks_needed = 1000
    job_id = start_job(ada_api, create_project(ada_api))["id"]
    outbox.deliver_all()

    ada_api.post(f"/jobs/{job_id}/cancel")
    job = run_to_end(ada_api, outbox, job_id)

    assert job["status"] == "cancelled"
    assert video_vendor.orders["clip-1"]["status"] == "cancelled"
