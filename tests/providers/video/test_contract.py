"""The contract of video providers, which the local camera and a slow vendor's adapter meet."""

from collections.abc import Callable
from pathlib import Path

import av
import pytest

from app.film.conform import conform
from app.providers import registry
from app.providers.ledger import UnrecordedCalls
from app.providers.video.base import ClipRequest, VideoProvider
from tests.providers.requests import FRAMES, SLOW_VENDOR, clip_request, names_of
from tests.vendors.video_server import CLIP_FRAMES, VideoServer

# A provider that follows the plan films its frames; the slow vendor films what it always does.
FILMED = {"local": FRAMES, SLOW_VENDOR: CLIP_FRAMES}


@pytest.fixture
def request_for_clip(tmp_path: Path) -> ClipRequest:
    """A short clip of a plain still."""
    return clip_request(tmp_path)


@pytest.fixture(params=names_of("video"))
def name(request: pytest.FixtureRequest) -> str:
    """Each adapter in turn."""
    chosen: str = request.param
    return chosen


@pytest.fixture
def provider(name: str, video_vendor: VideoServer, setting: Callable[..., None]) -> VideoProvider:
    """The adapter."""
    setting(VIDEO_PROVIDER=name)
    return registry.video_provider()


def film(provider: VideoProvider, request: ClipRequest, target: Path) -> list[bool]:
    """Make a clip; return for each poll whether its file existed before it was complete."""
    handle, early = provider.submit(request, target, lambda _: None, UnrecordedCalls()), []
    while handle is not None and not provider.poll(handle, target):
        early.append(target.exists())
    return early


def frames_in(path: Path) -> int:
    with av.open(path) as clip:
        return sum(1 for _ in clip.decode(video=0))


def test_a_clip_is_made_at_once_or_found_by_its_handle(
    provider: VideoProvider, name: str, request_for_clip: ClipRequest, tmp_path: Path
) -> None:
    film(provider, request_for_clip, tmp_path / "clip.mp4")

    assert frames_in(tmp_path / "clip.mp4") == FILMED[name]


def test_the_file_of_a_clip_is_complete_or_missing(
    provider: VideoProvider, request_for_clip: ClipRequest, tmp_path: Path
) -> None:
    early = film(provider, request_for_clip, tmp_path / "clip.mp4")

    assert not any(early)


def test_a_clip_can_be_brought_to_its_plan(
    provider: VideoProvider, request_for_clip: ClipRequest, tmp_path: Path
) -> None:
    film(provider, request_for_clip, tmp_path / "clip.mp4")

    conform(tmp_path / "clip.mp4", request_for_clip.plan, tmp_path / "conformed.mp4")

    assert frames_in(tmp_path / "conformed.mp4") == request_for_clip.plan.frames


def test_only_what_follows_the_plan_needs_no_conforming(
    provider: VideoProvider, request_for_clip: ClipRequest, tmp_path: Path
) -> None:
    film(provider, request_for_clip, tmp_path / "clip.mp4")

    is_as_planned = frames_in(tmp_path / "clip.mp4") == request_for_clip.plan.frames
    assert is_as_planned == provider.capabilities.follows_plan


def test_cancelling_a_clip_that_no_longer_exists_is_no_error(provider: VideoProvider) -> None:
    provider.cancel("clip-99")
