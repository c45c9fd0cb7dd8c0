"""`studio film` as a user runs it on a terminal."""

import os
import re
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import av
import psutil
import pytest

from app.embedded.film_command import describe_length
from app.modules.job.schemas import FilmRead
from tests.visitor import STORY


def run_studio(*arguments: object, **options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "app.cli", *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, env={**os.environ, "REDIS_URL": ""}, **(pipes | options))  # type: ignore[call-overload]


def wait_for_end(process: "subprocess.Popen[str]", words: str = "") -> tuple[int, str, str]:
    out, err = process.communicate(words or None, timeout=150)
    return process.returncode, out, err


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "lantern.txt"
    path.write_text(f"The Lantern\n\n{STORY}")
    return path


def test_a_film_is_made_and_its_parts_are_kept(tmp_path: Path, story: Path) -> None:
    wish = ["--out", tmp_path / "film.mp4", "--keep", tmp_path / "parts", "--resolution", "480p"]

    code, out, err = wait_for_end(run_studio("film", story, "--data", tmp_path / "data", *wish))

    assert (code, err) == (0, "")
    assert "film.mp4" in out.replace("\n", "")
    with av.open(tmp_path / "film.mp4") as film:
        assert [stream.type for stream in film.streams] == ["video", "audio"]
        assert film.metadata["title"] == "The Lantern"
    kept = {path.name for path in (tmp_path / "parts").iterdir()}
    assert {"contact-sheet.png", "board-001.png", "clip-001.mp4", "narration-001.wav"} <= kept
    assert any(name.endswith(".srt") for name in kept)
    whole = r"contact-sheet\.png|thumbnail\.jpg|subtitles\.(srt|vtt)"
    scheme = rf"{whole}|(board|panel)-\d{{3}}\.png|clip-\d{{3}}\.mp4|narration-\d{{3}}\.wav"
    assert [name for name in kept if not re.fullmatch(scheme, name)] == []


def test_two_films_of_one_story_wait_and_of_two_stories_do_not(tmp_path: Path, story: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A dog sat by the sea. At night it slept.")
    common = ["--data", tmp_path / "data", "--resolution", "480p"]

    films = [
        run_studio("film", story, *common, "--out", tmp_path / "a.mp4"),
        run_studio("film", story, *common, "--out", tmp_path / "b.mp4"),
        run_studio("film", other, *common, "--out", tmp_path / "c.mp4"),
    ]
    results = [wait_for_end(film) for film in films]

    assert [code for code, _, _ in results] == [0, 0, 0], results
    assert sum("waiting until it is done" in out for _, out, _ in results) == 1
    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()
    assert (tmp_path / "c.mp4").exists()


def test_ctrl_c_leaves_no_process_and_the_next_run_continues(tmp_path: Path, story: Path) -> None:
    place = ["--data", tmp_path / "data", "--out", tmp_path / "film.mp4"]
    wish = ["film", story, *place, "--resolution", "480p"]
    first = run_studio(*wish, stdout=subprocess.PIPE)
    assert first.stdout is not None
    while "Cut it into scenes" not in first.stdout.readline():
        assert first.poll() is None
    family = psutil.Process(first.pid).children(recursive=True)

    first.send_signal(signal.SIGINT)
    code, _, err = wait_for_end(first)

    assert (code, err) == (
        1,
        "studio: Stopped. Finished parts are kept: run the same command again to continue.\n",
    )
    assert not psutil.wait_procs(family, timeout=10)[1]
    assert not (tmp_path / "film.mp4").exists()
    assert wait_for_end(run_studio(*wish))[0] == 0


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
        (b"A dog sat.", ["--language", "xx"], 2, "no language “xx”"),
        (b"A dog sat.", ["--language", "E!"], 2, "no language “E!”"),
        (b"A dog sat.", ["--title", "x" * 201], 2, "--title"),
        (b"PK\x03\x04word", [], 1, "save the story as plain text"),
    ],
)
def test_bad_input_ends_with_one_sentence_and_an_exit_code(
    tmp_path: Path, content: bytes, arguments: list[str], code: int, words: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)

    ended_with, out, err = wait_for_end(run_studio("film", path, "--data", tmp_path / "data", *arguments))

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


def test_a_folder_is_not_mistaken_for_a_missing_story(tmp_path: Path) -> None:
    code, _, err = wait_for_end(run_studio("film", tmp_path, "--data", tmp_path / "data"))

    assert (code, err) == (1, f"studio: {tmp_path} is a folder; name a story file in it.\n")


def test_the_version_is_that_of_the_package() -> None:
    code, out, err = wait_for_end(run_studio("--version"))

    assert (code, out, err) == (0, f"Animatic Studio {version('animatic-studio')}\n", "")


def test_a_missing_story_file_is_named_in_one_sentence(tmp_path: Path) -> None:
    code, _, err = wait_for_end(run_studio("film", tmp_path / "nothing.txt", "--data", tmp_path))

    assert (code, err.count("\n")) == (1, 1)
    assert "There is no file" in err
