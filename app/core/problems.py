"""Errors as `application/problem+json` (RFC 9457): their rendering, and their OpenAPI schema."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import Match
from starlette.types import Scope

from app.core.errors import AppError
from app.core.validation import UNREADABLE_BODY, describe_errors

PROBLEM = "application/problem+json"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# FastAPI answers a body that cannot be parsed with 400 and this message; here the answer is 422.
UNPARSED_BODY = "There was an error parsing the body"


class Problem(BaseModel):
    """An error as RFC 9457 describes it."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    code: str


def problems(*answers: int | type[AppError]) -> dict[int | str, dict[str, Any]]:
    """Return the `responses` of these statuses and errors, for a route's OpenAPI schema.

    The description of a status names the codes of those errors that are given as classes.
    """
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
    codes: dict[int, list[str]] = {}
    for one in answers:
        found = codes.setdefault(one if isinstance(one, int) else one.status, [])
        found += [] if isinstance(one, int) else [f"`{one.code}`"]
    return {
        status: {
            "description": titles[status] + (f": {', '.join(found)}." if found else ""),
            "content": shape,
            **_HEADERS_OF_PROBLEMS.get(status, {}),
        }
        for status, found in codes.items()
    }


def _describe_header(name: str, description: str, kind: str) -> dict[str, Any]:
    return {"headers": {name: {"description": description, "schema": {"type": kind}}}}


_HEADERS_OF_PROBLEMS = {
    401: _describe_header("WWW-Authenticate", "`Bearer`.", "string"),
    405: _describe_header("Allow", "The methods that the address supports.", "string"),
    429: _describe_header("Retry-After", "The seconds after which the request may be sent again.", "integer"),
    503: _describe_header("Retry-After", "The seconds after which it may work again.", "integer"),
}


def problem_response(
    scope: Scope, status: int, code: str, title: str, detail: str, **members: Any
) -> JSONResponse:
    """Return the response for an error. `headers` and further members of the problem may be given."""
    headers = members.pop("headers", None)
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": f"urn:request:{scope.get('request_id', '-')}",
        "code": code,
        **members,
    }
    return JSONResponse(body, status, headers, media_type=PROBLEM)


def error_response(scope: Scope, error: AppError) -> JSONResponse:
    """Return the response to an expected failure."""
    headers = {**error.headers, **error.extra.pop("headers", {})}
    return problem_response(
        scope, error.status, error.code, error.title, error.sentence, headers=headers, **error.extra
    )


def _render_app_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, AppError)  # noqa: S101 - registered for this class only
    return error_response(request.scope, error)


def _render_validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class only
    if any(found["loc"][0] == "path" for found in error.errors()):
        return _render_http_error(request, StarletteHTTPException(404))
    detail, errors = describe_errors(error.errors())
    return problem_response(request.scope, 422, "request.invalid", "Invalid request", detail, errors=errors)


# The code and the title of an error that no route has raised itself.
_ANSWERS = {
    400: ("request.malformed", "Malformed request"),
    404: ("request.not_found", "Not found"),
    405: ("request.method_not_allowed", "Method not allowed"),
    408: ("request.timeout", "Body too slow"),
    413: ("request.too_large", "Body too large"),
    416: ("request.range_not_satisfiable", "Range not satisfiable"),
    422: ("request.invalid", "Invalid request"),
}


def _render_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, StarletteHTTPException)  # noqa: S101 - registered for this class only
    status, headers, detail = error.status_code, dict(error.headers or {}), str(error.detail)
    if status == 400 and detail == UNPARSED_BODY:
        status, detail = 422, UNREADABLE_BODY
    if status == 404:
        detail = "There is nothing at this address"
    if status == 405:
        headers["Allow"] = ", ".join(_allowed_methods(request))
        detail = f"This address takes only the methods {headers['Allow']}"
    return render_status(request.scope, status, detail, headers)


def render_status(scope: Scope, status: int, detail: str, headers: Mapping[str, str]) -> JSONResponse:
    """Return the response for an error that has a status and a detail only."""
    code, title = _ANSWERS.get(status, ("request.failed", "Request failed"))
    return problem_response(scope, status, code, title, f"{detail.rstrip('.')}.", headers=dict(headers))


def _allowed_methods(request: Request) -> list[str]:
    """Return the methods that the path supports; they may be spread over several routes."""
    scope = dict(request.scope)
    return [
        method
        for method in METHODS
        if any(route.matches(scope | {"method": method})[0] is Match.FULL for route in request.app.routes)
    ]


def add_problem_schema(app: FastAPI) -> None:
    """Describe errors in the app's OpenAPI schema as they are rendered, validation errors included."""
    build_schema = app.openapi

    def build_schema_with_problems() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = build_schema()
            components = schema["components"]["schemas"]
            components["Problem"] = Problem.model_json_schema()
            components.pop("HTTPValidationError", None)
            components.pop("ValidationError", None)
            problem = problems(422)[422]
            for operations in schema["paths"].values():
                for operation in operations.values():
                    if "application/json" in operation["responses"].get("422", {}).get("content", {}):
                        operation["responses"]["422"] = problem
                    if "requestBody" in operation:
                        operation["responses"].setdefault("413", problems(413)[413])
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = build_schema_with_problems  # type: ignore[method-assign]  # FastAPI documents this extension


def add_error_handlers(app: FastAPI) -> None:
    """Register the handlers that render every error as problem+json."""
    app.add_exception_handler(AppError, _render_app_error)
    app.add_exception_handler(RequestValidationError, _render_validation_error)
    app.add_exception_handler(StarletteHTTPException, _render_http_error)
