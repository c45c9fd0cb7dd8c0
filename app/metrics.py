"""`GET /metrics` for Prometheus: the state of all work, read from the database at each scrape."""

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
from app.core.traffic import exposition, gauge
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
    detail = "Metrics are for this machine, or for whoever sends METRICS_TOKEN as a Bearer token."


@router.get(
    "/metrics",
    operation_id="get_metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **problems(403)},
)
def get_metrics(request: Request) -> Response:
    """Tell Prometheus how jobs, queues, tasks, providers and requests are doing."""
    if not _may_read(request):
        raise MetricsRefused
    return Response(exposition(Gauges()), media_type="text/plain; version=0.0.4; charset=utf-8")


def _may_read(request: Request) -> bool:
    token = settings().metrics_token
    sent = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token is not None and secrets.compare_digest(sent.encode(), token.get_secret_value().encode()):
        return True
    # Behind a proxy on this machine everybody would seem to be this machine.
    is_direct = "x-forwarded-for" not in request.headers
    return is_direct and client_ip(request.scope) in LOOPBACK


class Gauges:
    """A collector: every figure comes from rows, so it is the same whichever process is asked."""

    def collect(self) -> "Iterator[GaugeMetricFamily]":
        """Read all figures in one short session."""
        with reading() as session:
            yield from _jobs(session)
            yield from _queues(session)
            yield from _tasks(session)
            yield _calls(session)
            yield _outbox(session)


def _jobs(session: Session) -> "Iterator[GaugeMetricFamily]":
    jobs = gauge("studio_jobs", "Jobs by status.", ["status"])
    for status, count in session.execute(select(Job.status, func.count()).group_by(Job.status)):
        jobs.add_metric([status], count)
    yield jobs
    hits = gauge("studio_cache_hits", "Tasks that nothing had to be made for.", ["stage"])
    for stage, cached in session.execute(
        select(JobStage.stage, func.sum(JobStage.cached)).group_by(JobStage.stage)
    ):
        hits.add_metric([stage], float(cached or 0))
    yield hits


def _queues(session: Session) -> "Iterator[GaugeMetricFamily]":
    depth = gauge("studio_queue_depth", "Due work by queue.", ["queue"])
    oldest = gauge("studio_queue_oldest_seconds", "Age of the oldest due work.", ["queue"])
    workers = gauge("studio_queue_workers", "Worker processes by queue.", ["queue"])
    for state in WorkService(session).list_queues():
        depth.add_metric([state.name], state.depth)
        oldest.add_metric([state.name], state.oldest_seconds)
        workers.add_metric([state.name], state.workers)
    yield from (depth, oldest, workers)


def _tasks(session: Session) -> "Iterator[GaugeMetricFamily]":
    tasks = gauge("studio_tasks", "Tasks by stage and status.", ["stage", "status"])
    lost = gauge("studio_lease_losses", "Tasks taken from vanished workers.", ["stage"])
    seconds = gauge("studio_task_seconds", "Seconds that finished tasks took.", ["stage"])
    statement = select(
        Task.stage, Task.status, func.count(), func.sum(Task.lost_count), func.sum(Task.run_seconds)
    )
    losses: dict[str, float] = {}
    spent: dict[str, float] = {}
    for stage, status, count, lost_count, run in session.execute(statement.group_by(Task.stage, Task.status)):
        tasks.add_metric([stage, status], count)
        losses[stage] = losses.get(stage, 0.0) + float(lost_count or 0)
        spent[stage] = spent.get(stage, 0.0) + float(run or 0)
    for stage in losses:
        lost.add_metric([stage], losses[stage])
        seconds.add_metric([stage], spent[stage])
    yield from (tasks, lost, seconds)


def _calls(session: Session) -> "GaugeMetricFamily":
    calls = gauge("studio_provider_calls", "Paid calls by provider and outcome.", ["provider", "outcome"])
    statement = select(ProviderCall.provider, ProviderCall.outcome, func.count())
    for provider, outcome, count in session.execute(
        statement.group_by(ProviderCall.provider, ProviderCall.outcome)
    ):
        calls.add_metric([provider, outcome], count)
    return calls


def _outbox(session: Session) -> "GaugeMetricFamily":
    oldest, now = session.execute(
        select(func.min(OutboxRow.created_at), db_now()).where(OutboxRow.status == "waiting")
    ).one()
    age = max(0.0, (now - oldest).total_seconds()) if oldest else 0.0
    outbox = gauge("studio_outbox_oldest_seconds", "Age of the oldest unsent row.", [])
    outbox.add_metric([], age)
    return outbox
