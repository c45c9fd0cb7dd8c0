"""Structured logs: one line an event, with the request, job and task it belongs to."""

import logging
import re
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

from app.core.config import settings

_SECRET_NAMES = re.compile(r"password|secret|token|authorization|cookie|api_key", re.IGNORECASE)
_LINE_BREAKS = str.maketrans({"\r": "\\r", "\n": "\\n"})


def _mask_secrets(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    for name, value in event.items():
        if _SECRET_NAMES.search(name) and isinstance(value, str):
            event[name] = "***"
        elif isinstance(value, str) and name not in {"event", "exception"}:
            event[name] = value.translate(_LINE_BREAKS)
    return event


def set_up() -> None:
    """Send our own and the libraries' records through one renderer to standard error."""
    chosen = settings().log_format
    wants_json = chosen == "json" or (chosen == "auto" and settings().is_production)
    renderer: Any = (
        structlog.processors.JSONRenderer()
        if wants_json
        # Richer tracebacks would write local variables into the log: stories, keys, passwords.
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _mask_secrets,
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
    tail: list[structlog.typing.Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if wants_json:
        tail.append(structlog.processors.format_exc_info)
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[*tail, renderer])
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings().log_level)
    if not settings().moderation_enabled:
        structlog.get_logger().warning(
            "moderation.disabled", reason="MODERATION_ENABLED=false: nothing is judged"
        )
    logging.getLogger("alembic").setLevel(logging.WARNING)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = name != "uvicorn.access"
