"""One studio in real processes for all tests of this folder, with embedded services or real servers."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from tests.faults.film import Film
from tests.faults.ground import EmbeddedGround, Ground, ServerGround
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.vendors.openai_server import serve_openai
from tests.vendors.video_server import serve_video

MATRIX = pytest.StashKey[Matrix]()
ON_SERVERS = os.environ.get("FAULT_GROUND") == "servers"
MISSING = {
    "test_database_server.py": None if ON_SERVERS else "a database server (set FAULT_GROUND=servers)",
    "test_disk.py": None if hasattr(psutil.Process, "rlimit") else "limits on other processes (Linux)",
}
"""What each file needs and this run does not have; the report names it."""
collect_ignore = [name for name, missing in MISSING.items() if missing]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[MATRIX] = Matrix()


def pytest_report_header() -> list[str]:
    return [f"tests/faults/{name} is left out: it needs {what}" for name, what in MISSING.items() if what]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    matrix = config.stash[MATRIX]
    if matrix.rows:
        terminalreporter.write_line(str(matrix))


@pytest.fixture(scope="package")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """The services of the studio."""
    with ExitStack() as running:
        folder: Path = tmp_path_factory.mktemp("ground")
        services = (ServerGround if ON_SERVERS else EmbeddedGround)(folder, running)
        yield services
        services.close()


@pytest.fixture(scope="package")
def running_stack(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The studio, with Ada signed in; at the end no process is left."""
    with serve_openai() as vendor, serve_video() as animator:
        running = Stack(ground, tmp_path_factory.mktemp("stack"), vendor, animator)
        running.migrate()
        try:
            running.start()
            running.sign_in()
            yield running
        finally:
            running.stop()


@pytest.fixture(scope="package")
def matrix(running_stack: Stack, pytestconfig: pytest.Config) -> Matrix:
    """The table of results, with the time of an undisturbed film; the first film only warms up."""
    matrix = pytestconfig.stash[MATRIX]
    for _ in range(2):
        film = Film(running_stack)
        film.start()
        matrix.undisturbed = film.check_end().seconds
    return matrix


@pytest.fixture
def stack(running_stack: Stack, matrix: Matrix) -> Iterator[Stack]:
    """The running studio; after the test all faults are removed and all processes run again."""
    yield running_stack
    running_stack.vendor.faults.clear()
    for gate in running_stack.vendor.gates:
        gate.opened.set()
    running_stack.vendor.gates.clear()
    running_stack.start()


@pytest.fixture
def film(stack: Stack) -> Film:
    """A film of three scenes that is not started yet."""
    return Film(stack)
