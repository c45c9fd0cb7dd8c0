"""The command line: `studio film`, `clean`, `up`, `dispatcher`, `doctor`, `admin create`."""

import os
import signal
import sys
import threading
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from filelock import Timeout
from pydantic import ValidationError
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError
from typer.exceptions import TyperException

from app.core.config import ConfigurationError, settings
from app.core.database import describe_error
from app.core.errors import AppError, CommandFailed, UsageError
from app.embedded import options

app = typer.Typer(
    help="Animatic Studio turns a story into a film.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
admin = typer.Typer(help="Manage the accounts of admins.", no_args_is_help=True)
app.add_typer(admin, name="admin")


def _use_folder(data: Path | None) -> None:
    """Set the data folder for this process and its children, and check the settings."""
    if data is not None:
        os.environ["STUDIO_DATA"] = str(data.expanduser().resolve())
    settings.cache_clear()
    settings()


def _print_version(is_asked: bool) -> None:
    if is_asked:
        sys.stdout.write(f"Animatic Studio {version('animatic-studio')}\n")
        raise typer.Exit


def _stop_on_signals() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


@app.callback()
def set_up(
    _: Annotated[
        bool,
        typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_print_version),
    ] = False,
) -> None:
    """Animatic Studio turns a story into a film."""


@app.command()
def film(
    story: options.Story,
    out: options.Out = None,
    title: options.Title = None,
    language: options.Language = None,
    style: options.FilmStyle = "storybook",
    aspect: options.Aspect = "16:9",
    duration: options.Duration = None,
    resolution: options.FilmResolution = "720p",
    fps: options.FrameRate = None,
    voice: options.Voice = None,
    voices: options.Voices = None,
    subtitles: options.Subtitles = None,
    music: options.Music = None,
    ambience: options.Ambience = None,
    transition: options.Transition = None,
    titles: options.Titles = None,
    seed: options.Seed = None,
    coverage: options.Coverage = None,
    keep: options.Keep = None,
    data: options.Data = None,
) -> None:
    """Turn a story into a film, without a server."""
    _use_folder(data)
    look = {"style": style, "aspect_ratio": aspect, "duration_sec": duration}
    sound = {"voice": voice, "voices": voices, "music": music, "ambience": ambience}
    picture = {"resolution": resolution, "fps": fps and int(fps), "transition": transition, "seed": seed}
    config = {**sound, **picture, "subtitles": subtitles, "titles": titles, "coverage": coverage}
    _make_film(story, out, keep, {"title": title, "language": language, **look}, config)


def _make_film(
    story: str, out: Path | None, keep: Path | None, project: dict[str, Any], config: dict[str, Any]
) -> None:
    # These imports are slow, and other commands do not need them.
    from app.embedded.film_command import make_film
    from app.embedded.paths import Targets, read_story

    make_film(read_story(story), Targets.choose(story, out, keep), project, config, _stop_on_signals())


@app.command()
def clean(data: options.Data = None) -> None:
    """Free what no story uses: films of stories whose file is gone, and parts of earlier versions."""
    from app.embedded.cleaning import clean as clean_films

    _use_folder(data)
    removed, freed = clean_films(settings().data)
    stories = f"{removed} story" if removed == 1 else f"{removed} stories"
    Console().print(f"Freed {freed / 1e6:.1f} MB; removed the films of {stories}.", highlight=False)


@app.command()
def up(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="How many pictures, clips and takes are made at once.")
    ] = None,
    data: options.Data = None,
) -> None:
    """Run the whole studio on this machine until Ctrl-C."""
    from app.embedded.command import run_studio

    _use_folder(data)
    run_studio(host, port, workers or os.cpu_count() or 1, _stop_on_signals())


@app.command()
def dispatcher(data: options.Data = None) -> None:
    """Run the dispatcher alone."""
    from app import models  # noqa: F401 - relationships need every table
    from app.core import logging, migrations
    from app.core.tasks import configure
    from app.pipeline.dispatcher import Dispatcher

    _use_folder(data)
    logging.configure()
    configure()
    migrations.ensure_current()
    Dispatcher().run(_stop_on_signals())


@app.command()
def doctor(data: options.Data = None) -> None:
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
    data: options.Data = None,
) -> None:
    """Create an admin's account."""
    from app.embedded.command import create_admin_account

    _use_folder(data)
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    create_admin_account(email, name, password)


def _fail(sentence: str, code: int = 1) -> NoReturn:
    sys.stderr.write(f"studio: {sentence}\n")
    sys.exit(code)


def _fail_usage(error: TyperException) -> NoReturn:
    """Exit with 2 and one sentence; a command without its arguments has printed its help."""
    sentence = error.format_message().replace("Value error, ", "")
    if "\n" in sentence or not sentence:
        sys.stderr.write(sentence)
        sys.exit(2)
    _fail(sentence, code=2)


def main() -> None:
    """Run a command; print an expected error as one sentence and exit with 1."""
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except TyperException as error:
        _fail_usage(error)
    except typer.Abort:
        _fail("Stopped.")
    except UsageError as error:
        _fail(str(error), code=2)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        _fail(f"{where}: {first['msg'].removeprefix('Value error, ')}.")
    except AppError as error:
        _fail(error.sentence)
    except (ConfigurationError, CommandFailed, ValueError, Timeout) as error:
        _fail(str(error))
    except SQLAlchemyError as error:
        _fail(f"The database cannot be used: {describe_error(error)}.")
    except OSError as error:
        path = f" ({error.filename})" if error.filename else ""
        _fail(f"{error.strerror or error}{path}.")


if __name__ == "__main__":
    main()
