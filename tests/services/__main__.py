"""Starts all services and runs a command with them: `python -m tests.services pytest -q`.

Without a command it prints the settings, for a shell to take, and waits for Ctrl-C.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from tests.services.ceph import s3
from tests.services.mariadb import mariadb
from tests.services.redis import redis
from tests.services.server import Missing, Service

SERVICES = {"mariadb": mariadb, "redis": redis, "s3": s3}


def start(running: ExitStack, folder: Path) -> dict[str, Service]:
    """Start all services concurrently, each in a folder of its own. Raises Missing."""

    def enter(name: str) -> tuple[AbstractContextManager[Service], Service]:
        (folder / name).mkdir()
        service = SERVICES[name](folder / name)
        return service, service.__enter__()

    started: dict[str, Service] = {}
    with ThreadPoolExecutor(len(SERVICES)) as pool:
        for name, begun in [(name, pool.submit(enter, name)) for name in SERVICES]:
            service, started[name] = begun.result()
            running.push(service.__exit__)
    return started


def main(command: list[str]) -> int:
    """Run the command with the services and return its exit code; without a command wait for a signal."""
    started_at = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="studio-services-") as folder, ExitStack() as running:
        try:
            services = start(running, Path(folder))
        except Missing as missing:
            print(missing, file=sys.stderr)
            return 2
        settings = {name: value for one in services.values() for name, value in one.settings.items()}
        print(f"Services are up after {time.monotonic() - started_at:.1f} s.", file=sys.stderr)
        if command:
            # The tests create a data folder of their own.
            own = {name: value for name, value in os.environ.items() if name != "STUDIO_DATA"}
            return subprocess.run(command, env={**own, **settings}, check=False).returncode
        print("\n".join(f"export {name}={value}" for name, value in settings.items()), flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
