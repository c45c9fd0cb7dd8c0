"""Running a task: claim it, look whether it was made before, work without a connection, record."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog
from billiard.exceptions import SoftTimeLimitExceeded
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import in_transaction, reading
from app.modules.asset.models import Artifact
from app.modules.asset.repository import AssetRepository
from app.modules.task.models import ProviderBlock, Task
from app.pipeline import workbench
from app.pipeline.advance import admit
from app.pipeline.calls import CallGuard, CallRefused
from app.pipeline.claim import Claim, Heartbeat, claim
from app.pipeline.record import Made, Recorder
from app.pipeline.sources import held_rows
from app.pipeline.stage import Product, Stage, Submitted, digest
from app.pipeline.stages import STAGES
from app.pipeline.workbench import TaskStopped, Workbench
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.storage.base import content_type
from app.story.errors import StoryError

log = structlog.get_logger()
RECORD_FOR_SECONDS = 300.0


def run(task_id: int) -> None:
    """Do one task if it is due and nobody else has it; doubled and late messages end here."""
    claimed = claim(task_id)
    if claimed is None:
        return
    ours, task = claimed
    with structlog.contextvars.bound_contextvars(task_id=task.id, job_id=task.job_id, stage=task.stage):
        folder = workbench.new_folder(task.id)
        try:
            Run(ours, task, folder).attempt()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        if task.stage in {"moderate", "compose"}:
            admit()


class Run:
    """One claimed task's way through its stage."""

    def __init__(self, claim: Claim, task: Task, folder: Path) -> None:
        self.claim, self.task = claim, task
        self.stage: Stage[Any] = STAGES[task.stage]
        self.bench = Workbench(folder, CallGuard(claim, task, folder))

    def attempt(self) -> None:
        """Do the work and record what came of it, also when that is a failure."""
        try:
            with Heartbeat(self.claim, self.bench):
                outcome = self._outcome()
            outcome()
        except (TaskStopped, CallRefused):
            log.info("task.stopped")
        except ProviderBusy as busy:
            self._busy(busy)
        except (ProviderRefused, StoryError) as refused:
            refusal = refused  # the name of a caught error is unbound when its block ends
            self._record(lambda recorder: recorder.refused(self.stage, refusal))
        except SoftTimeLimitExceeded:
            self._record(lambda recorder: recorder.try_again("task.timeout", "It took too long."))
        except DBAPIError as error:
            log.warning("task.database", reason=type(error.orig).__name__)
            self._record(lambda recorder: recorder.hold_back(2))
        except OSError as error:
            sentence = f"The machine could not do it: {error.strerror or type(error).__name__}."
            self._record(lambda recorder: recorder.try_again("worker.failed", sentence))
        except Exception:
            log.exception("task.failed")
            sentence = f"Something went wrong on our side; it is logged as task {self.task.id}."
            self._record(lambda recorder: recorder.failed("internal.error", sentence))

    def _outcome(self) -> Callable[[], None]:
        with reading() as session:
            wait = self._blocked_for(session)
            if wait is not None:
                return lambda: self._record(lambda recorder: recorder.hold_back(wait))
            # A session forgets what nobody holds, and every part of a request asks for these rows again.
            project, *_held = held_rows(session, self.task)
            request = self.stage.prepare(session, self.task)
            owner_id = project.user_id
            recipe = self.stage.recipe(request)
            key = digest(self.stage, recipe) if recipe is not None else None
            known = self._known(session, owner_id, key) if key else {}
        found = {name: artifact for name, artifact in known.items() if artifact is not None}
        lost = {file.storage_key for file in found.values() if not self.bench.has(file.storage_key)}
        if found and len(found) == len(known) and not lost:
            made = Made(Product(meta=found[""].meta), found, is_cached=True)
            return lambda: self._record(lambda recorder: recorder.done(self.stage, made))
        handle = self.task.provider_job_id
        product = (
            self.stage.poll(request, handle, self.bench) if handle else self.stage.make(request, self.bench)
        )
        if isinstance(product, Submitted):
            return lambda: self._record(lambda recorder: recorder.submitted(product))
        stored = self._stored(product, owner_id, key) if key and product.path else {}
        return lambda: self._keep(Made(product, stored, lost=lost))

    def _blocked_for(self, session: Session) -> float | None:
        """Tell for how many seconds the stage's provider asked everybody to wait."""
        provider = self.stage.provider()
        if provider is None or not provider.capabilities.costs_money:
            return None
        block = ProviderBlock.provider == provider.capabilities.name
        until, now = session.execute(
            select(select(ProviderBlock.until).where(block).scalar_subquery(), db_now())
        ).one()
        return (until - now).total_seconds() if until is not None and until > now else None

    @staticmethod
    def _known(session: Session, owner_id: int, key: str) -> dict[str, Artifact | None]:
        """Find what was made of a recipe before, its further files too; empty when nothing was."""
        assets = AssetRepository(session)
        main = assets.get_made(owner_id, key)
        if main is None:
            return {}
        extras = main.meta.get("extras", {})
        return {"": main} | {name: assets.get_made(owner_id, f_digest) for name, f_digest in extras.items()}

    def _stored(self, product: Product, owner_id: int, key: str) -> dict[str, Artifact]:
        """Store a product's files under keys that no other worker can write to."""
        self.bench.check()
        extras = {name: f"{key[:48]}{index:016x}" for index, name in enumerate(product.extras)}
        meta = {**product.meta, **({"extras": extras} if extras else {})}
        paths = {"": (key, product.path, meta)}
        paths |= {name: (extras[name], path, {}) for name, path in product.extras.items()}
        return {
            name: self._put(owner_id, f_digest, path, f_meta)
            for name, (f_digest, path, f_meta) in paths.items()
            if path is not None
        }

    def _put(self, owner_id: int, key: str, path: Path, meta: dict[str, Any]) -> Artifact:
        place = f"users/{owner_id}/{key[:2]}/{key}-{self.claim.task_id}-{self.claim.fence}{path.suffix}"
        stored = self.bench.store(place, path)
        return Artifact(
            owner_id=owner_id,
            digest=key,
            storage_key=place,
            content_type=content_type(place),
            size_bytes=stored.size_bytes,
            sha256=stored.sha256,
            meta=meta,
        )

    def _keep(self, made: Made) -> None:
        """Record a product; what vendors answered on the way to it is not needed any more."""
        self._record(lambda recorder: recorder.done(self.stage, made))
        self.bench.forget_answers()

    def _busy(self, busy: ProviderBusy) -> None:
        sentence, seconds = str(busy), busy.retry_after
        if seconds is None:
            self._record(lambda recorder: recorder.try_again(busy.code, sentence))
            return
        provider = self.stage.provider()
        name = busy.provider or (provider.capabilities.name if provider is not None else self.stage.name)
        self._record(lambda recorder: recorder.put_off(name, seconds))

    def _record(self, write: Callable[[Recorder], None]) -> None:
        """Write an outcome, for minutes if the database is away: the work is done and its file is safe."""
        end, pause = time.monotonic() + RECORD_FOR_SECONDS, 0.2
        while True:
            try:
                return in_transaction(lambda session: write(Recorder(session, self.claim)))
            except DBAPIError as error:
                if time.monotonic() > end:
                    raise
                log.warning("record.delayed", reason=type(error.orig).__name__)
                time.sleep(pause)
                pause = min(5.0, pause * 2)
