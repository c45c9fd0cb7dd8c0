"""A foreign server as a process of ours."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.embedded.supervisor import program as guarded
from tests.processes import PATIENCE, Process

PACKAGES = {
    "mariadbd": "mariadb-server",
    "mariadb-install-db": "mariadb-server",
    "redis-server": "redis-server",
    "ceph-mon": "ceph-mon",
    "ceph-osd": "ceph-osd",
    "radosgw": "radosgw",
}


class Missing(Exception):
    """A program is not installed; the message says which package has it."""


@dataclass(frozen=True, slots=True)
class Service:
    """A server that clients talk to, and the settings that name it."""

    server: Process
    settings: Mapping[str, str]


def program(name: str) -> str:
    """Find a program, also where only root's path leads. Raises Missing."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/sbin")
    if found is None:
        raise Missing(f"{name} is not installed: apt-get install {PACKAGES.get(name, name)}")
    return found


def run(arguments: Sequence[str], **options: str) -> str:
    """Run a command to its end; its output."""
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=PATIENCE, check=False, **options)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def serve(arguments: Sequence[str], log: Path) -> Process:
    """Start a server in the foreground."""
    return Process(guarded(*arguments), log).start()
