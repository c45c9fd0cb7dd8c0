"""Prometheus metrics of HTTP requests and database connections, summed over a machine's API processes."""

import os
import time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.config import settings

if TYPE_CHECKING:
    from prometheus_client.core import GaugeMetricFamily

# A client may invent methods, and each label is kept for ever.
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


@lru_cache
def _load_prometheus() -> Any:
    """Set the folder in which the processes share their counts, then import the Prometheus client.

    The client reads the folder at its import. Returns its package and its `multiprocess` module.
    """
    folder = settings().data / "metrics"
    folder.mkdir(exist_ok=True)
    os.environ.setdefault(FOLDER_VARIABLE, str(folder))
    import prometheus_client
    from prometheus_client import multiprocess

    return prometheus_client, multiprocess


@lru_cache
def _request_seconds() -> Any:
    client, _ = _load_prometheus()
    return client.Histogram(
        "studio_http_request_seconds", "Requests by route.", ["method", "route", "status"], registry=None
    )


@lru_cache
def _connection_seconds() -> Any:
    client, _ = _load_prometheus()
    return client.Histogram("studio_db_connection_seconds", "Uses of database connections.", registry=None)


def measure_connections(engine: Engine) -> None:
    """Observe how long each connection is checked out of the engine's pool, from now on."""
    event.listen(engine, "checkout", _start_timer)
    event.listen(engine, "checkin", _observe_duration)


def _start_timer(_: Any, record: Any, __: Any) -> None:
    record.info["checked_out_at"] = time.monotonic()


def _observe_duration(_: Any, record: Any) -> None:
    checked_out_at = record.info.pop("checked_out_at", None)
    if checked_out_at is not None:
        _connection_seconds().observe(time.monotonic() - checked_out_at)


def new_gauge(name: str, documentation: str, labels: list[str]) -> "GaugeMetricFamily":
    """Return a gauge with these labels and no samples."""
    _load_prometheus()
    from prometheus_client.core import GaugeMetricFamily

    return GaugeMetricFamily(name, documentation, labels=labels)


def render_metrics(gauges: Any) -> bytes:
    """Return all metrics in Prometheus' text format; `gauges` is a collector that is read as well."""
    client, multiprocess = _load_prometheus()
    registry = client.CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)
    registry.register(gauges)
    text: bytes = client.generate_latest(registry)
    return text


class MeasureRequests:
    """Observe the duration of each request, labelled by its route's path template."""

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
            method = scope["method"] if scope["method"] in METHODS else "other"
            _request_seconds().labels(method, route, status).observe(time.monotonic() - begin)
