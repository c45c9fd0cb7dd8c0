"""What each request passes on its way in: a name for the log, the way to its route, and a net for bugs."""

import re
import uuid

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
