"""A vendor on loopback that animates slowly: a clip is ordered, polled for and fetched."""

import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import av
import numpy as np

CLIP_FRAMES = 15
"""The length of every clip that the vendor films."""


def any_clip(order: dict[str, Any]) -> bytes:
    """Film one second of grey that grows brighter, in a size and at a rate of the vendor's own."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as clip:
        stream = clip.add_stream("mpeg4", rate=CLIP_FRAMES)
        stream.width, stream.height, stream.pix_fmt = 400, 400, "yuv420p"
        for brightness in range(CLIP_FRAMES):
            picture = np.full((400, 400, 3), 60 + 10 * brightness, np.uint8)
            clip.mux(stream.encode(av.VideoFrame.from_ndarray(picture)))
        clip.mux(stream.encode())
    return file.getvalue()


class VideoServer:
    """Accepts orders; a clip is complete at the poll number `looks_needed`, when `make` renders it."""

    def __init__(self) -> None:
        self.orders: dict[str, dict[str, Any]] = {}
        self.looks_needed = 2
        self.make: Callable[[dict[str, Any]], bytes] = any_clip
        self.answers: list[int] = []
        server = self

        class Handler(_Handler):
            vendor = server

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def stop(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    vendor: VideoServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.vendor.answers:
            self._send_json(self.vendor.answers.pop(0), {})
            return
        number = f"clip-{len(self.vendor.orders) + 1}"
        self.vendor.orders[number] = {"order": body, "looks": 0, "status": "processing"}
        self._send_json(200, {"id": number})

    def do_GET(self) -> None:
        number, _, wanted = self.path.removeprefix("/clips/").partition("/")
        order = self.vendor.orders[number]
        if wanted:
            self._send(200, self.vendor.make(order["order"]), "video/mp4")
            return
        order["looks"] += 1
        if order["looks"] >= self.vendor.looks_needed and order["status"] == "processing":
            order["status"] = "done"
        self._send_json(200, {"id": number, "status": order["status"]})

    def do_DELETE(self) -> None:
        order = self.vendor.orders.get(self.path.removeprefix("/clips/"))
        if order is not None:
            order["status"] = "cancelled"
        self._send_json(200 if order else 404, {})

    def _send_json(self, status: int, body: dict[str, Any]) -> None:
        self._send(status, json.dumps(body).encode(), "application/json")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Log nothing."""


@contextmanager
def serve_video() -> Iterator[VideoServer]:
    """Serve within the context; yield the server."""
    server = VideoServer()
    try:
        yield server
    finally:
        server.stop()
