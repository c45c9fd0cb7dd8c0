"""What a login costs beyond its Argon2 hash: at most a tenth; and what an authenticated request asks.

Run with `python -m benchmarks.login`. It uses a database and a Valkey server of its own.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import event

import app.models
from alembic import command
from app.core import migrations
from app.core.config import settings
from app.core.database import engine, unit_of_work
from app.core.redis import client as redis_client
from app.embedded import valkey
from app.main import create_app
from app.modules.auth import passwords
from app.modules.auth.service import AuthService
from app.modules.auth.sessions import Visitor

LIMIT = 1.10
MOST_QUERIES, MOST_TRIPS = 2, 1
ROUNDS = 40
EMAIL, PASSWORD = "ada@example.org", "seven brass lanterns"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _login() -> None:
    with unit_of_work() as session:
        AuthService(session).login(EMAIL, PASSWORD, Visitor("192.0.2.7", "benchmark"))


def _cost_of_login() -> float:
    """Time hashes and logins by turns, so that a busy machine slows both; give their ratio."""
    password_hash = passwords.hashed(PASSWORD)
    pairs = []
    for _ in range(ROUNDS):
        redis_client().flushdb()
        pairs.append((_seconds(lambda: passwords.is_right(PASSWORD, password_hash)), _seconds(_login)))
    hashing, whole = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    print(f"{'hash':>12} {hashing * 1000:8.2f} ms")
    print(f"{'login':>12} {whole * 1000:8.2f} ms  {whole / hashing:.3f} of the hash, at most {LIMIT}")
    return whole / hashing


def _cost_of_request() -> tuple[int, int]:
    """Count the queries and the commands to Redis of one authenticated request."""
    client, queries = TestClient(create_app()), list[str]()
    answer = client.post("/auth/login", json={"email": EMAIL, "password": PASSWORD})
    client.get("/auth/me").raise_for_status()

    def note(*details: Any) -> None:
        if not details[2].startswith("BEGIN"):
            queries.append(details[2])

    event.listen(engine(), "before_cursor_execute", note)
    before = redis_client().info("stats")["total_commands_processed"]
    client.get("/auth/me").raise_for_status()
    trips = redis_client().info("stats")["total_commands_processed"] - before - 1
    answer.raise_for_status()
    print(f"{'request':>12} {len(queries)} queries, {trips} round trips to Redis")
    return len(queries), trips


def main() -> int:
    """Print the figures and say by the exit status whether they are within their limits."""
    assert app.models
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(STUDIO_DATA=folder, REDIS_URL=valkey.address(Path(folder)))
        server = subprocess.Popen(valkey.arguments(Path(folder)), stdout=subprocess.DEVNULL)
        try:
            valkey.wait_until_ready(settings().redis)
            command.upgrade(migrations.config(), "head")
            with unit_of_work() as session:
                AuthService(session).create_user("Ada Tester", EMAIL, PASSWORD)
            ratio, (queries, trips) = _cost_of_login(), _cost_of_request()
        finally:
            server.terminate()
            server.wait()
    return int(ratio > LIMIT or queries > MOST_QUERIES or trips > MOST_TRIPS)


if __name__ == "__main__":
    sys.exit(main())
