"""Who speaks in a film with which voice: automatic, a character's own, the config's."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from app.core.database import reading
from app.modules.task.models import Task
from tests.outbox import Outbox
from tests.pipeline.films import create_project, run_to_end, start_job

TALE = "“Come in,” said Anna. “Thank you,” said Ben, and he sat down.\n\n“You are late,” said Anna."


@pytest.fixture
def project(ada_api: TestClient, outbox: Outbox) -> int:
    """A project whose cast is Anna and Ben."""
    project_id = create_project(ada_api, TALE)
    ada_api.post(f"/projects/{project_id}/segment")
    outbox.deliver_all()
    return project_id


def film(api: TestClient, outbox: Outbox, project_id: int, **config: Any) -> dict[str, str]:
    """Make a film and return the voices of its speakers."""
    job = run_to_end(api, outbox, start_job(api, project_id, **config)["id"])
    assert job["status"] == "completed"
    with reading() as session:
        takes = select(Task.params).where(Task.job_id == job["id"], Task.stage == "narrate")
        voices = [item for params in session.scalars(takes) for item in params["voices"].items()]
    assert len(set(voices)) == len(dict(voices)), "one character has two voices"
    return dict(voices)


def test_each_speaker_has_a_voice_of_their_gender(ada_api: TestClient, outbox: Outbox, project: int) -> None:
    voices = film(ada_api, outbox, project)

    assert voices["Anna"].startswith("woman")
    assert voices["Ben"].startswith("man")


def test_the_config_beats_the_character_which_beats_the_automatic_voice(
    ada_api: TestClient, outbox: Outbox, project: int
) -> None:
    cast = ada_api.get(f"/projects/{project}/characters").json()
    for character in cast["items"] if isinstance(cast, dict) else cast:
        ada_api.patch(f"/projects/{project}/characters/{character['id']}", json={"voice": "old-woman"})

    voices = film(ada_api, outbox, project, voices={"Ben": "girl"})

    assert voices == {"Anna": "old-woman", "Ben": "girl"}


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        ({"Anna": "bananas"}, "no voice “bananas”"),
        ({"Zoe": "girl"}, "no character “Zoe”; there are Anna, Ben"),
    ],
)
def test_voices_that_are_not_offered_are_refused(
    ada_api: TestClient, project: int, voices: dict[str, str], words: str
) -> None:
    refused = start_job(ada_api, project, voices=voices)

    assert (refused["status"], refused["code"]) == (422, "job.config_not_offered")
    assert words in refused["detail"]


def test_very_many_voices_are_refused_at_once(ada_api: TestClient, project: int) -> None:
    refused = start_job(ada_api, project, voices={f"Name {n}": "" for n in range(20_000)})

    assert refused["status"] == 422
    assert len(refused["errors"]) == 1
