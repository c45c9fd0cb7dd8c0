"""A Redis server for the tests alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis as client

from tests.processes import free_port
from tests.services.server import Service, program, serve


@contextmanager
def redis(folder: Path) -> Iterator[Service]:
    """Start the server with the options of production, and yield it with the settings for it."""
    port = free_port()
    server = serve(
        [
            *(program("redis-server"), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)),
            *("--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
            *("--maxmemory-policy", "noeviction", "--daemonize", "no"),
        ],
        folder / "redis.log",
    )
    try:
        server.wait_ready(client.Redis(port=port).ping)
        yield Service(server, {"REDIS_URL": f"redis://127.0.0.1:{port}/0"})
    finally:
        server.stop()
