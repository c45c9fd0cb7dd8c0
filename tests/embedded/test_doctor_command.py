"""`studio doctor` and `studio up` on a terminal: what they leave behind and what they print."""

from pathlib import Path

from tests.embedded.studio import Studio
from tests.embedded.test_film_command import run_studio, wait_for_end


def test_the_doctor_leaves_an_empty_folder_empty(tmp_path: Path) -> None:
    code, out, err = wait_for_end(run_studio("doctor", "--data", tmp_path))

    assert (code, err) == (0, "")
    assert "no database yet" in out
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_does_not_make_a_missing_folder(tmp_path: Path) -> None:
    code, _, err = wait_for_end(run_studio("doctor", "--data", tmp_path / "data"))

    assert (code, err) == (0, "")
    assert not (tmp_path / "data").exists()


def test_the_studio_starts_without_messages_of_its_redis(tmp_path: Path) -> None:
    studio = Studio(tmp_path)

    studio.start().stop()

    studio.leave()
    printed = (tmp_path / "log.txt").read_text()
    assert "Animatic Studio runs at" in printed
    assert "WARNING" not in printed
    assert "Valkey" not in printed
    assert (tmp_path / "redis" / "valkey.log").exists()
