"""What every route shares: sessions, paging, retries, request ids, and errors as problem+json."""

import re
import uuid
from collections.abc import Callable, Coroutine, Iterator, Sequence
from typing import Annotated, Any, TypeVar

import structlog
from fastapi import Depends, FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.database import DEADLOCK_ATTEMPTS, POOL_SIZE, is_deadlock, reading, unit_of_work
from app.core.errors import AppError
from app.core.paging import Page
from app.core.schemas import LARGEST_ID
from app.core.visitor import client_ip

PREFIX = "/api/v1"
PROBLEM = "application/problem+json"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
# What FastAPI says of a body whose bytes are no text; to our clients it is as invalid as any other.
UNREADABLE = "There was an error parsing the body"
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = structlog.get_logger()
Row = TypeVar("Row")


def _session(request: Request) -> Iterator[Session]:
    with (reading if request.method in SAFE_METHODS else unit_of_work)() as session:
        yield session


# The scope makes the commit happen before the answer is sent; the cap keeps a burst from timing out on
# the pool.
SessionDep = Annotated[Session, Depends(_session, scope="function", max_concurrency=POOL_SIZE)]


def _writing_session() -> Iterator[Session]:
    with unit_of_work() as session:
        yield session


# For the GET that writes: a refresh of tokens, which the existing client asks for by GET.
WritingSessionDep = Annotated[Session, Depends(_writing_session, scope="function", max_concurrency=POOL_SIZE)]


class Problem(BaseModel):
    """An error as RFC 9457 describes it."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    code: str


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe error answers for the OpenAPI schema."""
    titles = {
        400: "Bad request",
        401: "Not authenticated",
        402: "Over a budget",
        403: "Forbidden",
        404: "Not found",
        405: "Method not allowed",
        409: "Conflict",
        413: "Body too large",
        415: "Not JSON",
        422: "Invalid request",
        429: "Too many requests",
        503: "Service unavailable",
    }
    shape = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": titles[status], "content": shape} for status in statuses}


class Route(APIRoute):
    """A route that is tried again when the database chose its transaction as a deadlock's victim."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_again(request: Request) -> Response:
            for attempt in range(DEADLOCK_ATTEMPTS):
                try:
                    return await handle(request)
                except DBAPIError as error:
                    if not is_deadlock(error) or attempt == DEADLOCK_ATTEMPTS - 1:
                        raise
            raise AssertionError("unreachable")

        return handle_again


async def _page(
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[int | None, Query(ge=1, le=LARGEST_ID, description="From the `Link` header.")] = None,
) -> Page:
    return Page(limit=limit, cursor=cursor)


# Dependencies that only put objects together are `async`: a sync one costs a trip to a thread and back.
PageDep = Annotated[Page, Depends(_page)]


def paged(rows: Sequence[Row], total: int, page: Page, request: Request, response: Response) -> list[Row]:
    """Cut the one row too many that was read, and tell the rest in `X-Total-Count` and `Link`."""
    response.headers["X-Total-Count"] = str(total)
    if len(rows) > page.limit:
        last: Any = rows[page.limit - 1]
        url = request.url.include_query_params(cursor=last.id, limit=page.limit)
        response.headers["Link"] = f'<{url}>; rel="next"'
    return list(rows[: page.limit])


def request_id(request: Request) -> str:
    """Tell the id under which this request is logged."""
    return str(request.scope.get("request_id", "-"))


def problem_response(
    scope: Scope, status: int, code: str, title: str, detail: str, **rest: Any
) -> JSONResponse:
    """Render an error; `headers` and further members of the problem may be given."""
    headers = rest.pop("headers", None)
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": f"urn:request:{scope.get('request_id', '-')}",
        "code": code,
        **rest,
    }
    return JSONResponse(body, status, headers, media_type=PROBLEM)


def _app_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, AppError)  # noqa: S101 - registered for this class only
    headers = {**error.headers, **error.extra.pop("headers", {})}
    return problem_response(
        request.scope, error.status, error.code, error.title, error.sentence, headers=headers, **error.extra
    )


def _validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class only
    errors = [{"loc": list(e["loc"]), "msg": e["msg"]} for e in error.errors()]
    first = errors[0] if errors else {"loc": [], "msg": "The request is not valid"}
    where = ".".join(str(part) for part in first["loc"] if part != "body")
    detail = f"{where}: {first['msg']}." if where else f"{first['msg']}."
    return problem_response(request.scope, 422, "request.invalid", "Invalid request", detail, errors=errors)


_CODES = {
    400: "request.malformed",
    404: "not_found",
    405: "method_not_allowed",
    413: "request.too_large",
    422: "request.invalid",
}


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, StarletteHTTPException)  # noqa: S101 - registered for this class only
    status, headers = error.status_code, dict(error.headers or {})
    if status == 400 and error.detail == UNREADABLE:
        status = 422
    if status == 405:
        headers["Allow"] = ", ".join(_allowed_methods(request))
    code = _CODES.get(status, "request.failed")
    title = str(error.detail)
    return problem_response(request.scope, status, code, title, f"{title}.", headers=headers)


def _allowed_methods(request: Request) -> list[str]:
    """List what the path does understand: its methods may be spread over several routes."""
    scope = dict(request.scope)
    return [
        method
        for method in METHODS
        if any(route.matches(scope | {"method": method})[0] is Match.FULL for route in request.app.routes)
    ]


def add_error_handlers(app: FastAPI) -> None:
    """Render every expected failure as problem+json."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(StarletteHTTPException, _http_error)


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
