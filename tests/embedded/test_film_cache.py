"""What `studio film` makes once, also under another story's name, and what `studio clean` frees."""

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.embedded.test_film_command import SMALL, run_studio, wait_for_end

STORY = "The Lantern\n\nMara woke at dawn.\n"
MAKING = {"Draw the storyboard": 1, "Move the camera": 3, "Compose the film": 1}
"""The tasks of the stages, the two cards among them."""


def start(story: Path, film: Path, *options: object) -> "subprocess.Popen[str]":
    """Start to make a film of a story, with the data beside the story."""
    return run_studio("film", story, "--data", story.parent / "data", "--out", film, *SMALL, *options)


def make(story: Path, *options: object) -> str:
    """Make a film of a story beside it, and return what the command printed."""
    code, out, err = wait_for_end(start(story, story.with_suffix(".mp4"), *options))
    assert (code, err) == (0, "")
    return out


def copy(source: Path, target: Path) -> None:
    """Copy a folder; `cp` keeps hard links, which shutil does not."""
    subprocess.run(["cp", "-a", source, target], check=True)  # noqa: S607


def clean(data: Path) -> str:
    code, out, err = wait_for_end(run_studio("clean", "--data", data))
    assert (code, err) == (0, "")
    return out


def count_bytes(data: Path) -> int:
    """Return the size of the films' stored files, each counted once however many links it has."""
    found = [path.stat() for path in (data / "films").rglob("*") if path.is_file() and path.suffix != ".db"]
    return sum({one.st_ino: one.st_size for one in found}.values())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("stories")
    (folder / "work").mkdir()
    return folder


@pytest.fixture(scope="module")
def printed_at_once(folder: Path) -> list[str]:
    """What three commands printed that were started at once: two of a story, one of another like it."""
    story, other = folder / "work" / "lantern.txt", folder / "work" / "other.txt"
    for path in (story, other):
        path.write_text(STORY)
    films = [
        start(story, story.with_suffix(".mp4")),
        start(story, story.with_name("again.mp4")),
        start(other, other.with_suffix(".mp4")),
    ]
    results = [wait_for_end(film) for film in films]
    assert [code for code, _, _ in results] == [0, 0, 0], results
    copy(folder / "work", folder / "at-once")
    return [out for _, out, _ in results]


@pytest.fixture(scope="module")
def printed_after_kill(folder: Path, printed_at_once: list[str]) -> str:
    """What a command printed after another one, of a story with the same words, was killed while it drew."""
    story = restore(folder, "at-once")
    killed, other = story.with_name("night.txt"), story.with_name("sea.txt")
    for path in (killed, other):
        path.write_text("Night\n\nA dog sat by the sea at night.")
    first = start(killed, killed.with_suffix(".mp4"))
    assert first.stdout is not None
    while "Draw the storyboard" not in first.stdout.readline():
        assert first.poll() is None
    first.kill()
    first.communicate()
    printed = make(other)
    copy(folder / "work", folder / "after-kill")
    return printed


def restore(folder: Path, name: str) -> Path:
    """Restore a copy of the stories and films, and return the first story."""
    shutil.rmtree(folder / "work")
    copy(folder / name, folder / "work")
    return folder / "work" / "lantern.txt"


@pytest.fixture
def story(folder: Path, printed_at_once: list[str]) -> Path:
    """A story whose film is made, beside another one with its words."""
    return restore(folder, "at-once")


def find_folder(story: Path) -> Path:
    """Return the folder with the data of a story's film."""
    records = story.parent.glob("data/films/*/story.json")
    (found,) = (path.parent for path in records if json.loads(path.read_text())["source"] == str(story))
    return found


def test_two_films_of_one_story_wait_and_of_two_stories_do_not(
    story: Path, printed_at_once: list[str]
) -> None:
    films = [story.with_name(name).read_bytes() for name in ("lantern.mp4", "again.mp4", "other.mp4")]

    assert ["waiting until it is done" in out for out in printed_at_once[:2]].count(True) == 1
    assert "waiting until it is done" not in printed_at_once[2]
    assert films == [films[0]] * 3


def test_the_same_words_under_another_name_are_not_made_again(story: Path) -> None:
    third = story.with_name("third.txt")
    third.write_text(STORY)

    again = make(third)

    assert "Narrate and mix: 2 of 2 (2 reused)" in again
    for stage, count in MAKING.items():
        assert f"{stage}: {count} of {count} ({count} reused)" in again
    assert third.with_suffix(".mp4").read_bytes() == story.with_suffix(".mp4").read_bytes()


def test_what_a_killed_command_has_made_is_not_made_again(printed_after_kill: str) -> None:
    assert "Draw the storyboard: 1 of 1 (1 reused)" in printed_after_kill


def test_an_unchanged_story_starts_no_process(story: Path) -> None:
    log = find_folder(story) / "workers.log"
    log.unlink()

    again = make(story, "--keep", story.parent / "parts")

    assert "Nothing has changed" in again
    assert not log.exists()
    assert (story.parent / "parts" / "board-001A.png").exists()


def test_a_lost_part_of_an_unchanged_story_is_made_again(story: Path) -> None:
    data = story.parent / "data"
    for stored in (*data.glob("films/*/files/**/*.wav"), *data.glob("films/shared/objects/*/*")):
        stored.unlink()

    assert "Narrate and mix: 2 of 2" in make(story)


def test_cleaning_keeps_what_a_story_uses_and_frees_the_rest(folder: Path, printed_after_kill: str) -> None:
    story = restore(folder, "after-kill")
    data = story.parent / "data"
    for name in ("other.txt", "night.txt", "sea.txt"):
        story.with_name(name).unlink()
    before = count_bytes(data)

    freed = clean(data)

    assert "removed the films of 3 stories" in freed
    assert len(list((data / "films").glob("*/story.json"))) == 1
    assert count_bytes(data) < before
    assert "Nothing has changed" in make(story)


def test_cleaning_removes_the_parts_of_earlier_versions_of_a_story(story: Path) -> None:
    story.write_text(STORY.replace("dawn", "noon"))
    make(story)
    data = story.parent / "data"

    clean(data)

    own = find_folder(story)
    with sqlite3.connect(own / "studio.db") as connection:
        rows = connection.execute("SELECT storage_key FROM artifacts").fetchall()
    connection.close()
    stored = {path.name for path in own.glob("files/users/**/*") if path.is_file()}
    assert stored == {Path(key).name for (key,) in rows}
    assert sum(name.endswith(".wav") for name in stored) == 1
    assert "Nothing has changed" in make(story)


def test_cleaning_leaves_the_story_alone_whose_film_is_being_made(story: Path) -> None:
    making = start(story, story.with_suffix(".mp4"), "--seed", 5)
    assert making.stdout is not None
    making.stdout.readline()
    story.unlink()

    freed = clean(story.parent / "data")

    assert "removed the films of 0 stories" in freed
    making.kill()
    making.communicate()
