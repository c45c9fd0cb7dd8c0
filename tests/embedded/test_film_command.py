"""`studio film` as a user runs it on a terminal."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import av
import psutil
import pytest

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
        (b"A dog sat.", ["--out", "/no/such/folder/film.mp4"], 1, "no folder"),
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
    assert not (tmp_path / "data" / "films").exists()


def test_a_missing_story_file_is_named_in_one_sentence(tmp_path: Path) -> None:
    code, _, err = wait_for_end(run_studio("film", tmp_path / "nothing.txt", "--data", tmp_path))

    assert (code, err.count("\n")) == (1, 1)
    assert "There is no file" in err
