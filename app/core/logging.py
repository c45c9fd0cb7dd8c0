"""Structured logs: one line for each event, with the ids of its request, job and task."""

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from app.core.config import settings

_SECRET_NAMES = re.compile(r"password|secret|token|authorization|cookie|api_key", re.IGNORECASE)
_LINE_BREAKS = str.maketrans({"\r": "\\r", "\n": "\\n"})


def mask_secrets(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Replace the values of secret fields by `***`, and escape line breaks: a structlog processor."""
    for name, value in event.items():
        if _SECRET_NAMES.search(name) and isinstance(value, str):
            event[name] = "***"
        elif isinstance(value, str) and name not in {"event", "exception"}:
            event[name] = value.translate(_LINE_BREAKS)
    return event


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
    # The default tracebacks of a terminal would write local variables into the log: stories, keys, passwords.
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]


def _quieten_libraries() -> None:
    logging.getLogger("alembic").setLevel(logging.WARNING)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = name != "uvicorn.access"
