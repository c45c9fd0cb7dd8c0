"""Helpers with which tests make films: projects, jobs, and prices of OpenAI's models."""

import json
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import update

from app.core.clock import db_now
from app.core.database import in_transaction
from app.modules.task.models import ProviderBlock, Task
from app.pipeline.dispatcher import Dispatcher
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


def create_project(api: TestClient, story: str = STORY) -> int:
    """Create a project with a story and return its id."""
    return int(api.post("/projects", json={"title": "Lantern", "story_text": story}).json()["id"])


def start_job(api: TestClient, project_id: int, **config: Any) -> dict[str, Any]:
    """Start a job for a small film and return the JSON of the response, also that of a refusal."""
    request = {"project_id": project_id, "config": {"resolution": "480p", **config}}
    return dict(api.post("/jobs", json=request).json())


def run_to_end(api: TestClient, outbox: Outbox, job_id: int) -> dict[str, Any]:
    """Run a job until it has ended, without waiting for its pauses, and return the job."""
    for _ in range(12):
        outbox.deliver_all()
        job = api.get(f"/jobs/{job_id}").json()
        if job["completed_at"]:
            break
        end_pauses()
        Dispatcher().publish_due()
    return dict(job)


def make_film(api: TestClient, outbox: Outbox, story: str = STORY, **config: Any) -> dict[str, Any]:
    """Make a film and return its job."""
    return run_to_end(api, outbox, start_job(api, create_project(api, story), **config)["id"])


def end_pauses() -> None:
    """Make all tasks due now, and end all blocks of providers."""
    in_transaction(lambda session: session.execute(update(Task).values(due_at=db_now(-1), published_at=None)))
    in_transaction(lambda session: session.execute(update(ProviderBlock).values(until=db_now(-1))))
