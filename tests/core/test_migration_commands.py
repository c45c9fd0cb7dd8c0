"""The upgrade of the database by `alembic` and by `studio up`, and what starts without it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.config import main as alembic_main
from sqlalchemy import inspect

from alembic import command
from app.cli import main
from app.core import migrations
from app.core.database import engine
from app.embedded.supervisor import module
from tests.commands import RunHere
from tests.databases import empty_database
from tests.processes import Process, free_port, wait_until
from tests.visitor import Visitor

Ended = tuple[int, str, str]
"""The exit code of a command, its output and its errors."""
REPOSITORY = Path(__file__).parents[2]
ALONE = {
    "api": ["uvicorn", "app.main:app", "--port", "0"],
    "dispatcher": ["app.cli", "dispatcher"],
    "worker": ["app.celery_worker", "--quiet", "worker", "-Q", "emails"],
}


@pytest.fixture
def empty(tmp_path: Path, redis_server: None) -> Iterator[None]:
    """A database without any table, of which the settings name the address."""
    with empty_database(tmp_path):
        yield


def run(name: str, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a module in the repository's folder with changed settings, and return what it printed."""
    settings_ = {**os.environ, **changes}
    words = [sys.executable, "-m", name, *arguments]
    return subprocess.run(words, capture_output=True, text=True, timeout=60, env=settings_, cwd=REPOSITORY)


def test_alembic_says_what_it_has_done(empty: None) -> None:
    steps = len(list(migrations.list_known()))

    first, second = run("alembic", "upgrade", "head"), run("alembic", "upgrade", "head")

    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.count("Upgraded to ") == steps
    assert f"Upgraded to {migrations.head()}: " in first.stdout
    assert (second.returncode, second.stdout) == (
        0,
        f"The database is already current ({migrations.head()}).\n",
    )


def assert_refused(alembic: Ended, doctor: Ended, words: str) -> None:
    """Check that both commands have refused a setting: in one sentence, and without its secrets."""
    assert alembic[:2] == (1, "")
    assert (alembic[2].startswith("alembic: "), alembic[2].count("\n")) == (True, 1)
    assert words in alembic[2]
    assert doctor[0] == 1
    for printed in (alembic[2], *doctor[1:]):
        assert "Traceback" not in printed
        assert "secret" not in printed.replace("secret.key", "")


def test_an_unreachable_database_gives_alembic_and_doctor_one_sentence() -> None:
    changes = {"DATABASE_URL": "mysql://studio:secret@127.0.0.1:1/studio"}

    ended = run("alembic", "upgrade", "head", **changes), run("app.cli", "doctor", **changes)

    alembic, doctor = ((one.returncode, one.stdout, one.stderr) for one in ended)
    assert_refused(alembic, doctor, "cannot be used")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"DATABASE_URL": "mysql://studio:secret@127.0.0.1:port/studio"}, "DATABASE_URL"),
        ({"DATABASE_URL": "no address secret"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://studio:secret@127.0.0.1/studio"}, "works with mysql"),
        ({"DATABASE_URL": "sqlite:////no/such/folder/studio.db"}, "cannot be used"),
        ({"DATABASE_URL": "", "STUDIO_DATA": "/dev/null"}, "/dev/null"),
        ({"MAX_RUNNING_JOBS": "many"}, "MAX_RUNNING_JOBS"),
        ({"SECRET_KEY": "secret"}, "SECRET_KEY"),
    ],
)
def test_wrong_settings_give_alembic_and_doctor_one_sentence(
    run_here: RunHere, changes: dict[str, str], words: str
) -> None:
    alembic = run_here(alembic_main, "-c", REPOSITORY / "alembic.ini", "upgrade", "head", **changes)
    doctor = run_here(main, "doctor", **changes)

    assert_refused(alembic, doctor, words)


@pytest.mark.parametrize(
    "part", [*ALONE.values(), ["app.pipeline.liveness"], ["app.providers.storage.bucket"]]
)
def test_every_entry_point_refuses_a_wrong_data_folder_in_one_sentence(part: list[str]) -> None:
    embedded = {"DATABASE_URL": "", "S3_BUCKET_NAME": "", "REDIS_URL": "redis://127.0.0.1:1/0"}

    ended = run(*part, STUDIO_DATA="/dev/null", **embedded)

    assert ended.returncode != 0
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("part", ALONE)
def test_a_part_alone_refuses_an_empty_database_in_one_sentence(empty: None, part: str) -> None:
    ended = run(*ALONE[part])

    assert ended.returncode != 0
    assert "alembic upgrade head" in ended.stderr
    assert (ended.stderr.startswith("studio: "), ended.stderr.count("\n")) == (True, 1)
    assert inspect(engine()).get_table_names() == []


def test_parts_start_on_a_database_that_a_newer_version_has_upgraded(empty: None) -> None:
    command.upgrade(migrations.config(), "head")
    with engine().begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    migrations.ensure_current()

    assert migrations.current() == "9999"


def test_the_migrations_of_two_processes_follow_one_another(empty: None) -> None:
    words = [sys.executable, "-m", "alembic", "upgrade", "head"]

    both = [
        subprocess.Popen(words, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    printed = sorted(process.communicate(timeout=90)[0] for process in both)

    assert [process.returncode for process in both] == [0, 0]
    assert "already current" in printed[0] + printed[1]
    assert migrations.is_current()


def test_the_studio_on_one_machine_upgrades_any_database(empty: None, tmp_path: Path) -> None:
    port = free_port()
    visitor = Visitor(f"http://127.0.0.1:{port}")
    arguments = module(
        "app.cli", "up", "--data", str(tmp_path / "data"), "--port", str(port), "--workers", "1"
    )
    studio = Process(arguments, tmp_path / "log.txt").start()

    wait_until(visitor.is_served, "the studio")
    visitor.sign_in()

    studio.stop()
    visitor.leave()
    assert migrations.is_current()
    assert "ProgrammingError" not in (tmp_path / "log.txt").read_text()
