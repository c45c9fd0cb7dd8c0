"""Routes outside the modules: health, and the API's documentation, served without a CDN."""

from collections.abc import Callable
from pathlib import Path

import fastapi_offline
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.openapi.docs import (
    get_redoc_html,
    get_swagger_ui_html,
    get_swagger_ui_oauth2_redirect_html,
)
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from app.core import health
from app.core.browser import content_security_policy
from app.core.config import settings
from app.core.errors import AppError, NotFound
from app.core.http import PREFIX
from app.modules.auth.dependencies import access_token, authenticate
from app.modules.auth.errors import NotAdmin
from app.providers.registry import storage

STATIC = f"{PREFIX}/static"
LOGIN_PAGE = Path(__file__).parent / "login.html"
router = APIRouter(tags=["operations"])


@router.get("", operation_id="get_root")
def root() -> dict[str, str]:
    """Report that the server is up."""
    return {"status": "healthy"}


@router.get("/health", operation_id="get_health")
def get_health() -> dict[str, str]:
    """Report that the server is up."""
    return {"status": "healthy"}


@router.get("/healthz", operation_id="get_liveness")
def get_liveness() -> dict[str, str]:
    """Report that the process is up."""
    return {"status": "healthy"}


@router.get("/test", operation_id="get_test")
def get_test() -> dict[str, str]:
    """Report that the server is running."""
    return {"status": "Server is running"}


@router.get(
    "/readyz",
    operation_id="get_readiness",
    responses={503: {"model": health.Readiness, "description": "A part does not answer."}},
)
def get_readiness(response: Response) -> health.Readiness:
    """Check whether the database, its schema, Redis and the storage answer."""
    state = health.check_readiness(lambda: storage().check())
    response.status_code = 200 if state.status == "ready" else 503
    return state


def add_documentation(app: FastAPI) -> None:
    """Add the routes of Swagger UI, ReDoc and the schema; `DOCS_ACCESS` says who may read them."""
    assets = Path(fastapi_offline.__file__).parent / "static"
    app.mount(STATIC, StaticFiles(directory=assets), name="static")
    documents = APIRouter(prefix=PREFIX, include_in_schema=False)

    @documents.get("/openapi.json")
    def schema(request: Request) -> Response:
        return _render_for_readers(request, lambda: JSONResponse(app.openapi()))

    @documents.get("/docs")
    def swagger(request: Request) -> Response:
        return _render_for_readers(request, lambda: _render_swagger(app))

    @documents.get("/redoc")
    def redoc(request: Request) -> Response:
        return _render_for_readers(request, lambda: _render_redoc(app))

    @documents.get("/docs/oauth2-redirect")
    def oauth2_redirect(request: Request) -> Response:
        return _render_for_readers(request, get_swagger_ui_oauth2_redirect_html)

    app.include_router(documents)


def _render_for_readers(request: Request, render: Callable[[], Response]) -> Response:
    if settings().docs == "off":
        raise NotFound
    if settings().docs == "admin":
        try:
            _require_admin(request)
        except AppError as error:
            if "text/html" not in request.headers.get("accept", ""):
                raise
            return _add_content_policy(
                HTMLResponse(LOGIN_PAGE.read_text(encoding="utf-8"), error.status, error.headers)
            )
    return _add_content_policy(render())


def _require_admin(request: Request) -> None:
    if authenticate(access_token(request)).user.role != "admin":
        raise NotAdmin


def _add_content_policy(response: Response) -> Response:
    if isinstance(response, HTMLResponse):
        response.headers["Content-Security-Policy"] = content_security_policy(bytes(response.body).decode())
    return response


def _render_swagger(app: FastAPI) -> Response:
    return get_swagger_ui_html(
        openapi_url=f"{PREFIX}/openapi.json",
        title=f"{app.title} – Swagger UI",
        oauth2_redirect_url=f"{PREFIX}/docs/oauth2-redirect",
        swagger_js_url=f"{STATIC}/swagger-ui-bundle.js",
        swagger_css_url=f"{STATIC}/swagger-ui.css",
        swagger_favicon_url=f"{STATIC}/favicon.png",
    )


def _render_redoc(app: FastAPI) -> Response:
    return get_redoc_html(
        openapi_url=f"{PREFIX}/openapi.json",
        title=f"{app.title} – ReDoc",
        redoc_js_url=f"{STATIC}/redoc.standalone.js",
        redoc_favicon_url=f"{STATIC}/favicon.png",
        with_google_fonts=False,
    )
