"""ASGI middleware: request ids, normalized paths, slow bodies, deadlocks, and unexpected errors."""

import asyncio
import re
import time
import uuid

import structlog
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.database import DEADLOCK_ATTEMPTS, DatabaseBusy, is_deadlock, is_locked
from app.core.http import PREFIX
from app.core.problems import error_response, problem_response
from app.core.visitor import client_ip

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
# How long a body may pause, and how long it may take in all; an uploaded file may take longer.
PAUSE_SECONDS, BODY_SECONDS, FILE_SECONDS = 20.0, 60.0, 3600.0
log = structlog.get_logger()


class RequestIds:
    """Assign an id to each request and bind it, with the client's address, to all log events of the request.

    The client's own `X-Request-ID` is used when it has a safe form.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        sent = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
        scope["request_id"] = sent if REQUEST_ID.fullmatch(sent) else uuid.uuid4().hex

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", scope["request_id"].encode()),
                ]
            await send(message)

        context = {"request_id": scope["request_id"], "ip": client_ip(scope)}
        with structlog.contextvars.bound_contextvars(**context):
            return await self.app(scope, receive, send_with_id)


class NormalizePaths:
    """Add the API's prefix to a path and remove a trailing slash, so that no route needs a redirect."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path = scope["path"].rstrip("/")
            scope["path"] = path if path == PREFIX or path.startswith(f"{PREFIX}/") else f"{PREFIX}{path}"
            scope["raw_path"] = scope["path"].encode()
        await self.app(scope, receive, send)


class CatchErrors:
    """Log an unexpected error and answer with problem+json.

    It runs inside the CORS middleware, so that browsers can read the answer. An SQLite database that is held
    by another writer is answered with 503.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        has_started = False

        async def watch(message: Message) -> None:
            nonlocal has_started
            has_started = has_started or message["type"] == "http.response.start"
            await send(message)

        try:
            return await self.app(scope, receive, watch)
        except Exception as error:
            if is_locked(error) and not has_started:
                log.warning("request.refused", path=scope["path"], reason="database is locked")
                answer = error_response(scope, DatabaseBusy())
                return await answer(scope, receive, send)
            log.exception("request.failed", path=scope["path"])
            if has_started:
                raise
            detail = f"Something went wrong on our side; it is logged as request {scope['request_id']}."
            answer = problem_response(scope, 500, "internal.error", "Internal error", detail)
            return await answer(scope, receive, send)


class BodyTimeLimit:
    """Refuse a body that arrives too slowly, so that half-sent requests don't hold the server's memory."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        is_file = scope["path"].startswith(f"{PREFIX}/files")
        ends_at = time.monotonic() + (FILE_SECONDS if is_file else BODY_SECONDS)
        is_complete = False

        async def receive_in_time() -> Message:
            nonlocal is_complete
            if is_complete:
                return await receive()
            try:
                async with asyncio.timeout(min(PAUSE_SECONDS, ends_at - time.monotonic())):
                    message = await receive()
            except TimeoutError:
                detail = "The request's body did not arrive in time"
                # FastAPI lets this class alone out of a body that it reads.
                raise HTTPException(408, detail, {"Connection": "close"}) from None
            is_complete = not message.get("more_body", False)
            return message

        return await self.app(scope, receive_in_time, send)


class RetryDeadlocks:
    """Repeat a request whose transaction the database rolled back because of a deadlock.

    The whole request is repeated after its session has been rolled back and its idempotency key released. The
    body is kept in memory for that, except under `/files`, where requests write no rows.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(f"{PREFIX}/files"):
            return await self.app(scope, receive, send)
        received: list[Message] = []
        for attempt in range(DEADLOCK_ATTEMPTS):
            request = _Attempt(received, receive, send)
            try:
                return await self.app(scope, request.receive, request.send)
            except DBAPIError as error:
                if not is_deadlock(error) or request.has_responded or attempt == DEADLOCK_ATTEMPTS - 1:
                    raise
                log.warning("request.repeated", path=scope["path"], reason="deadlock")
        return None


class _Attempt:
    """One attempt at a request.

    It replays the messages received before, and records whether a response began.
    """

    def __init__(self, received: list[Message], receive: Receive, send: Send) -> None:
        self._received, self._receive, self._send = received, receive, send
        self._position = 0
        self.has_responded = False

    async def receive(self) -> Message:
        if self._position == len(self._received):
            self._received.append(await self._receive())
        self._position += 1
        return self._received[self._position - 1]

    async def send(self, message: Message) -> None:
        self.has_responded = self.has_responded or message["type"] == "http.response.start"
        await self._send(message)
