"""What each request passes on its way in: its id, the way to its route, retries, and a net for bugs."""

import re
import uuid

import structlog
from sqlalchemy.exc import DBAPIError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.database import DEADLOCK_ATTEMPTS, is_deadlock
from app.core.http import PREFIX
from app.core.problems import problem_response
from app.core.visitor import client_ip

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
log = structlog.get_logger()


class RequestIds:
    """Give each request an id, the client's own where it is sane; log by it and by where it comes from."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        sent = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
        scope["request_id"] = sent if REQUEST_ID.fullmatch(sent) else uuid.uuid4().hex

        async def with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", scope["request_id"].encode()),
                ]
            await send(message)

        context = {"request_id": scope["request_id"], "ip": client_ip(scope)}
        with structlog.contextvars.bound_contextvars(**context):
            return await self.app(scope, receive, with_id)


class TwoMounts:
    """Serve every route with and without the prefix, with and without a trailing slash, never by redirect."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path = scope["path"].rstrip("/")
            scope["path"] = path if path == PREFIX or path.startswith(f"{PREFIX}/") else f"{PREFIX}{path}"
            scope["raw_path"] = scope["path"].encode()
        await self.app(scope, receive, send)


class CatchErrors:
    """Turn a bug into a logged problem+json answer, inside the CORS layer so that browsers can read it."""

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
        except Exception:
            log.exception("request.failed", path=scope["path"])
            if has_started:
                raise
            detail = f"Something went wrong on our side; it is logged as request {scope['request_id']}."
            answer = problem_response(scope, 500, "internal.error", "Internal error", detail)
            return await answer(scope, receive, send)


class RetryDeadlocks:
    """Repeat a request whose transaction the database chose as a deadlock's victim.

    The whole request is repeated once everything that it had opened is closed: its session is rolled back and
    its idempotency key released. Its body is kept for that; files, which write no rows, are passed on as they
    come.
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
                if not is_deadlock(error) or request.has_answered or attempt == DEADLOCK_ATTEMPTS - 1:
                    raise
                log.warning("request.repeated", path=scope["path"], reason="deadlock")
        return None


class _Attempt:
    """One attempt at a request: gives what was received before once more, and notes when an answer begins."""

    def __init__(self, received: list[Message], receive: Receive, send: Send) -> None:
        self._received, self._receive, self._send = received, receive, send
        self._position = 0
        self.has_answered = False

    async def receive(self) -> Message:
        if self._position == len(self._received):
            self._received.append(await self._receive())
        self._position += 1
        return self._received[self._position - 1]

    async def send(self, message: Message) -> None:
        self.has_answered = self.has_answered or message["type"] == "http.response.start"
        await self._send(message)
