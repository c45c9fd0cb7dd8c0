"""Every expected failure, rendered as problem+json."""

from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import Match
from starlette.types import Scope

from app.core.errors import AppError

PROBLEM = "application/problem+json"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# What FastAPI says of a body whose bytes are no text; to our clients it is as invalid as any other.
UNREADABLE = "There was an error parsing the body"


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
