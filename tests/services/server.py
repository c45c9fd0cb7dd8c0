"""A foreign server as a child of ours."""

import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PACKAGES = {
    "mariadbd": "mariadb-server",
    "mariadb-install-db": "mariadb-server",
    "redis-server": "redis-server",
    "ceph-mon": "ceph-mon",
    "ceph-osd": "ceph-osd",
    "radosgw": "radosgw",
}
READY_SECONDS = 90.0


class Missing(Exception):
    """A program is not installed; the message says which package has it."""


def program(name: str) -> str:
    """Find a program, also where only root's path leads. Raises Missing."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/sbin")
    if found is None:
        raise Missing(f"{name} is not installed: apt-get install {PACKAGES.get(name, name)}")
    return found


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(arguments: Sequence[str], **options: str) -> str:
    """Run a command to its end; its output."""
    done = subprocess.run(
        arguments, capture_output=True, text=True, timeout=READY_SECONDS, check=False, **options
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


class Server:
    """A server in the foreground, with its words in a file; the kernel kills it when we are killed."""

    def __init__(self, arguments: Sequence[str], log: Path) -> None:
        self.log = log
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                [program("setpriv"), "--pdeathsig", "KILL", "--", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                # Ctrl-C is for us: servers are stopped in order, when nobody talks to them any more.
                process_group=0,
            )

    def wait_until(self, is_ready: Callable[[], object]) -> None:
        """Wait until a question gets an answer other than an exception."""
        end = time.monotonic() + READY_SECONDS
        while True:
            try:
                is_ready()
                return
            except Exception as error:
                if self.process.poll() is not None or time.monotonic() > end:
                    words = self.log.read_text(errors="replace")[-2000:]
                    raise RuntimeError(f"{self.log.name} does not start:\n{words}") from error
                time.sleep(0.1)

    def stop(self) -> None:
        """Stop it, by force if it does not want to."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
