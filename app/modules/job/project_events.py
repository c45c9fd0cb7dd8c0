"""The stream of a project's live changes, from which a browser learns what to read again."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.concurrency import run_in_threadpool
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core.database import reading
from app.core.errors import AppError
from app.core.paging import Page
from app.modules.auth.dependencies import authenticate
from app.modules.auth.models import User
from app.modules.character.service import CharacterService
from app.modules.job.events import AUTHENTICATION_SECONDS, KEEPALIVE_SECONDS
from app.modules.job.service import JobService
from app.modules.project.service import ProjectService
from app.modules.scene.shot_service import ShotService
from app.modules.scene.stamps import SceneStamp, ShotStamp
from app.providers.registry import storage

POLL_SECONDS = 0.5
Event = tuple[str, Mapping[str, Any]]
"""The name of an event and its data."""


@dataclass(frozen=True, slots=True)
class ProjectState:
    """What clients follow of a project: its status, its newest job, its scenes, stills and portraits."""

    status: str
    job: tuple[int, str, int] | None
    scenes: Sequence[SceneStamp]
    shots: Mapping[int, ShotStamp]
    portraits: Mapping[int, str | None]

    def list_changes(self, before: "ProjectState") -> Iterator[Event]:
        """Yield what is new since an earlier state."""
        for shot_id, shot in self.shots.items():
            known = before.shots.get(shot_id)
            if known and shot.still_key and shot.still_key != known.still_key:
                path = storage().url(shot.still_key)
                yield "still", {"scene_id": shot.scene_id, "shot_id": shot_id, "path": path}
        for character_id, key in self.portraits.items():
            if key and key != before.portraits.get(character_id):
                yield "portrait", {"character_id": character_id, "path": storage().url(key)}
        if self._is_told_anew(before):
            yield "scenes", {}
        if self.status != before.status:
            yield "project", {"status": self.status}
        if self.job is not None and self.job != before.job:
            yield "job", dict(zip(("job_id", "status", "progress"), self.job, strict=True))

    def _is_told_anew(self, before: "ProjectState") -> bool:
        """Return whether scenes or shots were changed otherwise than by a new still."""
        if self.scenes != before.scenes or self.shots.keys() != before.shots.keys():
            return True
        pairs = ((shot, before.shots[shot_id]) for shot_id, shot in self.shots.items())
        return any(shot != known and shot.still_key == known.still_key for shot, known in pairs)


def read_state(project_id: int, user: User) -> ProjectState:
    """Read the state of a project with a short session. Raises ProjectNotFound."""
    with reading() as session:
        project = ProjectService(session).get(project_id, user)
        scenes, shots = ShotService(session).list_stamps(project.id)
        characters = CharacterService(session).get_cast(project.id).characters
        return ProjectState(
            project.status,
            _read_job(session, project.id, user),
            scenes,
            {shot.shot_id: shot for shot in shots},
            {character.id: character.portrait_key for character in characters},
        )


async def stream_changes(
    project_id: int, user: User, token: str | None, state: ProjectState
) -> AsyncIterator[bytes]:
    """Yield encoded server-sent events: the status first, then each change after a state.

    The stream ends when the project is deleted, session or user are no longer valid, or the database is
    unavailable; a client that connects again reads everything again.
    """
    sent_at = checked_at = time.monotonic()
    yield _encode("project", {"status": state.status})
    while True:
        await asyncio.sleep(POLL_SECONDS)
        try:
            if time.monotonic() - checked_at > AUTHENTICATION_SECONDS:
                await run_in_threadpool(authenticate, token)
                checked_at = time.monotonic()
            before, state = state, await run_in_threadpool(read_state, project_id, user)
        except (AppError, SQLAlchemyError):
            return
        for kind, data in state.list_changes(before):
            sent_at = time.monotonic()
            yield _encode(kind, data)
        if time.monotonic() - sent_at > KEEPALIVE_SECONDS:
            sent_at = time.monotonic()
            yield KEEPALIVE_COMMENT


def _read_job(session: Session, project_id: int, user: User) -> tuple[int, str, int] | None:
    jobs, _ = JobService(session).list_owned(user, project_id, None, Page(limit=1))
    return (jobs[0].id, jobs[0].status, jobs[0].progress) if jobs else None


def _encode(kind: str, data: Mapping[str, Any]) -> bytes:
    return format_sse_event(data_str=json.dumps(data), event=kind)
