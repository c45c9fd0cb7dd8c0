"""The time of a login, at most a tenth more than its Argon2 hash, and the queries of a request.

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
MAX_QUERIES, MAX_ROUND_TRIPS = 2, 1
ROUNDS = 40
EMAIL, PASSWORD = "ada@example.org", "seven brass lanterns"


def _measure(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _login() -> None:
    with unit_of_work() as session:
        AuthService(session).login(EMAIL, PASSWORD, Visitor("192.0.2.7", "benchmark"))


def _measure_login() -> float:
    """Return the ratio of a login's time to that of a hash, measured by turns on the same machine."""
    password_hash = passwords.hash_password(PASSWORD)
    pairs = []
    for _ in range(ROUNDS):
        redis_client().flushdb()
        pairs.append((_measure(lambda: passwords.verify(PASSWORD, password_hash)), _measure(_login)))
    hashing, whole = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    print(f"{'hash':>12} {hashing * 1000:8.2f} ms")
    print(f"{'login':>12} {whole * 1000:8.2f} ms  {whole / hashing:.3f} of the hash, at most {LIMIT}")
    return whole / hashing


def _count_queries() -> tuple[int, int]:
    """Return the numbers of database queries and of Redis commands of one authenticated request."""
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
    """Print the results; return 0 if all are within their limits."""
    assert app.models
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(STUDIO_DATA=folder, REDIS_URL=valkey.address(Path(folder)))
        server = subprocess.Popen(valkey.arguments(Path(folder)), stdout=subprocess.DEVNULL)
        try:
            valkey.wait_until_ready(settings().redis)
            command.upgrade(migrations.config(), "head")
            with unit_of_work() as session:
                AuthService(session).create_user("Ada Tester", EMAIL, PASSWORD)
            ratio, (queries, trips) = _measure_login(), _count_queries()
        finally:
            server.terminate()
            server.wait()
    return int(ratio > LIMIT or queries > MAX_QUERIES or trips > MAX_ROUND_TRIPS)


if __name__ == "__main__":
    sys.exit(main())
