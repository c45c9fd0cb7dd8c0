"""Calls that may cost money: written down before they are made, completed after."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import in_transaction
from app.modules.task.models import ProviderCall, Task
from app.modules.task.state import TaskStatus


class CallRefused(Exception):
    """The task is no longer ours: no row, no call."""


class CallGuard:
    """Guards the provider calls of one claimed task."""

    def __init__(self, task_id: int, fence: int) -> None:
        self.task_id, self.fence = task_id, fence

    @contextmanager
    def calling(self, provider: Any, request: object) -> Iterator[None]:
        """Write a row before a paid call and its outcome after; free providers leave none.

        A call in flight when its worker was killed stays `unknown`.
        """
        if not provider.costs_money:
            yield
            return
        call_id = in_transaction(lambda session: self._open(session, provider, request))
        try:
            yield
        except Exception:
            self._close(call_id, "failed")
            raise
        self._close(call_id, "done")

    def _open(self, session: Session, provider: Any, request: object) -> int:
        # The fence is bumped by whoever cancels or takes over, so a row that still carries ours is a
        # job that is still wanted.
        task = session.scalar(
            select(Task)
            .where(Task.id == self.task_id, Task.fence == self.fence, Task.status == TaskStatus.RUNNING)
            .with_for_update()
        )
        if task is None:
            raise CallRefused
        call = ProviderCall(
            task_id=self.task_id,
            fence=self.fence,
            provider=provider.name,
            model=provider.model,
            request_digest=hashlib.sha256(repr(request).encode()).hexdigest(),
        )
        session.add(call)
        session.flush()
        return call.id

    @staticmethod
    def _close(call_id: int, outcome: str) -> None:
        in_transaction(
            lambda session: session.execute(
                update(ProviderCall)
                .where(ProviderCall.id == call_id)
                .values(outcome=outcome, ended_at=db_now())
            )
        )
