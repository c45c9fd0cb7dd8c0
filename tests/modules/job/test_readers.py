"""Who may read a job."""

import pytest
from fastapi.testclient import TestClient

from tests.accounts import strip_instance
from tests.visitor import STORY


@pytest.fixture
def job(ada_api: TestClient) -> int:
    """Ada's job."""
    project = ada_api.post("/projects", json={"title": "Lantern", "story_text": STORY}).json()["id"]
    return int(ada_api.post("/jobs", json={"project_id": project}).json()["id"])


def test_an_admin_may_read_any_job(ada_api: TestClient, grace_api: TestClient, job: int) -> None:
    own, admins = ada_api.get(f"/jobs/{job}"), grace_api.get(f"/jobs/{job}")

    assert (admins.status_code, admins.json()) == (200, own.json())


def test_a_missing_job_is_the_same_for_an_admin_and_for_another_user(
    bob_api: TestClient, grace_api: TestClient, job: int
) -> None:
    missing, foreign = grace_api.get(f"/jobs/{job + 1}"), bob_api.get(f"/jobs/{job}")

    assert strip_instance(missing) == strip_instance(foreign)


@pytest.mark.parametrize("part", ["events", "history", "assets", "download-url", "valid-transitions"])
def test_an_admin_reads_nothing_else_of_a_job_there(grace_api: TestClient, job: int, part: str) -> None:
    assert grace_api.get(f"/jobs/{job}/{part}").status_code == 404


def test_an_admin_changes_no_job_of_another_user_there(grace_api: TestClient, job: int) -> None:
    answers = [grace_api.post(f"/jobs/{job}/{verb}") for verb in ("cancel", "retry")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert grace_api.get("/jobs").json() == []
