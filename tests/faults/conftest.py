"""One studio in real processes for all faults of this folder, on a laptop's ground or on servers."""

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
from tests.vendors.openai_server import serving
from tests.vendors.video_server import serving_video

MATRIX = pytest.StashKey[Matrix]()
ON_SERVERS = os.environ.get("FAULT_GROUND") == "servers"
# SQLite is no server that could be stopped, and outside Linux nobody limits the files of another process.
collect_ignore = [
    *([] if ON_SERVERS else ["test_database_server.py"]),
    *([] if hasattr(psutil.Process, "rlimit") else ["test_disk.py"]),
]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[MATRIX] = Matrix()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    matrix = config.stash[MATRIX]
    if matrix.rows:
        terminalreporter.write_line(str(matrix))


@pytest.fixture(scope="package")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """What the studio stands on."""
    with ExitStack() as running:
        folder: Path = tmp_path_factory.mktemp("ground")
        made = (ServerGround if ON_SERVERS else EmbeddedGround)(folder, running)
        yield made
        made.close()


@pytest.fixture(scope="package")
def running_stack(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The studio, with Ada signed in; at the end no process may be left."""
    with serving() as vendor, serving_video() as animator:
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
    """The matrix, with the time that an undisturbed film takes; the first one only warms up."""
    made = pytestconfig.stash[MATRIX]
    for _ in range(2):
        film = Film(running_stack)
        film.start()
        made.undisturbed = film.must_end().seconds
    return made


@pytest.fixture
def stack(running_stack: Stack, matrix: Matrix) -> Iterator[Stack]:
    """The studio in good health, and again after each fault."""
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
