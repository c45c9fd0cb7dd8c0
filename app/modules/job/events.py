"""A job's events as a stream that a browser can follow and resume."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence

from fastapi.concurrency import run_in_threadpool
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from sqlalchemy.exc import SQLAlchemyError

from app.core.database import reading
from app.core.errors import AppError
from app.modules.auth.dependencies import authenticate
from app.modules.auth.models import User
from app.modules.job.models import Job, JobEvent
from app.modules.job.news import news
from app.modules.job.service import JobService
from app.modules.job.state import TERMINAL

PAUSE_SECONDS = 0.15
SILENCE_SECONDS = 10.0
CHECK_SECONDS = 5.0


def last_seen(header: str | None) -> int:
    """Read `Last-Event-ID`; absent or odd means from the start."""
    return int(header) if header and header.isascii() and header.isdigit() and len(header) < 10 else 0


def look(job_id: int, user: User, after: int) -> tuple[Job, Sequence[JobEvent]]:
    """Read new events with a short session."""
    with reading() as session:
        return JobService(session).list_events(job_id, user, after)


async def stream(job_id: int, user: User, token: str | None, after: int) -> AsyncIterator[bytes]:
    """Send events until the terminal one; ends early when session or user are no longer good, or the database
    is away or has no connection left: a client takes the stream up again where it ended.

    Each look is a short session in a thread: a stream that waits holds no connection, and it looks only when
    there may be something to see.
    """
    spoke = checked = time.monotonic()
    with news.followed(job_id):
        while True:
            try:
                if time.monotonic() - checked > CHECK_SECONDS:
                    await run_in_threadpool(authenticate, token)
                    checked = time.monotonic()
                events = await _new_events(job_id, user, after)
            except (AppError, SQLAlchemyError):
                return
            for event in events:
                after, spoke = event.seq, time.monotonic()
                yield format_sse_event(data_str=json.dumps(event.data), event=event.kind, id=str(event.seq))
            if events and is_terminal(events[-1]):
                return
            if time.monotonic() - spoke > SILENCE_SECONDS:
                spoke = time.monotonic()
                yield KEEPALIVE_COMMENT
            if not events:
                await asyncio.sleep(PAUSE_SECONDS)


async def _new_events(job_id: int, user: User, after: int) -> Sequence[JobEvent]:
    if not await news.may_be_after(job_id, after):
        return ()
    _, events = await run_in_threadpool(look, job_id, user, after)
    return events


def is_terminal(event: JobEvent) -> bool:
    """Tell whether no event can follow."""
    return event.kind == "status" and event.data["status"] in TERMINAL
