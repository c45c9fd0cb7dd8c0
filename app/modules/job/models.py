"""Jobs, their stages, their history and their events."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Double, Float, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship

from app.core.clock import db_now
from app.core.database import Base, LongText, Moment, PrimaryKey, Timestamps
from app.modules.job.errors import InvalidJobTransition
from app.modules.job.state import TERMINAL, TRANSITIONS, WEIGHTS, JobStatus
from app.modules.task.state import JobStageName
from app.providers.registry import storage


class JobStage(Base):
    """The task counts of one job stage, changed with the job's row locked.

    `fraction` is the sum of the progress of running tasks, each 0 to 1.
    """

    __tablename__ = "job_stages"

    job_id: Mapped[int] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    stage: Mapped[str] = mapped_column(String(24), primary_key=True)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    cached: Mapped[int] = mapped_column(default=0)
    fraction: Mapped[float] = mapped_column(Float, default=0.0)

    @property
    def is_complete(self) -> bool:
        """Return whether all of the stage's tasks are known and done."""
        return 0 < self.total <= self.done


class Job(Timestamps, Base):
    """One run that turns a project into a film.

    `active_project_id` is unique and set while the job is active, so that a project has one active job.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        Index(None, "user_id", "id"),
        Index(None, "project_id", "id"),
        Index(None, "status", "id"),
        Index(None, "completed_at"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    active_project_id: Mapped[int | None] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    status: Mapped[str] = mapped_column(String(24), default=JobStatus.PENDING)
    progress: Mapped[int] = mapped_column(default=0)
    config: Mapped[dict[str, Any]] = mapped_column(JSON)
    error_code: Mapped[str | None] = mapped_column(String(80))
    error_message: Mapped[str | None] = mapped_column(LongText)
    error_details: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    estimated_cost_usd: Mapped[float | None] = mapped_column(Double)
    retry_of: Mapped[int | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"))
    is_external: Mapped[bool] = mapped_column(default=False)
    event_seq: Mapped[int] = mapped_column(default=0)
    deadline_at: Mapped[datetime | None] = mapped_column(Moment)
    started_at: Mapped[datetime | None] = mapped_column(Moment)
    completed_at: Mapped[datetime | None] = mapped_column(Moment)
    film: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    film_key: Mapped[str | None] = mapped_column(String(255))
    thumbnail_key: Mapped[str | None] = mapped_column(String(255))
    stage_rows: Mapped[list[JobStage]] = relationship(lazy="selectin", passive_deletes=True)

    @property
    def is_active(self) -> bool:
        """Return whether the job has no terminal status."""
        return self.status not in TERMINAL

    @property
    def output_video_url(self) -> str | None:
        """The signed address of the film; None before there is one."""
        return storage().url(self.film_key) if self.film_key else None

    @property
    def thumbnail_url(self) -> str | None:
        """The signed address of the film's thumbnail; None before there is one."""
        return storage().url(self.thumbnail_key) if self.thumbnail_key else None

    def get_stage(self, name: str) -> JobStage:
        """Return the counts of one stage; the row is created on first use."""
        for row in self.stage_rows:
            if row.stage == name:
                return row
        row = JobStage(job_id=self.id, stage=name, total=0, done=0, cached=0, fraction=0.0)
        self.stage_rows.append(row)
        return row

    def move_to(self, status: JobStatus, actor: str = "system", reason: str = "") -> None:
        """Change the status, and add the transition and its event. Raises InvalidJobTransition.

        Only `JobLifecycle` calls it.
        """
        if status not in TRANSITIONS[self.status]:
            raise InvalidJobTransition(self.status, status, TRANSITIONS[self.status])
        before, self.status = self.status, status
        if status == JobStatus.VALIDATING:
            self.started_at = db_now()
        if status in TERMINAL:
            self.active_project_id = None
            self.completed_at = db_now()
        if status == JobStatus.COMPLETED:
            self.progress = 100
        self.record_transition(before, actor, reason)
        extra = (
            {"error_code": self.error_code, "error_message": self.error_message} if self.error_code else {}
        )
        self.emit("status", from_status=before, **extra)

    def record_transition(self, before: str | None, actor: str, reason: str = "") -> None:
        """Add a row for the change from a status, None for a new job, to the present one."""
        self._add_row(
            JobTransition(
                job_id=self.id, from_status=before, to_status=self.status, actor=actor, reason=reason
            )
        )

    def emit(self, kind: str, **data: Any) -> None:
        """Add an event; the caller holds the job's row lock, so that the numbers have no gaps."""
        self.event_seq += 1
        data = {"job_id": self.id, "status": self.status, "progress": self.progress, **data}
        self._add_row(JobEvent(job_id=self.id, seq=self.event_seq, kind=kind, data=data))

    @property
    def stage_names(self) -> list[JobStageName]:
        """The names of the job's stages, in order."""
        has_audio = bool(self.config["audio"])
        return [name for name in JobStageName if has_audio or name != JobStageName.GENERATING_AUDIO]

    def update_progress(self) -> None:
        """Set the progress to the weighted share of finished work, 0 to 99; it never decreases."""
        rows = {row.stage: row for row in self.stage_rows}
        whole = sum(WEIGHTS[name] for name in self.stage_names)
        share = sum(WEIGHTS[name] * _get_share(rows.get(name)) for name in self.stage_names) / whole
        self.progress = max(self.progress, min(99, int(100 * share)))

    def _add_row(self, row: Base) -> None:
        session = object_session(self)
        if session is None:
            raise RuntimeError("A job can change only inside a session.")
        session.add(row)


def _get_share(row: JobStage | None) -> float:
    return 0.0 if row is None or not row.total else min(1.0, (row.done + row.fraction) / row.total)


class JobTransition(Base):
    """One change of a job's status."""

    __tablename__ = "job_transitions"

    id: Mapped[PrimaryKey]
    job_id: Mapped[int] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    from_status: Mapped[str | None] = mapped_column(String(24))
    to_status: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    actor: Mapped[str] = mapped_column(String(80))
    reason: Mapped[str] = mapped_column(LongText, default="")


class JobEvent(Base):
    """One event of a job, numbered from 1 without a gap."""

    __tablename__ = "job_events"

    job_id: Mapped[int] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(16))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Moment, default=db_now())
