"""Requests per second, for reading a project and for logging in, against a bare app with the same work.

Run with `python -m benchmarks.api`. The limit is 0.6 of the bare app's rate.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx2

from app.embedded import studio
from benchmarks.findings import at_least, show
from benchmarks.studio import HOST, STORY, free_port, own_folder, run_studio

LIMIT = 0.6
CLIENTS = 4
PERSON = {"email": "ada@example.org", "password": "a lantern at dawn"}


def _measure_rate(send: Callable[[], httpx2.Response], count: int) -> float:
    """Send requests from several threads and return responses per second; each must be a success."""
    send().raise_for_status()
    begin = time.monotonic()
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(lambda _: send(), range(count)))
    seconds = time.monotonic() - begin
    for answer in answers:
        answer.raise_for_status()
    return count / seconds


def _measure_rates(client: httpx2.Client, project: int) -> tuple[float, float]:
    reads = _measure_rate(lambda: client.get(f"/projects/{project}"), 400)
    logins = _measure_rate(lambda: client.post("/auth/login", json=PERSON), 40)
    return reads, logins


def _create_project(client: httpx2.Client) -> int:
    """Sign in, create a project and segment its story; return its id."""
    client.post("/auth/register", json={"fullName": "Ada Tester", **PERSON}).raise_for_status()
    client.post("/auth/login", json=PERSON).raise_for_status()
    story = {"title": "The bell", "story_text": STORY.read_text()}
    project = int(client.post("/projects", json=story).json()["id"])
    client.post(f"/projects/{project}/segment", headers={"Prefer": "wait=60"}).raise_for_status()
    return project


@contextmanager
def _run_bare_app() -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "benchmarks.bare:app", "--port", str(port), "--no-access-log"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        studio.wait_for_api(HOST, port, threading.Event())
        yield f"http://{HOST}:{port}"
    finally:
        process.terminate()
        process.wait()


def main() -> int:
    """Print both rates and their ratios; return 0 if both limits hold."""
    with own_folder():
        with run_studio(1, free_port()) as address, httpx2.Client(base_url=address, timeout=30) as client:
            project = _create_project(client)
            ours = _measure_rates(client, project)
        with _run_bare_app() as address, httpx2.Client(base_url=address, timeout=30) as client:
            theirs = _measure_rates(client, project)
    names = ("GET /projects/{id}", "POST /auth/login")
    findings = [
        at_least(LIMIT, f"{name} against a bare app", mine / bare, f"{mine:.0f}/s, bare {bare:.0f}/s")
        for name, mine, bare in zip(names, ours, theirs, strict=True)
    ]
    return 0 if show(findings) else 1


if __name__ == "__main__":
    sys.exit(main())
