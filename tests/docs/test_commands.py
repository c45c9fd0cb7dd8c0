"""Every command of the documentation is run as it is written, or has a reason why it is not."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from app.core.config import settings
from app.embedded.supervisor import module
from tests.processes import Process, free_port, wait_until
from tests.visitor import Visitor

REPOSITORY = Path(__file__).parents[2]
PAGES = [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *(REPOSITORY / "docs").glob("*.md")]
NOT_RUN = {
    "make demo": "it installs the studio; its film of the long sample story takes minutes",
    "make test": "it runs this test",
    "studio admin create you@example.org": "it asks for a password on a terminal",
}
FILMS, WALK, PARTS = "Films on the command line", "The API", "Production"
SERVICES = ("uvicorn ", "studio dispatcher", "python -m app.celery_worker ")


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a shell block, without its comment, and the heading that it stands under."""

    heading: str
    line: str


def list_commands(text: str) -> list[Command]:
    """Return the commands of all shell blocks of a page."""
    found: list[Command] = []
    heading = ""
    for part in re.findall(r"^(?:#+ [^\n]+|```sh\n.*?^```)$", text, re.MULTILINE | re.DOTALL):
        if not part.startswith("```"):
            heading = part.splitlines()[0].lstrip("# ")
            continue
        lines = [re.sub(r"(^|\s)#\s.*$", "", line).rstrip() for line in part.splitlines()[1:-1]]
        found += [Command(heading, line) for line in lines if line]
    return found


COMMANDS = [one for page in PAGES for one in list_commands(page.read_text())]


def list_run(heading: str) -> list[str]:
    """Return the commands under a heading that are run."""
    return [one.line for one in COMMANDS if one.heading == heading and one.line not in NOT_RUN]


def as_module(words: list[str]) -> list[str]:
    """Return the arguments of Python for the commands that the installation provides."""
    if words[:2] == ["python", "-m"]:
        return words[2:]
    return ["app.cli" if words[0] == "studio" else words[0], *words[1:]]


def run_script(lines: list[str], folder: Path, environment: dict[str, str]) -> list[str]:
    """Run lines in one shell, which stops at the first failure; return what each has printed."""
    script = "set -eu -o pipefail\n" + "".join(f"{line}\nprintf '\\0'\n" for line in lines)
    done = subprocess.run(
        ["bash", "-c", script],  # noqa: S607
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
    )
    printed = done.stdout.split("\0")
    assert done.returncode == 0, (lines[len(printed) - 1], printed[-1], done.stderr)
    return printed[:-1]


def write_program(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
    path.chmod(0o755)


def find_curl() -> str:
    """Return the command of curl, or of its stand-in where it is not installed."""
    stand_in = f"{shlex.quote(sys.executable)} {shlex.quote(str(Path(__file__).with_name('curl.py')))}"
    return shutil.which("curl") or stand_in


def test_every_command_is_run_or_has_a_reason() -> None:
    unknown = [one for one in COMMANDS if one.heading not in {FILMS, WALK, PARTS} and one.line not in NOT_RUN]

    assert unknown == []
    assert set(NOT_RUN) <= {one.line for one in COMMANDS}
    assert min(len(list_run(heading)) for heading in (FILMS, WALK, PARTS)) > 4


def test_the_commands_for_films_work(tmp_path: Path) -> None:
    write_program(tmp_path / ".venv/bin/studio", f"{shlex.quote(sys.executable)} -m app.cli")
    (tmp_path / "my-story.txt").write_text("The Lantern\n\nMara woke.\n")
    (tmp_path / "script.fountain").write_text("Title: Dog\n\nEXT. SEA - DAY\n\nA dog sits.\n")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "STUDIO_DATA": str(tmp_path / "data")}

    printed = dict(zip(list_run(FILMS), run_script(list_run(FILMS), tmp_path, environment), strict=True))

    for line, words in printed.items():
        assert (" film " not in line) or "seconds of film" in words
    kept = ("parts/board-001A.png", "parts/subtitles.srt")
    for name in ("films/my-story.mp4", "script.mp4", "story.mp4", *kept):
        assert (tmp_path / name).stat().st_size > 0


@pytest.fixture
def port(tmp_path: Path, redis_server: None) -> Iterator[int]:
    """The port of an API, whose parts run by the commands for production."""
    number, data = free_port(), tmp_path / "data"
    data.mkdir(mode=0o700)
    environment = {
        **{
            **os.environ,
            "PYTHONPATH": str(REPOSITORY),
            "STUDIO_DATA": str(data),
            "REDIS_URL": settings().redis,
        },
        **{"DATABASE_URL": f"sqlite:///{data / 'studio.db'}", "PUBLIC_URL": f"http://127.0.0.1:{number}"},
    }
    running: list[Process] = []
    for index, line in enumerate(list_run(PARTS)):
        words = as_module(shlex.split(line.replace("8000", str(number))))
        if line.startswith(SERVICES):
            process = Process(module(*words), tmp_path / f"{index}.txt", environment, REPOSITORY)
            running.append(process.start())
        else:
            subprocess.run([sys.executable, "-m", *words], env=environment, cwd=REPOSITORY, check=True)
    visitor = Visitor(f"http://127.0.0.1:{number}")
    wait_until(visitor.is_served, "the API")
    yield number
    assert all(process.is_up for process in running)
    visitor.leave()
    for process in running:
        process.ask_to_stop()
    for process in running:
        process.stop()


def test_the_walk_through_works_on_the_parts_of_a_production(port: int, tmp_path: Path) -> None:
    # An answer with an error ends the script.
    write_program(tmp_path / "bin/curl", f"{find_curl()} --fail-with-body")
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    lines = [line.replace("8000", str(port)) for line in list_run(WALK)]

    printed = run_script(lines, tmp_path, environment)

    read, events, download = (
        printed[next(index for index, line in enumerate(lines) if line.endswith(end))]
        for end in ("ask $B/projects/1", "$B/jobs/1/events", "$B/jobs/1/download-url")
    )
    board = json.loads(read)["scenes"][0]["background_path"]
    assert httpx2.get(board).headers["content-type"] == "image/png"
    last = [line for line in events.splitlines() if line.startswith("data: ")][-1]
    assert json.loads(last.removeprefix("data: "))["status"] == "completed"
    assert httpx2.get(json.loads(download)["download_url"]).headers["content-type"] == "video/mp4"
