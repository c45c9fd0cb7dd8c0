"""The HTTP entry point: `uvicorn app.main:app`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from app import metrics, pages
from app.core import logging, migrations, problems
from app.core.browser import EXPOSED_HEADERS, BodyCap, CrossOriginGuard, KnownHosts, SecurityHeaders
from app.core.config import ConfigurationError, settings
from app.core.database import engine
from app.core.http import PREFIX
from app.core.idempotency import Replayed
from app.core.middleware import CatchErrors, RequestIds, RetryDeadlocks, TwoMounts
from app.core.problems import add_error_handlers
from app.core.redis import broker_address
from app.core.tasks import configure
from app.core.traffic import CountRequests, count_connections
from app.modules.admin import auth_controller as admin_auth
from app.modules.admin import controller as admin
from app.modules.admin import work_controller as admin_work
from app.modules.asset import controller as asset
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
from app.modules.task import controller as task

ROUTERS = (
    auth.router,
    auth_account.router,
    admin_auth.account_router,
    project.router,
    job_project.router,
    scene.router,
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
    logging.set_up()
    configure()
    count_connections(engine())
    migrations.upgrade_embedded()
    yield


def _middleware() -> list[Middleware]:
    return [
        Middleware(RequestIds),
        Middleware(TwoMounts),
        Middleware(CountRequests),
        Middleware(SecurityHeaders),
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
        Middleware(KnownHosts),
        Middleware(CrossOriginGuard),
        Middleware(BodyCap),
        Middleware(RetryDeadlocks),
    ]


def _replay(_: Request, answer: Exception) -> Response:
    assert isinstance(answer, Replayed)  # noqa: S101 - registered for this class only
    headers = {"Idempotency-Replayed": "true"} | ({"Location": answer.location} if answer.location else {})
    return JSONResponse(answer.body, answer.answer_status, headers)


def create_app() -> FastAPI:
    """Put the studio's HTTP side together."""
    app = FastAPI(
        title="Animatic Studio",
        summary="Turns a story into a film.",
        version="0.1.0",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
        middleware=_middleware(),
    )
    app.state.estimate_job = _estimate_job
    add_error_handlers(app)
    app.add_exception_handler(Replayed, _replay)
    for router in ROUTERS:
        app.include_router(router, prefix=PREFIX)
    pages.add_documentation(app)
    _describe_problems(app)
    return app


def _estimate_job(project_id: int, config: JobConfig, user: User) -> JobEstimate:
    from app.pipeline.preview import preview_job  # It brings all stages, and most processes never need them.

    return preview_job(project_id, config, user)


def _describe_problems(app: FastAPI) -> None:
    """Put the shape of errors into the schema, for validation errors too."""
    describe = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = describe()
            shapes = schema["components"]["schemas"]
            shapes["Problem"] = problems.Problem.model_json_schema()
            shapes.pop("HTTPValidationError", None)
            shapes.pop("ValidationError", None)
            problem = problems.problems(422)[422]
            for operations in schema["paths"].values():
                for operation in operations.values():
                    if "422" in operation["responses"]:
                        operation["responses"]["422"] = problem
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's documented way to extend the schema


def __getattr__(name: str) -> FastAPI:
    """Make `app` when a server asks for it, so that importing this module needs no settings."""
    if name != "app":
        raise AttributeError(name)
    try:
        broker_address()
        return create_app()
    except ConfigurationError as error:
        raise SystemExit(f"studio: {error}") from None
