"""The commands of the command line, after their options are parsed."""

import os
import socket
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from sqlalchemy.orm import Session

from app import models  # noqa: F401 - relationships need every table
from app.core import audit, logging, migrations
from app.core.config import ConfigurationError, settings
from app.core.database import in_transaction
from app.core.errors import CommandFailed
from app.core.tasks import configure
from app.embedded import film, studio, valkey
from app.embedded.progress import StageBars
from app.modules.auth.models import User
from app.modules.auth.schemas import UserRegister
from app.modules.auth.service import AuthService
from app.modules.job.schemas import JobConfig, JobRead
from app.modules.project.schemas import ProjectCreate
from app.modules.project.service import ProjectService
from app.story import files

# `studio film` uses only this machine, whatever the settings of a server are.
EMBEDDED_SETTINGS = {
    "DATABASE_URL": "",
    "DB_HOST": "",
    "REDIS_HOST": "",
    "S3_BUCKET_NAME": "",
    "ENVIRONMENT": "development",
}
WAITING = "Another command is making a film of this story; waiting until it is done …"


def make_film(
    story: str,
    out: Path | None,
    project: Mapping[str, Any],
    config: Mapping[str, Any],
    keep: Path | None,
    stop: threading.Event,
) -> None:
    """Make a film of a story file, or of standard input for `-`; show its progress and print its path.

    With `keep` the parts of the film are copied to that folder. Raises ConfigurationError or CommandFailed.
    """
    started_at, console = time.monotonic(), Console()
    text, story_format, found_title = _read_story(story)
    name = "story" if story == "-" else Path(story).stem
    target = (out or Path(f"{name}.mp4")).expanduser().absolute()
    _check_target(target)
    given = {key: value for key, value in project.items() if value is not None}
    request = film.FilmRequest(
        ProjectCreate.model_validate(
            {"title": found_title[:200], **given, "story_text": text, "story_format": story_format}
        ),
        JobConfig.model_validate(config),
        workers=os.cpu_count() or 1,
    )
    ProjectService.fields_of(request.project)
    source = "standard input" if story == "-" else str(Path(story).expanduser().resolve())
    _use_folder(settings().data / "films" / film.folder_name(source))
    with studio.lock_folder(settings().data, lambda: console.print(WAITING)), StageBars(console) as bars:
        job = film.make(request, bars.update, stop)
    film.export(job, target)
    if keep is not None:
        film.export_parts(job, keep.expanduser().absolute())
    _print_result(console, job, target, keep, time.monotonic() - started_at)


def run_studio(host: str, port: int, workers: int, stop: threading.Event) -> None:
    """Run all processes until `stop` is set; unfinished jobs continue at the next start."""
    _check_port(host, port)
    shown_host = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104 - only shown
    os.environ.setdefault("PUBLIC_URL", f"http://{shown_host}:{port}")
    use_embedded_redis()
    logging.configure()
    console = Console(stderr=True)
    with studio.lock_folder(settings().data):
        studio.prepare()
        supervisor = studio.open_supervisor()
        try:
            studio.start_redis(supervisor)
            studio.start_api(supervisor, host, port)
            studio.start_workers(supervisor, workers)
            studio.wait_for_api(host, port, stop)
            address = settings().public_url
            console.print(f"Animatic Studio runs at {address}, its documentation at {address}/docs")
            console.print(f"All data is in {settings().data}; press Ctrl-C to stop.")
            stop.wait()
            console.print("Stopping …")
        finally:
            studio.stop(supervisor)


def create_admin_account(email: str, name: str, password: str) -> None:
    """Create an admin's account. Raises EmailTaken, WeakPassword or ValidationError."""
    logging.configure()
    request = UserRegister.model_validate({"fullName": name, "email": email, "password": password})
    migrations.upgrade_embedded()

    def create(session: Session) -> User:
        user = AuthService(session).create_user(
            request.full_name, request.email, request.password, role="admin"
        )
        audit.record(session, "admin.created_on_command_line", target=audit.user_target(user.id))
        return user

    user = in_transaction(create)
    Console().print(f"{user.email} is now an admin.")


def _read_story(story: str) -> tuple[str, str, str]:
    if story == "-":
        return files.read(sys.stdin.buffer.read(), "-")
    path = Path(story).expanduser()
    if not path.is_file():
        raise ConfigurationError(f"There is no file {story}; name a story file.")
    return files.read(path.read_bytes(), path.name)


def _check_target(target: Path) -> None:
    if target.is_dir():
        raise ConfigurationError(f"{target} is a folder; name a file with --out.")
    if not target.parent.is_dir():
        raise ConfigurationError(f"There is no folder {target.parent}; create it first.")
    if not os.access(target.parent, os.W_OK):
        raise ConfigurationError(f"{target.parent} is not writable; choose another folder with --out.")


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ConfigurationError(
                f"{host}:{port} cannot be used ({error.strerror}); choose another --port or --host."
            ) from error


def _use_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(EMBEDDED_SETTINGS, STUDIO_DATA=str(folder), REDIS_URL="")
    settings.cache_clear()
    use_embedded_redis()
    logging.configure()


def use_embedded_redis() -> None:
    """Set REDIS_URL to the embedded server, for this process and its children, unless one is configured."""
    if not (settings().redis_url or settings().redis_host):
        os.environ["REDIS_URL"] = valkey.address(settings().data)
    settings.cache_clear()
    configure()


def _print_result(console: Console, job: JobRead, target: Path, keep: Path | None, seconds: float) -> None:
    if job.film is None:
        raise CommandFailed("The job is completed but has no film.")
    length = f"{int(job.film.duration_sec // 60)}:{job.film.duration_sec % 60:04.1f}"
    console.print(f"\n[bold]{target}[/bold]")
    size = f"{job.film.width}×{job.film.height}, {job.film.size_bytes / 1e6:.1f} MB"
    console.print(f"{length} minutes of film ({size}), made in {seconds:.1f} s")
    if keep is not None:
        console.print(f"Boards, clips, takes and subtitles are in {keep}")
