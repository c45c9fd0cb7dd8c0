"""HTTP requests by route, and uses of the database, counted over all API processes of this machine."""

import os
import time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.config import settings

if TYPE_CHECKING:
    from prometheus_client.core import GaugeMetricFamily

FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


@lru_cache
def _library() -> Any:
    """Import the client once its folder is known: processes of one machine add up their counts there."""
    folder = settings().data / "metrics"
    folder.mkdir(exist_ok=True)
    os.environ.setdefault(FOLDER_VARIABLE, str(folder))
    import prometheus_client
    from prometheus_client import multiprocess

    return prometheus_client, multiprocess


@lru_cache
def _seconds() -> Any:
    client, _ = _library()
    return client.Histogram(
        "studio_http_request_seconds", "Requests by route.", ["method", "route", "status"], registry=None
    )


@lru_cache
def _held_seconds() -> Any:
    client, _ = _library()
    return client.Histogram("studio_db_connection_seconds", "Uses of database connections.", registry=None)


def count_connections(engine: Engine) -> None:
    """Count each use of a connection, with its duration, when it is given back."""
    event.listen(engine, "checkout", _note_taken)
    event.listen(engine, "checkin", _note_given_back)


def _note_taken(_: Any, record: Any, __: Any) -> None:
    record.info["taken_at"] = time.monotonic()


def _note_given_back(_: Any, record: Any) -> None:
    taken_at = record.info.pop("taken_at", None)
    if taken_at is not None:
        _held_seconds().observe(time.monotonic() - taken_at)


def gauge(name: str, words: str, labels: list[str]) -> "GaugeMetricFamily":
    """Begin a gauge with these labels."""
    _library()
    from prometheus_client.core import GaugeMetricFamily

    return GaugeMetricFamily(name, words, labels=labels)


def exposition(gauges: Any) -> bytes:
    """Write all counts in Prometheus' text format, with a collector's gauges beside them."""
    client, multiprocess = _library()
    registry = client.CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)
    registry.register(gauges)
    text: bytes = client.generate_latest(registry)
    return text


class CountRequests:
    """Count each request with its duration under its route, not its path."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begin, status = time.monotonic(), 500

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            return await self.app(scope, receive, watch)
        finally:
            route = getattr(scope.get("route"), "path", "unknown")
            _seconds().labels(scope["method"], route, status).observe(time.monotonic() - begin)
