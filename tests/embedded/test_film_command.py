"""`studio film` as a user runs it on a terminal."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import av
import psutil
import pytest

from app.cli import main
from app.embedded.film_command import describe_length
from app.modules.job.schemas import FilmRead
from tests.commands import RunHere

SMALL = ["--resolution", "480p", "--fps", "24"]
"""The options of the film that is made soonest."""


def run_studio(*arguments: object, **options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "app.cli", *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, env={**os.environ, "REDIS_URL": ""}, **(pipes | options))  # type: ignore[call-overload]


def wait_for_end(process: "subprocess.Popen[str]", words: str = "") -> tuple[int, str, str]:
    out, err = process.communicate(words or None, timeout=150)
    return process.returncode, out, err


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A film whose command was stopped by Ctrl-C: its wish, its end, and the processes that it has left."""

    wish: list[object]
    code: int
    err: str
    left: list[psutil.Process]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a story."""
    folder: Path = tmp_path_factory.mktemp("interrupted")
    (folder / "lantern.txt").write_text("The Lantern\n\nMara woke.")
    return folder


@pytest.fixture(scope="module")
def interrupted(folder: Path) -> Interrupted:
    """A film that was stopped after its story was cut into scenes."""
    wish = ["film", folder / "lantern.txt", "--data", folder / "data", "--out", folder / "film.mp4", *SMALL]
    first = run_studio(*wish)
    assert first.stdout is not None
    while "Cut it into scenes" not in first.stdout.readline():
        assert first.poll() is None
    family = psutil.Process(first.pid).children(recursive=True)
    first.send_signal(signal.SIGINT)
    code, _, err = wait_for_end(first)
    assert not (folder / "film.mp4").exists()
    return Interrupted(wish, code, err, psutil.wait_procs(family, timeout=10)[1])


def test_ctrl_c_leaves_no_process(interrupted: Interrupted) -> None:
    assert (interrupted.code, interrupted.err) == (
        1,
        "studio: Stopped. Finished parts are kept: run the same command again to continue.\n",
    )
    assert interrupted.left == []


def test_the_next_run_makes_the_film_and_keeps_its_parts(folder: Path, interrupted: Interrupted) -> None:
    code, out, err = wait_for_end(run_studio(*interrupted.wish, "--keep", folder / "parts"))

    assert (code, err) == (0, "")
    assert "film.mp4" in out.replace("\n", "")
    with av.open(folder / "film.mp4") as film:
        assert [stream.type for stream in film.streams] == ["video", "audio"]
        assert film.metadata["title"] == "The Lantern"
    kept = {path.name for path in (folder / "parts").iterdir()}
    assert {"contact-sheet.png", "board-001A.png", "clip-001A.mp4", "narration-001.wav"} <= kept
    assert any(name.endswith(".srt") for name in kept)
    whole = r"contact-sheet\.png|thumbnail\.jpg|subtitles\.(srt|vtt)"
    scheme = rf"{whole}|(board|panel)-\d{{3}}[A-Z]\.png|clip-\d{{3}}[A-Z]\.mp4|narration-\d{{3}}\.wav"
    assert [name for name in kept if not re.fullmatch(scheme, name)] == []


@pytest.mark.parametrize(
    ("content", "arguments", "code", "words"),
    [
        (b"", [], 1, "empty"),
        (b" \n ", [], 1, "empty"),
        (b"\x00\x01\x02binary\xff", [], 1, "isn't a text file"),
        (b"A dog. " * 40_000, [], 1, "200,000"),
        (b"A dog sat.", ["--style", "cubist"], 2, "cubist"),
        (b"A dog sat.", ["--duration", "3"], 2, "duration"),
        (b"A dog sat.", ["--out", "/dev/null/film.mp4"], 1, "/dev/null is not a folder"),
        (b"A dog sat.", ["--out", "/"], 1, "is a folder; name a file with --out"),
        (b"A dog sat.", ["--out", "film.avi"], 2, ".mp4"),
        (b"A dog sat.", ["--keep", "/dev/null"], 1, "/dev/null is not a folder"),
        (b"A dog sat.", ["--fps", "23"], 2, "fps"),
        (b"A dog sat.", ["--subtitles", "large"], 2, "subtitles"),
        (b"A dog sat.", ["--music", "7"], 2, "music"),
        (b"A dog sat.", ["--transition", "wipe"], 2, "transition"),
        (b"A dog sat.", ["--seed", "-1"], 2, "seed"),
        (b"A dog sat.", ["--coverage", "wide"], 2, "'auto', 'shots', 'scene'"),
        (b"A dog sat.", ["--voice", "bob"], 2, "no voice “bob”"),
        (b"A dog sat.", ["--voices", "Ann=bob"], 2, "no voice “bob”"),
        (b"A dog sat.", ["--voices", "Ann"], 2, "--voices: write a character's name and a voice"),
        (b"A dog sat.", ["--voices", "=girl"], 2, "--voices: write a character's name and a voice"),
        (b"A dog sat.", ["--language", "xx"], 2, "no language “xx”"),
        (b"A dog sat.", ["--language", "E!"], 2, "no language “E!”"),
        (b"A dog sat.", ["--title", "x" * 201], 2, "--title"),
        (b"PK\x03\x04word", [], 1, "save the story as plain text"),
    ],
)
def test_bad_input_ends_with_one_sentence_and_an_exit_code(
    run_here: RunHere, tmp_path: Path, content: bytes, arguments: list[str], code: int, words: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)

    ended_with, out, err = run_here(main, "film", path, "--data", tmp_path / "data", *arguments, REDIS_URL="")

    assert (ended_with, out) == (code, "")
    assert words in err
    assert "Traceback" not in err
    assert (err.startswith("studio: "), err.count("\n")) == (True, 1)
    assert not (tmp_path / "data" / "films").exists()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5.28, "5.3 seconds"), (59.94, "59.9 seconds"), (59.96, "1:00 minutes"), (245.2, "4:05 minutes")],
)
def test_the_length_of_a_film_is_told_in_seconds_or_in_minutes(seconds: float, words: str) -> None:
    film = FilmRead(duration_sec=seconds, width=854, height=480, size_bytes=1, sha256="")

    assert describe_length(film) == words


def test_a_folder_is_not_mistaken_for_a_missing_story(run_here: RunHere, tmp_path: Path) -> None:
    code, _, err = run_here(main, "film", tmp_path, "--data", tmp_path / "data")

    assert (code, err) == (1, f"studio: {tmp_path} is a folder; name a story file in it.\n")


def test_the_version_is_that_of_the_package(run_here: RunHere) -> None:
    ended = run_here(main, "--version")

    assert ended == (0, f"Animatic Studio {version('animatic-studio')}\n", "")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [([], 1, "There is no file"), (["--fps", "23"], 2, "fps")],
)
def test_a_process_prints_one_sentence_and_ends_with_the_code(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    process = run_studio("film", tmp_path / "nothing.txt", "--data", tmp_path, *arguments)

    ended_with, out, err = wait_for_end(process)

    assert (ended_with, out, err.count("\n")) == (code, "", 1)
    assert words in err
