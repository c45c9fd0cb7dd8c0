"""The runner: it claims a task, looks in the cache, works without a connection, and records the outcome."""

from pathlib import Path

import structlog
from billiard.exceptions import SoftTimeLimitExceeded
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import in_transaction, reading
from app.core.retry import call_until
from app.core.work_folders import create_work_folder
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.task.models import ProviderBlock, Task
from app.modules.task.state import StageName
from app.pipeline import shared_artifacts
from app.pipeline.admission import admit_jobs
from app.pipeline.claim import Claim, claim_task
from app.pipeline.context import StageContext, TaskStopped
from app.pipeline.heartbeat import Heartbeat
from app.pipeline.inputs import TaskInput
from app.pipeline.ledger import CallRefused, ProviderCallRecorder
from app.pipeline.outcome import Completed, Deferred, Failed, Interrupted, Outcome, Refused, Released
from app.pipeline.record import Recorder
from app.pipeline.stage import AnyProduct, AnyStage, Product, Submitted, digest_recipe
from app.pipeline.stages import STAGES
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.storage.base import content_type
from app.story.errors import StoryError

log = structlog.get_logger()
RECORD_SECONDS = 300.0
RELEASE_SECONDS = 2.0
SLOT_FREEING_STAGES = {StageName.MODERATE, StageName.COMPOSE}


def run(task_id: int) -> None:
    """Run one task if it is due and not claimed; a message that is doubled or late has no effect."""
    claimed = claim_task(task_id)
    if claimed is None:
        return
    claim, task = claimed
    with structlog.contextvars.bound_contextvars(task_id=task.id, job_id=task.job_id, stage=task.stage):
        with create_work_folder(f"task-{task.id}") as folder:
            TaskRun(claim, task, folder).attempt()
        if task.stage in SLOT_FREEING_STAGES:
            admit_jobs()


class TaskRun:
    """One attempt of a claimed task."""

    def __init__(self, claim: Claim, task: Task, folder: Path) -> None:
        self.claim, self.task = claim, task
        self.stage: AnyStage = STAGES[StageName(task.stage)]
        self.context = StageContext(folder, ProviderCallRecorder(claim, task, folder))

    def attempt(self) -> None:
        """Do the work and record its outcome, also when it is a failure."""
        try:
            with Heartbeat(self.claim, self.context):
                outcome = self._work()
            self._record(outcome)
        except (TaskStopped, CallRefused):
            log.info("task.stopped")
        except Exception as error:
            self._record(self._translate_error(error))

    def _work(self) -> Outcome:
        with reading() as session:
            wait = self._get_block_seconds(session)
            if wait is not None:
                return Released(wait)
            source = TaskInput(session, self.task)
            request, owner_id = self.stage.prepare(source), source.project.user_id
            recipe = self.stage.recipe(request)
            digest = digest_recipe(self.stage, recipe) if recipe is not None else None
            known = _find_cached(session, owner_id, digest) if digest else {}
        found = {name: artifact for name, artifact in known.items() if artifact is not None}
        lost = {one.storage_key for one in found.values() if not self.context.is_stored(one.storage_key)}
        if found and len(found) == len(known) and not lost:
            shared_artifacts.share(found.values())
            return Completed(Product(None, meta=found[""].meta), found, is_cached=True)
        shared = shared_artifacts.find(owner_id, digest, self._name_key) if digest else {}
        if shared:
            return Completed(Product(None, meta=shared[""].meta), shared, is_cached=True, lost_keys=lost)
        product = self._make(request)
        if isinstance(product, Submitted):
            return product
        files = self._store_files(product, owner_id, digest) if digest and product.path else {}
        shared_artifacts.share(files.values())
        return Completed(product, files, lost_keys=lost)

    def _make(self, request: object) -> AnyProduct | Submitted:
        handle = self.task.provider_job_id
        if handle:
            return self.stage.poll(request, handle, self.context)
        return self.stage.make(request, self.context)

    def _get_block_seconds(self, session: Session) -> float | None:
        """Return for how many more seconds the stage's provider is blocked; None when it is not."""
        provider = self.stage.provider()
        if provider is None or not provider.capabilities.costs_money:
            return None
        block = ProviderBlock.provider == provider.capabilities.name
        until, now = session.execute(
            select(select(ProviderBlock.until).where(block).scalar_subquery(), db_now())
        ).one()
        return (until - now).total_seconds() if until is not None and until > now else None

    def _store_files(self, product: AnyProduct, owner_id: int, digest: str) -> dict[str, Artifact]:
        """Store a product's files under keys that no other worker writes to; return artifacts by name."""
        self.context.check()
        extras = {name: f"{digest[:48]}{index:016x}" for index, name in enumerate(product.extras)}
        meta = {**product.meta, **({"extras": extras} if extras else {})}
        files = {"": (digest, product.path, meta)}
        files |= {name: (extras[name], path, {}) for name, path in product.extras.items()}
        return {
            name: self._store_file(owner_id, file_digest, path, file_meta)
            for name, (file_digest, path, file_meta) in files.items()
            if path is not None
        }

    def _name_key(self, owner_id: int, digest: str, suffix: str) -> str:
        """Return a storage key that no other worker writes to."""
        return f"users/{owner_id}/{digest[:2]}/{digest}-{self.claim.task_id}-{self.claim.fence}{suffix}"

    def _store_file(self, owner_id: int, digest: str, path: Path, meta: dict[str, object]) -> Artifact:
        key = self._name_key(owner_id, digest, path.suffix)
        stored = self.context.store(key, path)
        return Artifact(
            owner_id=owner_id,
            digest=digest,
            storage_key=key,
            content_type=content_type(key),
            size_bytes=stored.size_bytes,
            sha256=stored.sha256,
            meta=meta,
        )

    def _translate_error(self, error: Exception) -> Outcome:
        """Return the outcome of an error; an unexpected error is logged with its traceback."""
        match error:
            case ProviderBusy(retry_after=None):
                return Interrupted(error.code, str(error))
            case ProviderBusy(retry_after=float() | int() as seconds):
                return Deferred(error.provider or self._provider_name(), seconds)
            case ProviderRefused():
                return Refused(error, error.code, error.details)
            case StoryError():
                return Refused(error, "story.invalid")
            case SoftTimeLimitExceeded():
                return Interrupted("task.timeout", "It took too long.")
            case DBAPIError():
                log.warning("task.database", reason=type(error.orig).__name__)
                return Released(RELEASE_SECONDS)
            case OSError():
                sentence = f"The worker's machine failed: {error.strerror or type(error).__name__}."
                return Interrupted("worker.failed", sentence)
        log.error("task.failed", exc_info=error)
        sentence = f"Something went wrong on our side; it is logged as task {self.task.id}."
        return Failed("internal.error", sentence)

    def _provider_name(self) -> str:
        provider = self.stage.provider()
        return provider.capabilities.name if provider else self.stage.name

    def _record(self, outcome: Outcome) -> None:
        """Record an outcome, and repeat that for minutes while the database is unavailable."""
        call_until(
            lambda: in_transaction(lambda s: Recorder(s, self.claim).record(self.stage, outcome)),
            seconds=RECORD_SECONDS,
            on=(DBAPIError,),
            event="record.delayed",
        )
        if isinstance(outcome, Completed) and not outcome.is_cached:
            self.context.drop_answers()


def _find_cached(session: Session, owner_id: int, digest: str) -> dict[str, Artifact | None]:
    """Return the artifacts of a recipe: the main one under "", further ones by name.

    A further one that is missing is None; {} is returned when the main one is missing.
    """
    assets = AssetService(session)
    main = assets.get_artifact(owner_id, digest)
    if main is None:
        return {}
    extras = main.meta.get("extras", {})
    return {"": main} | {name: assets.get_artifact(owner_id, one) for name, one in extras.items()}
