"""`studio doctor`: checks whether everything that is configured works."""

import contextlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from sqlalchemy.exc import SQLAlchemyError

from app.core import health, migrations
from app.core.config import DATABASE_FILE, ConfigurationError, settings
from app.core.database import describe_error
from app.embedded import valkey
from app.embedded.vendors import Mark, check_models, check_prices
from app.providers import registry
from app.providers.ledger import UnrecordedCalls
from app.providers.speech.base import SpeechRequest
from app.story.language import UNDERSTOOD_LANGUAGES, name_understood

COLOURS: dict[Mark, str] = {"ok": "green", "note": "yellow", "failed": "red"}
LOW_DISK_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check; a part with a `note` works, but an operator should know the text."""

    part: str
    mark: Mark
    text: str


def run_checks(console: Console) -> bool:
    """Run all checks, print a table of findings, and return whether none failed."""
    was_there = settings().studio_data.expanduser().exists()
    findings = [_run_check(part, check) for part, check in CHECKS.items()]
    if not was_there:
        _remove_empty_folder()
    table = Table("part", "state", "what was found", title="Animatic Studio")
    for finding in findings:
        colour = COLOURS[finding.mark]
        table.add_row(finding.part, f"[{colour}]{finding.mark}[/{colour}]", finding.text)
    console.print(table)
    return all(finding.mark != "failed" for finding in findings)


def _run_check(part: str, check: Callable[[], tuple[Mark, str]]) -> Finding:
    try:
        return Finding(part, *check())
    except SQLAlchemyError as error:
        return Finding(part, "failed", describe_error(error))
    except Exception as error:
        return Finding(part, "failed", str(error).split("\n")[0] or type(error).__name__)


def _remove_empty_folder() -> None:
    """Remove the data folder that the checks have created: they leave nothing behind."""
    with contextlib.suppress(OSError, ConfigurationError):
        settings().data.rmdir()


def _check_settings() -> tuple[Mark, str]:
    config = settings()
    if not config.moderation_enabled:
        return "note", f"{config.environment}; MODERATION_ENABLED=false: no content is moderated"
    return "ok", config.environment


def _check_data() -> tuple[Mark, str]:
    free = shutil.disk_usage(settings().data).free
    mark: Mark = "ok" if free > LOW_DISK_BYTES else "note"
    return mark, f"{settings().data}, {free / 1e9:.1f} GB free"


def _check_database() -> tuple[Mark, str]:
    if _is_database_missing():
        return "note", "no database yet; the first start creates it"
    health.check_database()
    return "ok", settings().database.render_as_string(hide_password=True)


def _check_migrations() -> tuple[Mark, str]:
    if _is_database_missing():
        return "note", "the first start creates all tables"
    if settings().has_embedded_database and not migrations.is_current():
        return "note", "not current; the next start upgrades the database"
    health.check_migrations()
    return "ok", "current"


def _is_database_missing() -> bool:
    """Return whether the embedded database is not made yet; connecting to it would make an empty file."""
    return settings().has_embedded_database and not (settings().data / DATABASE_FILE).exists()


def _check_redis() -> tuple[Mark, str]:
    if settings().redis_url or settings().redis_host:
        health.check_redis()
        return "ok", "answers"
    return "ok", f"embedded: {valkey.find_server()}"


def _check_storage() -> tuple[Mark, str]:
    # A check of a folder that does not exist yet would make it: the folder around it is checked instead.
    if registry.storage().name != "local" or (settings().data / "files").exists():
        registry.storage().check()
    else:
        _check_writable()
    return "ok", registry.storage().name


def _check_writable() -> None:
    if not os.access(settings().data, os.W_OK):
        raise ConfigurationError(f"{settings().data} is not writable; choose another folder with --data.")


def _check_mail() -> tuple[Mark, str]:
    provider = registry.email_provider()
    if provider.name == "local":
        _check_writable()
        return "note", f"no SMTP_HOST: mails are written to {settings().data / 'mail'}"
    provider.check()
    return "ok", f"{settings().smtp_host}:{settings().smtp_port}"


def _check_providers() -> tuple[Mark, str]:
    found = {need: registry.adapter(need).capabilities for need in registry.ADAPTERS}
    return "ok", ", ".join(f"{need}: {one.name} ({one.model})" for need, one in found.items())


def _check_encoder() -> tuple[Mark, str]:
    import av

    codecs = ("libx264", "aac", "mov_text")
    missing = [name for name in codecs if name not in av.codecs_available]
    if missing:
        return "failed", f"PyAV {av.__version__} lacks {', '.join(missing)}"
    return "ok", f"PyAV {av.__version__} with {', '.join(codecs)}"


def _check_fonts() -> tuple[Mark, str]:
    from app.film.fonts import unsupported_characters

    missing = unsupported_characters("Ein Märchen, œuvre, Привет")
    return (
        ("failed", f"these characters cannot be drawn: {missing}")
        if missing
        else ("ok", "Latin, Greek and Cyrillic")
    )


def _check_voices() -> tuple[Mark, str]:
    provider = registry.speech_provider()
    voices, able = provider.voices(), provider.capabilities
    if not voices:
        return "failed", "no voices"
    if not able.costs_money:
        spoken = provider.speak(SpeechRequest("One.", voices[0].id, voices[0].language), UnrecordedCalls())
        if spoken.notes:
            return "failed", spoken.notes[0]
    engine = f"{able.engine}; " if able.engine else ""
    return "ok", f"{engine}{len(voices)} voices in {len(able.languages)} languages"


def _check_languages() -> tuple[Mark, str]:
    spoken = {language.split("-")[0] for language in registry.speech_provider().capabilities.languages}
    only_spoken = len(spoken - set(UNDERSTOOD_LANGUAGES))
    return "ok", f"{name_understood()} are understood; {only_spoken} more are spoken only"


def _count_cores() -> tuple[Mark, str]:
    return "ok", f"{os.cpu_count()} cores"


CHECKS: dict[str, Callable[[], tuple[Mark, str]]] = {
    "settings": _check_settings,
    "machine": _count_cores,
    "data folder": _check_data,
    "database": _check_database,
    "migrations": _check_migrations,
    "redis": _check_redis,
    "storage": _check_storage,
    "mail": _check_mail,
    "providers": _check_providers,
    "models": check_models,
    "prices": check_prices,
    "encoder": _check_encoder,
    "fonts": _check_fonts,
    "voices": _check_voices,
    "languages": _check_languages,
}
