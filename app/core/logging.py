"""Structured logs: one line for each event, with the ids of its request, job and task."""

import logging
import re
import sys
from traceback import format_exception
from typing import TextIO

import structlog
from structlog.typing import EventDict, ExcInfo, Processor, WrappedLogger

from app.core.config import settings

_SECRET_NAMES = re.compile(r"password|secret|token|authorization|cookie|api_key", re.IGNORECASE)
# What structlog formats itself, after the processors.
_UNFORMATTED = {"exc_info", "stack_info"}


def escape_controls(text: str) -> str:
    """Return a text with its control characters, line breaks and directions of writing escaped."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def mask_secrets(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Replace the values of secret fields by `***`, and escape control characters: a structlog processor."""
    for name, value in event.items():
        if _SECRET_NAMES.search(name) and isinstance(value, str):
            event[name] = "***"
        elif isinstance(value, str) and name not in {"event", "exception"}:
            event[name] = escape_controls(value)
    return event


def _escape_values(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Make each value printable, because values may be sent by clients: a structlog processor."""
    for name, value in event.items():
        if name not in _UNFORMATTED and not isinstance(value, bool | int | float | None):
            event[name] = escape_controls(value if isinstance(value, str) else repr(value))
    return event


def _write_traceback(stream: TextIO, exc_info: ExcInfo) -> None:
    """Write a traceback without local variables: they are stories, keys and passwords.

    Its lines are indented, so that the message of an error can't begin with what looks like another event.
    """
    lines = "".join(format_exception(*exc_info)).split("\n")
    stream.write("\n".join(f"    {escape_controls(line)}" for line in lines if line))


def configure() -> None:
    """Send the log records of this program and of its libraries through one renderer to standard error."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        mask_secrets,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    last = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_renderers()]
    handler = logging.StreamHandler()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings().log_level)
    if not settings().moderation_enabled:
        structlog.get_logger().warning(
            "moderation.disabled", reason="MODERATION_ENABLED=false: no content is moderated"
        )
    _quieten_libraries()


def _renderers() -> list[Processor]:
    """Return the processors that turn an event into a line: JSON, or coloured text on a terminal."""
    chosen = settings().log_format
    if chosen == "json" or (chosen == "auto" and settings().is_production):
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    console = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=_write_traceback)
    return [_escape_values, console]


def _quieten_libraries() -> None:
    logging.getLogger("alembic").setLevel(logging.WARNING)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = name != "uvicorn.access"
