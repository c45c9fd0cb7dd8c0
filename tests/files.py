"""Uploads and downloads by signed addresses, as a browser does them, and small files for uploads."""

import io
from functools import cache
from typing import Any, cast

import av
import httpx2
import numpy as np
from fastapi.testclient import TestClient
from PIL import Image

from app.core.config import settings

CODECS = {
    "audio/mpeg": ("mp3", "libmp3lame"),
    "audio/wav": ("wav", "pcm_s16le"),
    "audio/ogg": ("ogg", "libopus"),
    "audio/mp4": ("ipod", "aac"),
    "audio/flac": ("flac", "flac"),
}


def _client(api: TestClient, url: str) -> Any:
    """Return a client that can reach an address: of the app itself, or of a bucket's server."""
    return api if url.startswith(settings().public_url) else httpx2


def fetch(api: TestClient, url: str, **headers: str) -> httpx2.Response:
    """Download a signed address without a session."""
    answer: httpx2.Response = _client(api, url).get(url, headers={"Authorization": "", **headers})
    return answer


def send(api: TestClient, form: dict[str, Any], body: bytes, **changes: str) -> httpx2.Response:
    """Send an upload form with a file, without a session; `Content_Type` stands for `Content-Type`."""
    fields = {**form["fields"], **{name.replace("_", "-"): value for name, value in changes.items()}}
    answer: httpx2.Response = _client(api, form["url"]).post(
        form["url"], data=fields, files={"file": ("upload", body)}, headers={"Authorization": ""}
    )
    return answer


def begin(api: TestClient, project_id: int, body: bytes, **changes: Any) -> httpx2.Response:
    """Request an upload form; for a PNG reference image unless changed."""
    defaults = {"type": "reference", "filename": "still.png", "content_type": "image/png"}
    request = {"project_id": project_id, "size_bytes": len(body), **defaults, **changes}
    answer: httpx2.Response = api.post("/assets/upload-url", json=request)
    return answer


def upload(api: TestClient, project_id: int, body: bytes, **changes: Any) -> dict[str, Any]:
    """Upload a file completely, and return the ready asset."""
    begun = begin(api, project_id, body, **changes).json()
    assert send(api, begun["upload"], body).status_code == 204
    completed: dict[str, Any] = api.post(f"/assets/{begun['asset_id']}/complete").json()
    return completed


def image(kind: str = "PNG", size: tuple[int, int] = (64, 48), colour: str = "teal") -> bytes:
    """Return an image file of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, kind)
    return file.getvalue()


@cache
def sound(content_type: str, seconds: float = 2.0, pitch: float = 440.0) -> bytes:
    """Return a sound file with a tone of `pitch` Hz."""
    form, codec = CODECS[content_type]
    file = io.BytesIO()
    with av.open(file, "w", format=form) as target:
        stream = cast(av.AudioStream, target.add_stream(codec, rate=48_000))
        stream.layout = "stereo"
        tone = 0.2 * np.sin(2 * np.pi * pitch * np.arange(int(48_000 * seconds)) / 48_000)
        frame = av.AudioFrame.from_ndarray(np.stack([tone, tone]).astype("f4"), "fltp", "stereo")
        frame.rate = 48_000
        resampler = av.AudioResampler(stream.format.name, "stereo", 48_000, stream.frame_size or None)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            target.mux(stream.encode(part))
        target.mux(stream.encode(None))
    return file.getvalue()


@cache
def film(size: tuple[int, int] = (160, 90)) -> bytes:
    """Return an MP4 file of one grey second."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as target:
        stream = target.add_stream("libx264", rate=24)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        grey = np.full((size[1], size[0], 3), 128, np.uint8)
        for _ in range(24):
            target.mux(stream.encode(av.VideoFrame.from_ndarray(grey, "rgb24")))
        target.mux(stream.encode(None))
    return file.getvalue()
