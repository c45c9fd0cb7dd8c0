"""The rows of a busy month: enough to tell scans of whole tables from the use of an index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, insert, text

from app.core.clock import now
from app.core.database import engine
from app.models import Base

USERS, PROJECTS, SCENES, SHOTS, EVENTS = 40, 400, 4, 2, 8
MOMENT = now()
CONFIG = {"audio": True}

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Crowd:
    """The ids of one row of each kind."""

    user_id: int = 20
    project_id: int = 20
    job_id: int = 20
    asset_id: int = 20
    task_id: int = PROJECTS * SCENES + 1
    outbox_id: int = 3001
    admin_id: int = 1


def fill() -> Crowd:
    """Fill the tables, and return the ids for tests."""
    stamps = {"created_at": MOMENT, "updated_at": MOMENT}
    with engine().execution_options(is_writing=True).begin() as connection:
        for name, rows in _tables():
            table: Table = Base.metadata.tables[name]
            known = {key: value for key, value in stamps.items() if key in table.c}
            connection.execute(insert(table), [known | row for row in rows])
        if connection.dialect.name != "sqlite":  # SQLite plans without statistics, as in production.
            connection.execute(text(f"ANALYZE TABLE {', '.join(Base.metadata.tables)}"))
    return Crowd()


def _tables() -> Iterator[tuple[str, Sequence[dict[str, Any]]]]:
    projects = range(1, PROJECTS + 1)
    yield "users", [_user(number) for number in range(1, USERS + 1)]
    yield "projects", [_project(number) for number in projects]
    yield "scenes", [_scene(project, index) for project in projects for index in range(SCENES)]
    yield "shots", [_shot(number, at) for number in range(1, PROJECTS * SCENES + 1) for at in range(SHOTS)]
    yield "jobs", [_job(number) for number in projects]
    yield "job_stages", [{"job_id": job, "stage": stage, **_COUNTS} for job in projects for stage in _STAGES]
    yield "job_transitions", [_transition(job, number) for job in projects for number in range(EVENTS)]
    yield "job_events", [_event(job, seq) for job in projects for seq in range(1, EVENTS + 1)]
    yield "artifacts", [_artifact(number) for number in range(1, PROJECTS * SCENES + 1)]
    yield "assets", [_asset(number) for number in range(1, PROJECTS * SCENES + 1)]
    yield "tasks", [*(_task(number) for number in range(1, PROJECTS * SCENES + 1)), _ready_task()]
    yield "outbox", [_outbox_row(number) for number in range(1, 3002)]
    yield "idempotency_keys", [_idempotency_key(number) for number in range(1, 1001)]
    yield "audit_events", [_audit_event(number) for number in range(1, 3001)]
    yield "moderation_verdicts", [_verdict(number) for number in range(1, 1001)]
    yield "provider_calls", [_call(number) for number in range(1, 1001)]


_STAGES = ("validating", "processing", "generating_images", "composing")
_COUNTS = {"total": 1, "done": 1, "cached": 0, "fraction": 0.0}


def _user(number: int) -> dict[str, Any]:
    email = f"user{number}@example.org"
    role = "admin" if number == 1 else "user"
    return {"full_name": f"User {number}", "email": email, "role": role, "is_disabled": False}


def _owner(number: int) -> int:
    return (number - 1) % USERS + 1


def _project(number: int) -> dict[str, Any]:
    settings = {"story_format": "prose", "style": "storybook", "aspect_ratio": "16:9", "language": "en"}
    words = {"title": f"film {number}", "story_text": "The sea.", "status": "completed"}
    return {"id": number, "user_id": _owner(number), **words, **settings}


def _scene(project: int, index: int) -> dict[str, Any]:
    empty = dict.fromkeys(("heading", "narration", "background_prompt", "setting"), "")
    look = {"time_of_day": "day", "mood": "calm"}
    lists: dict[str, Any] = {"dialogue": [], "characters": [], "character_prompts": [], "notes": []}
    place = {"project_id": project, "scene_index": index, "description": "The sea."}
    return {**place, **empty, **look, **lists, "character_keys": {}}


def _shot(scene: int, index: int) -> dict[str, Any]:
    words = {"text": "The sea.", "action": "", "prompt": "", "characters": [], "props": []}
    look = {"shot_type": "wide", "angle": "eye", "camera_move": "static", "duration_sec": 3.0}
    return {"scene_id": scene, "shot_index": index, **words, **look, "is_edited": False}


def _job(number: int) -> dict[str, Any]:
    facts = {"config": CONFIG, "progress": 100, "is_external": False, "event_seq": EVENTS}
    owner = {"project_id": number, "user_id": _owner(number)}
    return {"id": number, **owner, "status": "completed", **facts}


def _transition(job: int, number: int) -> dict[str, Any]:
    return {"job_id": job, "to_status": "queued", "at": MOMENT, "actor": "system", "reason": str(number)}


def _event(job: int, seq: int) -> dict[str, Any]:
    kind, data = ("status", {"status": "completed"}) if seq == EVENTS else ("progress", {})
    return {"job_id": job, "seq": seq, "kind": kind, "data": data, "at": MOMENT}


def _file(number: int) -> dict[str, Any]:
    kind = {"content_type": "image/png", "size_bytes": 1, "sha256": f"{number:064}", "meta": {}}
    return {"id": number, "storage_key": f"users/{number}", **kind}


def _artifact(number: int) -> dict[str, Any]:
    return {**_file(number), "owner_id": _owner(number), "digest": f"{number:064}"}


def _asset(number: int) -> dict[str, Any]:
    place = {"project_id": (number - 1) % PROJECTS + 1, "job_id": (number - 1) % PROJECTS + 1}
    kind = {"type": "background", "status": "ready", "filename": "still.png", "scene_id": number}
    return {**_file(number), **place, **kind, "artifact_id": number}


def _task(number: int, status: str = "done") -> dict[str, Any]:
    place = {"project_id": (number - 1) % PROJECTS + 1, "job_id": (number - 1) % PROJECTS + 1}
    counts = dict.fromkeys(("needs_left", "attempts", "lost_count", "fence"), 0)
    work = {"stage": "draw", "queue": "images", "subject": f"task {number}", "params": {}}
    times = {"due_at": MOMENT, "published_at": MOMENT}
    return {**place, **counts, **work, **times, "status": status, "cached": False, "progress": 0.0}


def _ready_task() -> dict[str, Any]:
    return {**_task(PROJECTS * SCENES + 1, "ready"), "job_id": None}


def _outbox_row(number: int) -> dict[str, Any]:
    status = "waiting" if number == 3001 else "sent"
    kind = {"task": "asset.remove_files", "queue": "segmentation", "payload": {"keys": []}}
    return {**kind, "message_id": str(number), "status": status, "attempts": 0, "due_at": MOMENT}


def _idempotency_key(number: int) -> dict[str, Any]:
    claimed = {"body_digest": "0", "claimed_until": MOMENT, "status": 201, "body": "{}"}
    return {"user_id": _owner(number), "route": "POST /projects", "key": str(number), **claimed}


def _audit_event(number: int) -> dict[str, Any]:
    action = "admin.user_created" if number % 100 == 0 else "auth.logged_in"
    return {"at": MOMENT, "actor_id": _owner(number), "action": action, "detail": {}}


def _verdict(number: int) -> dict[str, Any]:
    found: dict[str, Any] = {"flagged": number % 100 == 0, "categories": [], "scores": {}, "spans": []}
    judge = {"provider": "local", "model": "1", "subject": "story", "content_digest": f"{number:064}"}
    return {"project_id": (number - 1) % PROJECTS + 1, "created_at": MOMENT, **judge, **found}


def _call(number: int) -> dict[str, Any]:
    place = {"user_id": _owner(number), "project_id": (number - 1) % PROJECTS + 1}
    order = {"provider": "openai", "model": "painter", "stage": "draw", "request_digest": f"{number:064}"}
    return {**place, **order, "fence": 1, "outcome": "done", "cost_usd": 0.01, "started_at": MOMENT}
