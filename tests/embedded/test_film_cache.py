"""What `studio film` makes once, also under another story's name, and what `studio clean` frees."""

import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.embedded.test_film_command import run_studio, wait_for_end

STORY = "The Lantern\n\nMara found a lantern on the shore at dawn. She carried it home.\n"
MAKING = ("Draw the storyboard", "Narrate", "Move the camera", "Compose the film")


def make(story: Path, *options: object) -> str:
    """Make a film of a story beside it, and return what the command printed."""
    data = story.parent / "data"
    wish = ["--data", data, "--resolution", "480p", "--out", story.with_suffix(".mp4"), *options]
    code, out, err = wait_for_end(run_studio("film", story, *wish))
    assert (code, err) == (0, "")
    return out


def clean(data: Path) -> str:
    code, out, err = wait_for_end(run_studio("clean", "--data", data))
    assert (code, err) == (0, "")
    return out


def count_bytes(data: Path) -> int:
    """Return the size of the films' stored files, each counted once however many links it has."""
    found = [path.stat() for path in (data / "films").rglob("*") if path.is_file() and path.suffix != ".db"]
    return sum({one.st_ino: one.st_size for one in found}.values())


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a story and its film, which `made` restores for each test."""
    folder: Path = tmp_path_factory.mktemp("stories")
    story = folder / "work" / "lantern.txt"
    story.parent.mkdir()
    story.write_text(STORY)
    make(story)
    # `cp` keeps hard links, which shutil does not.
    subprocess.run(["cp", "-a", folder / "work", folder / "backup"], check=True)  # noqa: S607
    return folder


@pytest.fixture
def story(made_once: Path) -> Path:
    """A story whose film is made."""
    shutil.rmtree(made_once / "work")
    subprocess.run(["cp", "-a", made_once / "backup", made_once / "work"], check=True)  # noqa: S607
    return made_once / "work" / "lantern.txt"


def test_the_same_words_under_another_name_are_not_made_again(story: Path) -> None:
    other = story.with_name("other.txt")
    other.write_text(STORY)

    again = make(other)

    for stage in MAKING:
        assert f"{stage}: 1 of 1 (1 reused)" in again
    assert other.with_suffix(".mp4").read_bytes() == story.with_suffix(".mp4").read_bytes()


def test_two_stories_with_the_same_words_at_once_disturb_neither(story: Path) -> None:
    other, data = story.with_name("other.txt"), story.parent / "new"
    other.write_text(STORY)
    common = ["--data", data, "--resolution", "480p"]

    both = [run_studio("film", one, *common, "--out", one.with_suffix(".mp4")) for one in (story, other)]

    assert [wait_for_end(one)[0] for one in both] == [0, 0]
    assert story.with_suffix(".mp4").read_bytes() == other.with_suffix(".mp4").read_bytes()


def test_what_a_killed_command_has_made_is_not_made_again(story: Path) -> None:
    words = "Night\n\nA dog sat by the sea at night."
    story.write_text(words)
    killed = run_studio("film", story, "--data", story.parent / "data", "--resolution", "480p")
    assert killed.stdout is not None
    while "Draw the storyboard" not in killed.stdout.readline():
        assert killed.poll() is None
    killed.kill()
    killed.communicate()
    other = story.with_name("other.txt")
    other.write_text(words)

    assert "Draw the storyboard: 1 of 1 (1 reused)" in make(other)


def test_an_unchanged_story_starts_no_process(story: Path) -> None:
    (log,) = story.parent.glob("data/films/*/workers.log")
    log.unlink()

    again = make(story, "--keep", story.parent / "parts")

    assert "Nothing has changed" in again
    assert not log.exists()
    assert (story.parent / "parts" / "board-001.png").exists()


def test_a_lost_part_of_an_unchanged_story_is_made_again(story: Path) -> None:
    data = story.parent / "data"
    for stored in (*data.glob("films/*/files/**/*.wav"), *data.glob("films/shared/objects/*/*")):
        stored.unlink()

    assert "Narrate: 1 of 1" in make(story)


def test_cleaning_keeps_what_a_story_uses_and_frees_the_rest(story: Path) -> None:
    other, data = story.with_name("other.txt"), story.parent / "data"
    other.write_text("A dog sat by the sea.")
    make(other)
    other.unlink()
    before = count_bytes(data)

    freed = clean(data)

    assert "removed the films of 1 story" in freed
    assert len(list((data / "films").glob("*/story.json"))) == 1
    assert count_bytes(data) < before
    assert "Nothing has changed" in make(story)


def test_cleaning_removes_the_parts_of_earlier_versions_of_a_story(story: Path) -> None:
    story.write_text(STORY.replace("dawn", "noon"))
    make(story)
    data = story.parent / "data"

    clean(data)

    (database,) = data.glob("films/*/studio.db")
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT storage_key FROM artifacts").fetchall()
    connection.close()
    stored = {path.name for path in data.glob("films/*/files/users/**/*") if path.is_file()}
    assert stored == {Path(key).name for (key,) in rows}
    assert sum(name.endswith(".wav") for name in stored) == 1
    assert "Nothing has changed" in make(story)


def test_cleaning_leaves_the_story_alone_whose_film_is_being_made(story: Path) -> None:
    making = run_studio("film", story, "--data", story.parent / "data", "--resolution", "480p", "--seed", 5)
    assert making.stdout is not None
    making.stdout.readline()
    story.unlink()

    freed = clean(story.parent / "data")

    assert "removed the films of 0 stories" in freed
    making.kill()
    making.communicate()
