"""`GET /metrics` for Prometheus: the state of all jobs and queues, read from the database at each scrape."""

import secrets
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import reading
from app.core.errors import Forbidden
from app.core.outbox import OutboxRow
from app.core.problems import problems
from app.core.traffic import new_gauge, render_metrics
from app.core.visitor import client_ip
from app.modules.admin.work import WorkService
from app.modules.billing.models import ProviderCall
from app.modules.job.models import Job, JobStage
from app.modules.task.models import Task

if TYPE_CHECKING:
    from prometheus_client.core import GaugeMetricFamily

router = APIRouter(tags=["operations"])
LOOPBACK = {"127.0.0.1", "::1"}


class MetricsRefused(Forbidden):
    code, title = "metrics.refused", "Metrics refused"
    detail = "Metrics are served to this machine, or with METRICS_TOKEN sent as a Bearer token."


@router.get(
    "/metrics",
    operation_id="get_metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **problems(403)},
)
def get_metrics(request: Request) -> Response:
    """Read the metrics of jobs, queues, tasks, providers and requests, in Prometheus' text format."""
    if not _is_permitted(request):
        raise MetricsRefused
    return Response(render_metrics(Gauges()), media_type="text/plain; version=0.0.4; charset=utf-8")


def _is_permitted(request: Request) -> bool:
    token = settings().metrics_token
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token is not None and secrets.compare_digest(bearer.encode(), token.get_secret_value().encode()):
        return True
    # Behind a proxy on this machine every request comes from the loopback address.
    is_direct = "x-forwarded-for" not in request.headers
    return is_direct and client_ip(request.scope) in LOOPBACK


class Gauges:
    """A collector of gauges. All values are read from the database, so every process reports the same."""

    def collect(self) -> "Iterator[GaugeMetricFamily]":
        """Yield all gauges, read in one short session."""
        with reading() as session:
            yield from _measure_jobs(session)
            yield from _measure_queues(session)
            yield from _measure_tasks(session)
            yield _measure_calls(session)
            yield _measure_outbox(session)


def _measure_jobs(session: Session) -> "Iterator[GaugeMetricFamily]":
    jobs = new_gauge("studio_jobs", "Jobs by status.", ["status"])
    for status, count in session.execute(select(Job.status, func.count()).group_by(Job.status)):
        jobs.add_metric([status], count)
    yield jobs
    hits = new_gauge("studio_cache_hits", "Tasks whose result was found in the cache.", ["stage"])
    for stage, cached in session.execute(
        select(JobStage.stage, func.sum(JobStage.cached)).group_by(JobStage.stage)
    ):
        hits.add_metric([stage], float(cached or 0))
    yield hits


def _measure_queues(session: Session) -> "Iterator[GaugeMetricFamily]":
    depth = new_gauge("studio_queue_depth", "Due tasks and mails by queue.", ["queue"])
    oldest = new_gauge("studio_queue_oldest_seconds", "Age of the oldest due task or mail.", ["queue"])
    workers = new_gauge("studio_queue_workers", "Worker processes by queue.", ["queue"])
    for state in WorkService(session).list_queues():
        depth.add_metric([state.name], state.depth)
        oldest.add_metric([state.name], state.oldest_seconds)
        workers.add_metric([state.name], state.workers)
    yield from (depth, oldest, workers)


def _measure_tasks(session: Session) -> "Iterator[GaugeMetricFamily]":
    tasks = new_gauge("studio_tasks", "Tasks by stage and status.", ["stage", "status"])
    lost = new_gauge("studio_lease_losses", "Tasks whose worker lost its lease.", ["stage"])
    seconds = new_gauge("studio_task_seconds", "Run time of finished tasks in seconds.", ["stage"])
    statement = select(
        Task.stage, Task.status, func.count(), func.sum(Task.lost_count), func.sum(Task.run_seconds)
    )
    losses: dict[str, float] = {}
    run_seconds: dict[str, float] = {}
    for stage, status, count, lost_count, run in session.execute(statement.group_by(Task.stage, Task.status)):
        tasks.add_metric([stage, status], count)
        losses[stage] = losses.get(stage, 0.0) + float(lost_count or 0)
        run_seconds[stage] = run_seconds.get(stage, 0.0) + float(run or 0)
    for stage in losses:
        lost.add_metric([stage], losses[stage])
        seconds.add_metric([stage], run_seconds[stage])
    yield from (tasks, lost, seconds)


def _measure_calls(session: Session) -> "GaugeMetricFamily":
    calls = new_gauge("studio_provider_calls", "Paid calls by provider and outcome.", ["provider", "outcome"])
    statement = select(ProviderCall.provider, ProviderCall.outcome, func.count())
    for provider, outcome, count in session.execute(
        statement.group_by(ProviderCall.provider, ProviderCall.outcome)
    ):
        calls.add_metric([provider, outcome], count)
    return calls


def _measure_outbox(session: Session) -> "GaugeMetricFamily":
    oldest, now = session.execute(
        select(func.min(OutboxRow.created_at), db_now()).where(OutboxRow.status == "waiting")
    ).one()
    age = max(0.0, (now - oldest).total_seconds()) if oldest else 0.0
    outbox = new_gauge("studio_outbox_oldest_seconds", "Age of the oldest unsent row.", [])
    outbox.add_metric([], age)
    return outbox
