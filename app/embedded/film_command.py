"""`studio film`, after its options are parsed: makes the film of a story and writes its files."""

import os
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from rich.console import Console

from app import models  # noqa: F401 - relationships need every table
from app.core import logging
from app.core.config import settings
from app.core.errors import CommandFailed, UsageError
from app.embedded import film, folders, repetition, studio
from app.embedded.command import use_embedded_redis
from app.embedded.parts import export_parts
from app.embedded.paths import Story, Targets
from app.embedded.progress import StageBars
from app.modules.job.schemas import FilmRead, JobConfig, JobRead
from app.modules.project.schemas import ProjectCreate
from app.modules.project.service import ProjectService
from app.providers.registry import speech_provider

# `studio film` uses only this machine, whatever the settings of a server are.
EMBEDDED_SETTINGS = {
    "DATABASE_URL": "",
    "DB_HOST": "",
    "REDIS_HOST": "",
    "S3_BUCKET_NAME": "",
    "ENVIRONMENT": "development",
}
WAITING = "Another command is making a film of this story; waiting until it is done …"
UNCHANGED = "Nothing has changed since this film was made."


def make_film(
    story: Story,
    targets: Targets,
    project: Mapping[str, Any],
    config: Mapping[str, Any],
    stop: threading.Event,
) -> None:
    """Make a film of a story; show its progress and print its path.

    Raises UsageError, ConfigurationError or CommandFailed.
    """
    started_at, console = time.monotonic(), Console()
    request = _read_request(story, project, config)
    _use_folder(folders.prepare(settings().data, story.source))
    with (
        studio.lock_folder(settings().data, lambda: console.print(WAITING)),
        StageBars(console) as bars,
    ):
        folders.update_record(settings().data, source=str(story.source) if story.source else None)
        job = repetition.find_finished(request)
        if job is None:
            job = film.make(request, bars.update, stop)
            repetition.remember(request)
        else:
            console.print(UNCHANGED)
        film.export(job, targets.film)
        if targets.parts is not None:
            export_parts(job, targets.parts)
    _print_result(console, job, targets, time.monotonic() - started_at)


def _read_request(story: Story, project: Mapping[str, Any], config: Mapping[str, Any]) -> film.FilmRequest:
    """Return the film that the options describe. Raises UsageError for a value that is not offered."""
    given = {key: value for key, value in project.items() if value is not None}
    voices = _read_voices(config.get("voices") or ())
    _check_language(given.get("language"))
    _check_voices([config.get("voice"), *voices.values()])
    try:
        whole = {"title": story.title, **given, "story_text": story.text, "story_format": story.format}
        request = film.FilmRequest(
            ProjectCreate.model_validate(whole),
            JobConfig.model_validate(
                {key: value for key, value in config.items() if value is not None} | {"voices": voices}
            ),
            workers=os.cpu_count() or 1,
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(f"--{first['loc'][0]}: {first['msg'].removeprefix('Value error, ')}.") from error
    ProjectService.fields_of(request.project)
    return request


def _read_voices(pairs: Iterable[str]) -> dict[str, str]:
    """Return voices by character of texts such as "Mira=woman-2". Raises UsageError."""
    halves = [pair.rpartition("=") for pair in pairs]
    voices = {name.strip(): voice.strip() for name, _, voice in halves}
    if not all(voices) or not all(voices.values()):
        raise UsageError("--voices: write a character's name and a voice, such as “Mira=woman-2”.")
    return voices


def _check_language(language: str | None) -> None:
    """Raise UsageError for a language that the speech provider does not have."""
    if language is not None:
        offered = sorted({one.partition("-")[0] for one in speech_provider().capabilities.languages})
        if language.partition("-")[0] not in offered:
            raise UsageError(f"There is no language “{language}”; choose one of {', '.join(offered)}.")


def _check_voices(voices: Iterable[str | None]) -> None:
    """Raise UsageError for a voice that the speech provider does not have."""
    offered = [one.id for one in speech_provider().voices()]
    for voice in voices:
        if voice is not None and voice not in offered:
            raise UsageError(f"There is no voice “{voice}”; choose one of {', '.join(offered)}.")


def _use_folder(folder: Path) -> None:
    shared = folders.shared_artifacts(settings().data)
    os.environ.update(EMBEDDED_SETTINGS, STUDIO_DATA=str(folder), REDIS_URL="", SHARED_ARTIFACTS=str(shared))
    settings.cache_clear()
    use_embedded_redis()
    logging.configure()


def _print_result(console: Console, job: JobRead, targets: Targets, seconds: float) -> None:
    if job.film is None:
        raise CommandFailed("The job is completed but has no film.")
    # Paths are printed as they are: they may contain brackets, and are copied from the terminal.
    console.print()
    console.print(str(targets.film), style="bold", markup=False, highlight=False, soft_wrap=True)
    size = f"{job.film.width}×{job.film.height}, {job.film.size_bytes / 1e6:.1f} MB"
    console.print(f"{describe_length(job.film)} of film ({size}), made in {seconds:.1f} s", soft_wrap=True)
    if targets.parts is not None:
        console.print(f"Its parts are in {targets.parts}", markup=False, highlight=False, soft_wrap=True)


def describe_length(film: FilmRead) -> str:
    """Return a film's length for people: `16.1 seconds` below a minute, else `4:05 minutes`."""
    if round(film.duration_sec, 1) < 60:
        return f"{film.duration_sec:.1f} seconds"
    minutes, seconds = divmod(round(film.duration_sec), 60)
    return f"{minutes}:{seconds:02d} minutes"
