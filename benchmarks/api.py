"""Requests a second of reading a project and of logging in, against a bare app with the same query or hash.

Run with `python -m benchmarks.api`. The aim is at least 0.6 of the bare app's rate.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx2

LIMIT = 0.6
CLIENTS = 4
PERSON = {"email": "bench@example.org", "password": "a lantern at dawn"}
STORY = Path(__file__).parent.parent / "examples" / "the-bell-under-the-harbour.txt"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _served(command: list[str], port: int, environment: dict[str, str]) -> Iterator[httpx2.Client]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            yield client
    finally:
        process.terminate()
        process.wait()


def _rate(ask: Callable[[], httpx2.Response], count: int) -> float:
    """Ask from some clients at once; gives answers a second, all of which must be good."""
    ask().raise_for_status()
    begin = time.monotonic()
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(lambda _: ask(), range(count)))
    seconds = time.monotonic() - begin
    for answer in answers:
        answer.raise_for_status()
    return count / seconds


def _rates(client: httpx2.Client, project: int) -> tuple[float, float]:
    reads = _rate(lambda: client.get(f"/projects/{project}"), 400)
    logins = _rate(lambda: client.post("/auth/login", json=PERSON), 40)
    return reads, logins


def main() -> int:
    """Print both rates and their ratios; the exit status tells whether the aim is met."""
    port, bare_port = _free_port(), _free_port()
    with tempfile.TemporaryDirectory() as data:
        environment = {
            **os.environ,
            **{"STUDIO_DATA": data, "DATABASE_URL": "", "DB_HOST": "", "REDIS_URL": "", "REDIS_HOST": ""},
            **{"LOGIN_THROTTLE_LIMIT": "100000", "IP_THROTTLE_LIMIT": "100000"},
        }
        up = [sys.executable, "-m", "app.cli", "up", "--port", str(port), "--workers", "1"]
        with _served(up, port, environment) as client:
            client.post("/auth/register", json={"fullName": "Bench", **PERSON}).raise_for_status()
            client.post("/auth/login", json=PERSON).raise_for_status()
            story = {"title": "The bell", "story_text": STORY.read_text()}
            project = client.post("/projects", json=story).json()["id"]
            client.post(f"/projects/{project}/segment", headers={"Prefer": "wait=60"}).raise_for_status()
            ours = _rates(client, project)
        bare = [sys.executable, "-m", "uvicorn", "benchmarks.bare:app", "--port", str(bare_port)]
        with _served([*bare, "--no-access-log"], bare_port, environment) as client:
            theirs = _rates(client, project)
    for name, mine, least in zip(("GET /projects/{id}", "POST /auth/login"), ours, theirs, strict=True):
        print(f"{name}: {mine:.0f}/s, bare {least:.0f}/s, ratio {mine / least:.2f} (aim: at least {LIMIT})")
    return 0 if all(mine >= LIMIT * least for mine, least in zip(ours, theirs, strict=True)) else 1


if __name__ == "__main__":
    sys.exit(main())
