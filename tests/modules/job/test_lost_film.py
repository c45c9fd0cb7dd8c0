"""A completed job whose film is gone from storage can be retried."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.core.database import in_transaction
from app.modules.asset.models import Asset
from app.providers.registry import storage
from tests.files import fetch
from tests.outbox import Outbox
from tests.pipeline.films import make_film, run_to_end

STORY = "Mara found a lantern."


@pytest.fixture
def completed(ada_api: TestClient, outbox: Outbox) -> dict[str, Any]:
    """A completed job of Ada's."""
    return make_film(ada_api, outbox, STORY, audio=False)


def delete_film_file(api: TestClient, job_id: int) -> None:
    assets = api.get(f"/jobs/{job_id}/assets").json()
    film = next(asset["id"] for asset in assets if asset["type"] == "film")
    storage().delete(in_transaction(lambda session: session.get_one(Asset, film).storage_key))


def test_a_completed_job_whose_film_is_stored_can_not_be_retried(
    ada_api: TestClient, completed: dict[str, Any]
) -> None:
    answer = ada_api.post(f"/jobs/{completed['id']}/retry")

    assert (answer.status_code, answer.json()["code"]) == (409, "job.invalid_transition")


def test_a_completed_job_whose_film_is_gone_is_retried_with_what_is_left(
    ada_api: TestClient, outbox: Outbox, completed: dict[str, Any]
) -> None:
    delete_film_file(ada_api, completed["id"])

    retried = ada_api.post(f"/jobs/{completed['id']}/retry")
    again = run_to_end(ada_api, outbox, retried.json()["id"])

    assert (retried.status_code, retried.json()["retry_of"]) == (201, completed["id"])
    assert again["status"] == "completed"
    stages = {stage["stage"]: (stage["done"], stage["cached"]) for stage in again["stages"]}
    assert stages["generating_video"][1] == stages["generating_video"][0] > 0
    assert stages["composing"] == (1, 0)
    assert fetch(ada_api, again["output_video_url"]).content[4:8] == b"ftyp"


def test_another_user_does_not_learn_whether_a_film_is_gone(
    ada_api: TestClient, bob_api: TestClient, completed: dict[str, Any]
) -> None:
    delete_film_file(ada_api, completed["id"])

    answer = bob_api.post(f"/jobs/{completed['id']}/retry")

    assert (answer.status_code, answer.json()["code"]) == (404, "job.not_found")
