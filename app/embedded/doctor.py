"""`studio doctor`: is everything that is configured there, and does it work?"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rich.console import Console
from rich.table import Table

from app.core import health, migrations
from app.core.config import settings
from app.embedded import valkey
from app.embedded.vendors import look_at_models, look_at_prices
from app.providers import registry

Mark = Literal["ok", "note", "failed"]
COLOURS: dict[Mark, str] = {"ok": "green", "note": "yellow", "failed": "red"}
LOW_DISK_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one part; `note` works but should be known."""

    part: str
    mark: Mark
    words: str


def examine(console: Console) -> bool:
    """Print a table of findings; False when something that is configured does not work."""
    findings = [_looked(part, look) for part, look in LOOKS.items()]
    table = Table("part", "state", "what was found", title="Animatic Studio")
    for finding in findings:
        colour = COLOURS[finding.mark]
        table.add_row(finding.part, f"[{colour}]{finding.mark}[/{colour}]", finding.words)
    console.print(table)
    return all(finding.mark != "failed" for finding in findings)


def _looked(part: str, look: Callable[[], tuple[Mark, str]]) -> Finding:
    try:
        return Finding(part, *look())
    except Exception as error:
        return Finding(part, "failed", str(error).split("\n")[0] or type(error).__name__)


def _settings() -> tuple[Mark, str]:
    config = settings()
    if not config.moderation_enabled:
        return "note", f"{config.environment}; MODERATION_ENABLED=false: nothing is moderated"
    return "ok", config.environment


def _data() -> tuple[Mark, str]:
    free = shutil.disk_usage(settings().data).free
    mark: Mark = "ok" if free > LOW_DISK_BYTES else "note"
    return mark, f"{settings().data}, {free / 1e9:.1f} GB free"


def _database() -> tuple[Mark, str]:
    health.ask_database()
    return "ok", settings().database.render_as_string(hide_password=True)


def _migrations() -> tuple[Mark, str]:
    if settings().has_embedded_database and migrations.current() is None:
        return "note", "not made yet; the first start makes it"
    health.ask_migrations()
    return "ok", "current"


def _redis() -> tuple[Mark, str]:
    if settings().redis_url or settings().redis_host:
        health.ask_redis()
        return "ok", "answers"
    return "ok", f"embedded: {valkey.find_server()}"


def _storage() -> tuple[Mark, str]:
    registry.storage().check()
    return "ok", registry.storage().name


def _mail() -> tuple[Mark, str]:
    provider = registry.email_provider()
    provider.check()
    if provider.name == "local":
        return "note", f"no SMTP_HOST: mails are written to {settings().data / 'mail'}"
    return "ok", f"{settings().smtp_host}:{settings().smtp_port}"


def _providers() -> tuple[Mark, str]:
    found = {need: registry.adapter(need).capabilities for need in registry.ADAPTERS}
    return "ok", ", ".join(f"{need}: {one.name} ({one.model})" for need, one in found.items())


def _encoder() -> tuple[Mark, str]:
    import av

    codecs = ("libx264", "aac", "mov_text")
    missing = [name for name in codecs if name not in av.codecs_available]
    if missing:
        return "failed", f"PyAV {av.__version__} lacks {', '.join(missing)}"
    return "ok", f"PyAV {av.__version__} with {', '.join(codecs)}"


def _fonts() -> tuple[Mark, str]:
    from app.film.fonts import unsupported_characters

    missing = unsupported_characters("Ein Märchen, œuvre, Привет")
    return ("failed", f"can't draw {missing}") if missing else ("ok", "Latin, Greek and Cyrillic")


def _voices() -> tuple[Mark, str]:
    voices, languages = registry.speech_provider().voices(), registry.speech_provider().capabilities.languages
    return ("ok" if voices else "failed"), f"{len(voices)} voices in {len(languages)} languages"


def _cores() -> tuple[Mark, str]:
    return "ok", f"{os.cpu_count()} cores"


LOOKS: dict[str, Callable[[], tuple[Mark, str]]] = {
    "settings": _settings,
    "machine": _cores,
    "data folder": _data,
    "database": _database,
    "migrations": _migrations,
    "redis": _redis,
    "storage": _storage,
    "mail": _mail,
    "providers": _providers,
    "models": look_at_models,
    "prices": look_at_prices,
    "encoder": _encoder,
    "fonts": _fonts,
    "voices": _voices,
}
