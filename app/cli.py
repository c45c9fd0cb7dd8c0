"""The command line: `studio film`, `up`, `dispatcher`, `doctor`, `admin create`."""

import os
import signal
import sys
import threading
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from filelock import Timeout
from pydantic import ValidationError
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from app.core.config import ConfigurationError, settings
from app.core.errors import AppError, CommandFailed
from app.vocabulary.frame import AspectRatio, Resolution, Style

app = typer.Typer(
    help="Animatic Studio turns a story into a film.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
admin = typer.Typer(help="Manage the accounts of admins.", no_args_is_help=True)
app.add_typer(admin, name="admin")
Data = Annotated[
    Path | None, typer.Option("--data", help="Folder of all embedded state (default .studio).", envvar=None)
]


def _use_folder(data: Path | None) -> None:
    """Set the data folder for this process and its children, and check the settings."""
    if data is not None:
        os.environ["STUDIO_DATA"] = str(data.expanduser().resolve())
    settings.cache_clear()
    settings()


def _stop_on_signals() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


@app.command()
def film(
    story: Annotated[str, typer.Argument(help="A .txt, .md, .fountain or .fdx file, or - for stdin.")],
    out: Annotated[
        Path | None, typer.Option(help="The film's file (default: the story's name with .mp4).")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The film's title.")] = None,
    style: Annotated[Style, typer.Option(help="The style of the drawings.")] = "storybook",
    aspect: Annotated[AspectRatio, typer.Option(help="The aspect ratio.")] = "16:9",
    duration: Annotated[float | None, typer.Option(min=5, max=600, help="The length in seconds.")] = None,
    resolution: Annotated[Resolution, typer.Option(help="The resolution of the frame.")] = "720p",
    keep: Annotated[
        Path | None, typer.Option(help="A folder for boards, clips, takes and subtitles.")
    ] = None,
    data: Data = None,
) -> None:
    """Turn a story into a film, without a server."""
    from app.embedded.command import make_film  # Its imports are slow, and other commands do not need them.

    _use_folder(data)
    make_film(
        story,
        out,
        {"title": title, "style": style, "aspect_ratio": aspect, "duration_sec": duration},
        {"resolution": resolution},
        keep,
        _stop_on_signals(),
    )


@app.command()
def up(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="How many pictures, clips and takes are made at once.")
    ] = None,
    data: Data = None,
) -> None:
    """Run the whole studio on this machine until Ctrl-C."""
    from app.embedded.command import run_studio

    _use_folder(data)
    run_studio(host, port, workers or os.cpu_count() or 1, _stop_on_signals())


@app.command()
def dispatcher(data: Data = None) -> None:
    """Run the dispatcher alone."""
    from app import models  # noqa: F401 - relationships need every table
    from app.core import logging
    from app.core.tasks import configure
    from app.pipeline.dispatcher import Dispatcher

    _use_folder(data)
    logging.configure()
    configure()
    Dispatcher().run(_stop_on_signals())


@app.command()
def doctor(data: Data = None) -> None:
    """Check every setting and service; exit with 1 when something that is configured does not work."""
    from app.embedded.doctor import run_checks

    _use_folder(data)
    if not run_checks(Console()):
        raise typer.Exit(1)


@admin.command("create")
def create_admin(
    email: Annotated[str, typer.Argument(help="The admin's e-mail address.")],
    name: Annotated[str, typer.Option(help="The admin's full name.")] = "Admin",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    data: Data = None,
) -> None:
    """Create an admin's account."""
    from app.embedded.command import create_admin_account

    _use_folder(data)
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    create_admin_account(email, name, password)


def _fail(sentence: str) -> NoReturn:
    sys.stderr.write(f"studio: {sentence}\n")
    sys.exit(1)


def main() -> None:
    """Run a command; print an expected error as one sentence and exit with 1."""
    try:
        app()
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        _fail(f"{where}: {first['msg'].removeprefix('Value error, ')}.")
    except AppError as error:
        _fail(error.sentence)
    except (ConfigurationError, CommandFailed, ValueError, Timeout) as error:
        _fail(str(error))
    except SQLAlchemyError as error:
        _fail(f"The database cannot be used: {str(getattr(error, 'orig', error)).splitlines()[0]}.")
    except OSError as error:
        path = f" ({error.filename})" if error.filename else ""
        _fail(f"{error.strerror or error}{path}.")


if __name__ == "__main__":
    main()
