"""Films that tests make with OpenAI's adapters."""

import json
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import update

from app.core.clock import db_now
from app.core.database import in_transaction
from app.modules.task.models import ProviderBlock, Task
from tests.outbox import Outbox

STORY = "Mara found a lantern. It was cold.\n\nShe carried it home. “Look!” she said."
PRICES = json.dumps(
    [
        {"model": "gpt-6-luna", "unit": "input_tokens", "usd": 1, "since": "2026-01-01"},
        {"model": "gpt-6-luna", "unit": "output_tokens", "usd": 4, "since": "2026-01-01"},
        {"model": "gpt-image-2.5-flare", "unit": "input_tokens", "usd": 5, "since": "2026-01-01"},
        {"model": "gpt-image-2.5-flare", "unit": "image_input_tokens", "usd": 8, "since": "2026-01-01"},
        {"model": "gpt-image-2.5-flare", "unit": "image_output_tokens", "usd": 30, "since": "2026-01-01"},
        {"model": "gpt-4o-mini-tts", "unit": "characters", "usd": 12, "since": "2026-01-01"},
    ]
)


def new_project(api: TestClient, story: str = STORY) -> int:
    """Store a story."""
    return int(api.post("/projects", json={"title": "Lantern", "story_text": story}).json()["id"])


def new_job(api: TestClient, project_id: int, **config: Any) -> dict[str, Any]:
    """Ask for a film and give the answer, a refusal too."""
    wish = {"project_id": project_id, "config": {"resolution": "480p", **config}}
    return dict(api.post("/jobs", json=wish).json())


def finished(api: TestClient, outbox: Outbox, job_id: int) -> dict[str, Any]:
    """Let the job run until nothing is left to be done, all pauses passing at once."""
    for _ in range(12):
        outbox.deliver_all()
        job = api.get(f"/jobs/{job_id}").json()
        if job["completed_at"]:
            break
        _pass_time(outbox)
    return dict(job)


def film(api: TestClient, outbox: Outbox, story: str = STORY, **config: Any) -> dict[str, Any]:
    """Make a film and give its job."""
    return finished(api, outbox, new_job(api, new_project(api, story), **config)["id"])


def _pass_time(outbox: Outbox) -> None:
    from app.pipeline.dispatcher import Dispatcher

    in_transaction(lambda session: session.execute(update(Task).values(due_at=db_now(-1), published_at=None)))
    in_transaction(lambda session: session.execute(update(ProviderBlock).values(until=db_now(-1))))
    Dispatcher().publish_due()
