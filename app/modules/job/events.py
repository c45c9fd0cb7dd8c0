"""The stream of a job's events, which a browser can follow and resume."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence

from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from sqlalchemy.exc import SQLAlchemyError
from starlette.types import Receive, Scope, Send

from app.core.database import reading
from app.core.errors import AppError
from app.modules.auth.dependencies import authenticate
from app.modules.auth.models import User
from app.modules.job.event_watch import event_watch
from app.modules.job.models import Job, JobEvent
from app.modules.job.open_streams import open_streams
from app.modules.job.service import JobService
from app.modules.job.state import TERMINAL

PAUSE_SECONDS = 0.15
KEEPALIVE_SECONDS = 10.0
AUTHENTICATION_SECONDS = 5.0


def read_last_event_id(header: str | None) -> int:
    """Return the number in `Last-Event-ID`; 0, which is the start, when it is absent or not a number."""
    return int(header) if header and header.isascii() and header.isdigit() and len(header) < 10 else 0


def read_events(job_id: int, user: User, after: int) -> tuple[Job, Sequence[JobEvent]]:
    """Read a job and its events after a number, with a short session. Raises JobNotFound."""
    with reading() as session:
        return JobService(session).list_events(job_id, user, after)


class EventStream(StreamingResponse):
    """The response with a job's events, which is one of the user's open streams while it is sent."""

    media_type = "text/event-stream"

    def __init__(self, events: AsyncIterator[bytes], user_id: int) -> None:
        super().__init__(events, headers={"X-Accel-Buffering": "no", "Cache-Control": "no-store"})
        self._user_id = user_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with open_streams.open(self._user_id):
            await super().__call__(scope, receive, send)


async def stream_events(job_id: int, user: User, token: str | None, after: int) -> AsyncIterator[bytes]:
    """Yield encoded server-sent events until the terminal one.

    The stream ends early when session or user are no longer valid, or the database is unavailable; a client
    resumes it with `Last-Event-ID`. Events are read with short sessions in a thread, and only when there may
    be new ones, so that a waiting stream holds no connection.
    """
    sent_at = checked_at = time.monotonic()
    with event_watch.follow(job_id):
        while True:
            try:
                if time.monotonic() - checked_at > AUTHENTICATION_SECONDS:
                    await run_in_threadpool(authenticate, token)
                    checked_at = time.monotonic()
                events = await _read_new_events(job_id, user, after)
            except (AppError, SQLAlchemyError):
                return
            for event in events:
                after, sent_at = event.seq, time.monotonic()
                yield format_sse_event(data_str=json.dumps(event.data), event=event.kind, id=str(event.seq))
            if events and is_terminal(events[-1]):
                return
            if time.monotonic() - sent_at > KEEPALIVE_SECONDS:
                sent_at = time.monotonic()
                yield KEEPALIVE_COMMENT
            if not events:
                await asyncio.sleep(PAUSE_SECONDS)


async def _read_new_events(job_id: int, user: User, after: int) -> Sequence[JobEvent]:
    if not await event_watch.may_have_event_after(job_id, after):
        return ()
    _, events = await run_in_threadpool(read_events, job_id, user, after)
    return events


def is_terminal(event: JobEvent) -> bool:
    """Return whether an event is the last one of its job."""
    return event.kind == "status" and event.data["status"] in TERMINAL
