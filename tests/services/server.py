"""Foreign server programs as processes of the tests."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.embedded.supervisor import program as guarded
from tests.processes import TIMEOUT_SECONDS, Process

PACKAGES = {
    "mariadbd": "mariadb-server",
    "mariadb-install-db": "mariadb-server",
    "redis-server": "redis-server",
    "ceph-mon": "ceph-mon",
    "ceph-osd": "ceph-osd",
    "radosgw": "radosgw",
}


class Missing(Exception):
    """A program is not installed. The message names the package that contains it."""


@dataclass(frozen=True, slots=True)
class Service:
    """A server process, and the settings with its address."""

    server: Process
    settings: Mapping[str, str]


def program(name: str) -> str:
    """Return the path of a program, also in the folders of root's PATH. Raises Missing."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/sbin")
    if found is None:
        raise Missing(f"{name} is not installed: apt-get install {PACKAGES.get(name, name)}")
    return found


def run(arguments: Sequence[str], input: str | None = None) -> str:
    """Run a command to its end and return its output. Raises RuntimeError when it fails."""
    done = subprocess.run(
        arguments, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False, input=input
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def serve(arguments: Sequence[str], log: Path) -> Process:
    """Start a server that runs in the foreground, and return its process."""
    return Process(guarded(*arguments), log).start()
