"""A Redis server that nobody else uses."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis as client

from tests.services.server import Server, free_port, program


@contextmanager
def redis(folder: Path) -> Iterator[dict[str, str]]:
    """Start the server as one would in production; gives the settings that name it."""
    port = free_port()
    server = Server(
        [
            *(program("redis-server"), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)),
            *("--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
            *("--maxmemory-policy", "noeviction", "--daemonize", "no"),
        ],
        folder / "redis.log",
    )
    try:
        server.wait_until(client.Redis(port=port).ping)
        yield {"REDIS_URL": f"redis://127.0.0.1:{port}/0"}
    finally:
        server.stop()
