"""The paths that `studio film` is given: the story that it reads and the files that it writes."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from app.core.config import ConfigurationError
from app.core.errors import UsageError
from app.story import files

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Story:
    """A story as its file has it; `source` is the file's absolute path, None for standard input."""

    source: Path | None
    text: str
    format: str
    title: str


@dataclass(frozen=True, slots=True)
class Targets:
    """The absolute paths of the film's file and of the folder for its parts, if they are kept."""

    film: Path
    parts: Path | None

    @classmethod
    def choose(cls, story: str, out: Path | None, keep: Path | None) -> "Targets":
        """Return the targets as the options name them. Raises UsageError, or ConfigurationError."""
        name = "story" if story == STDIN else Path(story).stem
        targets = cls(
            (out or Path(f"{name}.mp4")).expanduser().absolute(),
            keep.expanduser().absolute() if keep else None,
        )
        if targets.film.suffix.lower() != ".mp4" and not targets.film.is_dir():
            raise UsageError(f"{targets.film.name} does not end in .mp4; films are MP4 files.")
        _check_file(targets.film)
        if targets.parts is not None:
            _check_folder(targets.parts, "--keep")
        return targets


def read_story(story: str) -> Story:
    """Read a story file, or standard input for `-`. Raises ConfigurationError, OSError or StoryError."""
    if story == STDIN:
        return Story(None, *files.read(sys.stdin.buffer.read(), STDIN))
    path = Path(story).expanduser()
    if path.is_dir():
        raise ConfigurationError(f"{story} is a folder; name a story file in it.")
    if not path.is_file():
        raise ConfigurationError(f"There is no file {story}; name a story file.")
    return Story(path.resolve(), *files.read(path.read_bytes(), path.name))


def _check_file(target: Path) -> None:
    if target.is_dir():
        raise ConfigurationError(f"{target} is a folder; name a file with --out.")
    _check_folder(target.parent, "--out")


def _check_folder(folder: Path, option: str) -> None:
    """Raise ConfigurationError for a folder that cannot be made or written; nothing is made yet."""
    existing = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    if not existing.is_dir():
        raise ConfigurationError(f"{existing} is not a folder; choose another one with {option}.")
    if not os.access(existing, os.W_OK):
        raise ConfigurationError(f"{existing} is not writable; choose another folder with {option}.")
