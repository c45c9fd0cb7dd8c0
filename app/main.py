"""The HTTP entry point: `uvicorn app.main:app`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from app import description, metrics, pages
from app.core import logging, migrations
from app.core.browser import EXPOSED_HEADERS, AllowedHosts, BodySizeLimit, CrossOriginGuard, SecurityHeaders
from app.core.config import ConfigurationError, settings
from app.core.database import engine
from app.core.http import PREFIX
from app.core.idempotency import Replayed
from app.core.middleware import BodyTimeLimit, CatchErrors, NormalizePaths, RequestIds, RetryDeadlocks
from app.core.plain_errors import RenderPlainErrors
from app.core.problems import add_error_handlers, add_problem_schema
from app.core.redis import broker_address
from app.core.tasks import configure
from app.core.traffic import MeasureRequests, measure_connections
from app.modules.admin import auth_controller as admin_auth
from app.modules.admin import controller as admin
from app.modules.admin import work_controller as admin_work
from app.modules.asset import character_controller as character
from app.modules.asset import controller as asset
from app.modules.asset.completion import stop_completions
from app.modules.auth import account_controller as auth_account
from app.modules.auth import controller as auth
from app.modules.auth.models import User
from app.modules.billing import controller as billing
from app.modules.job import asset_controller as job_asset
from app.modules.job import controller as job
from app.modules.job import project_controller as job_project
from app.modules.job.estimate import JobEstimate
from app.modules.job.schemas import JobConfig
from app.modules.moderation import controller as moderation
from app.modules.project import controller as project
from app.modules.scene import controller as scene
from app.modules.scene import shot_controller as scene_shot
from app.modules.task import controller as task
from app.pipeline.leftovers import remove_leftovers

ROUTERS = (
    auth.router,
    auth_account.router,
    admin_auth.account_router,
    project.router,
    job_project.router,
    scene.router,
    scene_shot.router,
    character.router,
    task.router,
    job.router,
    asset.router,
    job_asset.router,
    asset.files_router,
    admin_auth.router,
    admin.router,
    moderation.router,
    billing.router,
    admin_work.router,
    metrics.router,
    pages.router,
)


@asynccontextmanager
async def _lifespan(_: FastAPI) -> AsyncIterator[None]:
    logging.configure()
    configure()
    measure_connections(engine())
    migrations.upgrade_embedded()
    remove_leftovers()
    yield
    stop_completions()


def _middleware() -> list[Middleware]:
    return [
        Middleware(RequestIds),
        Middleware(NormalizePaths),
        Middleware(MeasureRequests),
        Middleware(SecurityHeaders),
        Middleware(RenderPlainErrors),
        Middleware(
            CORSMiddleware,
            allow_origins=settings().backend_cors_origins,
            allow_credentials=True,
            allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=["*"],
            expose_headers=EXPOSED_HEADERS,
            max_age=600,
        ),
        Middleware(CatchErrors),
        Middleware(AllowedHosts),
        Middleware(CrossOriginGuard),
        Middleware(BodySizeLimit),
        Middleware(BodyTimeLimit),
        Middleware(RetryDeadlocks),
    ]


def _render_replayed(_: Request, replayed: Exception) -> Response:
    assert isinstance(replayed, Replayed)  # noqa: S101 - registered for this class only
    location = {"Location": replayed.location} if replayed.location else {}
    headers = {"Idempotency-Replayed": "true", **location}
    return JSONResponse(replayed.body, replayed.answer_status, headers)


def create_app() -> FastAPI:
    """Return the HTTP application with all routes, middleware and error handlers."""
    app = FastAPI(
        title="Animatic Studio",
        summary="Turns a story into a film.",
        version=version("animatic-studio"),
        description=description.DESCRIPTION,
        openapi_tags=description.TAGS,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
        middleware=_middleware(),
    )
    app.state.estimate_job = _estimate_job
    add_error_handlers(app)
    app.add_exception_handler(Replayed, _render_replayed)
    for router in ROUTERS:
        app.include_router(router, prefix=PREFIX)
    pages.add_documentation(app)
    add_problem_schema(app)
    return app


def _estimate_job(project_id: int, config: JobConfig, user: User) -> JobEstimate:
    # The module imports all stages, which most API processes never need.
    from app.pipeline.preview import preview_job

    return preview_job(project_id, config, user)


def __getattr__(name: str) -> FastAPI:
    """Create `app` when a server imports it, so that importing this module alone needs no settings."""
    if name != "app":
        raise AttributeError(name)
    try:
        broker_address()
        migrations.ensure_current()
        return create_app()
    except ConfigurationError as error:
        raise SystemExit(f"studio: {error}") from None
