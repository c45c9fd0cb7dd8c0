"""Vendors on loopback, for adapters that the settings choose."""

from collections.abc import Iterator

import pytest

from tests.vendors.openai_server import OpenAIServer
from tests.vendors.video_adapter import ADDRESS
from tests.vendors.video_server import VideoServer, serve_video


@pytest.fixture
def video_vendor(monkeypatch: pytest.MonkeyPatch) -> Iterator[VideoServer]:
    """The slow vendor of clips."""
    with serve_video() as server:
        monkeypatch.setenv(ADDRESS, server.base_url)
        yield server


@pytest.fixture
def vendors(vendor: OpenAIServer, video_vendor: VideoServer) -> tuple[OpenAIServer, VideoServer]:
    """All vendors."""
    return vendor, video_vendor
