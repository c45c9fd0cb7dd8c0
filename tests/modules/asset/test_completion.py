"""The completion of uploads whose inspection takes long, or runs in another process."""

import asyncio
import threading

import httpx2
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update

from app.core.clock import db_now
from app.core.database import in_transaction
from app.main import create_app
from app.modules.asset import completion
from app.modules.asset.models import Asset
from app.modules.auth.models import User
from app.providers.registry import storage
from app.providers.storage.local import LocalStorage
from tests.accounts import bearer, header, register
from tests.files import begin, image, send

SCRIPT = b"<script>".ljust(200)


def begin_and_send(api: TestClient, project: int, body: bytes) -> int:
    """Upload a file without completing it; return the id of its asset."""
    begun = begin(api, project, body).json()
    send(api, begun["upload"], body)
    return int(begun["asset_id"])


def set_claim(asset_id: int, seconds: float) -> None:
    """Claim an asset as another process does, until so many seconds from now."""
    claim = update(Asset).where(Asset.id == asset_id).values(inspection_until=db_now(seconds))
    in_transaction(lambda session: session.execute(claim))


def test_an_inspection_that_takes_long_is_answered_with_the_pending_asset(
    ada: User, ada_api: TestClient, project: int, busy_pool: threading.Event
) -> None:
    asset_id = begin_and_send(ada_api, project, image())

    first = ada_api.post(f"/assets/{asset_id}/complete")
    outcome = completion.start_completion(asset_id, ada)
    busy_pool.set()
    outcome.result(60)
    second = ada_api.post(f"/assets/{asset_id}/complete")

    assert (first.status_code, first.json()["status"], first.json()["url"]) == (202, "pending", None)
    assert (second.status_code, second.json()["status"]) == (200, "ready")


def test_an_asset_is_inspected_once_however_often_it_is_completed(
    ada: User, ada_api: TestClient, project: int, busy_pool: threading.Event
) -> None:
    asset_id = begin_and_send(ada_api, project, image())

    outcomes = {completion.start_completion(asset_id, ada) for _ in range(5)}
    busy_pool.set()

    assert len(outcomes) == 1
    assert outcomes.pop().result(60).status == "ready"


def test_a_rejection_after_the_answer_is_told_later(
    ada: User,
    ada_api: TestClient,
    project: int,
    busy_pool: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asset_id = begin_and_send(ada_api, project, SCRIPT)

    first = ada_api.post(f"/assets/{asset_id}/complete")
    outcome = completion.start_completion(asset_id, ada)
    busy_pool.set()
    error = outcome.exception(60)
    monkeypatch.setattr(completion, "COMPLETION_SECONDS", 60)
    again = ada_api.post(f"/assets/{asset_id}/complete")

    assert (first.status_code, again.status_code) == (202, 422)
    assert again.json()["detail"] == str(error) == "The file's first bytes are not those of image/png."
    assert ada_api.get(f"/assets/{asset_id}").json()["meta"] == {"rejected": str(error)}


def test_a_form_may_be_used_again_after_a_rejection(ada_api: TestClient, project: int) -> None:
    png = image()
    begun = begin(ada_api, project, png).json()
    send(ada_api, begun["upload"], png[::-1])
    rejected = ada_api.post(f"/assets/{begun['asset_id']}/complete")

    send(ada_api, begun["upload"], png)
    accepted = ada_api.post(f"/assets/{begun['asset_id']}/complete")

    assert (rejected.status_code, accepted.status_code) == (422, 200)
    assert accepted.json()["meta"] == {"width": 64, "height": 48}


def test_an_inspection_by_another_process_is_not_repeated(ada_api: TestClient, project: int) -> None:
    asset_id = begin_and_send(ada_api, project, image())
    set_claim(asset_id, 60)

    answer = ada_api.post(f"/assets/{asset_id}/complete")

    assert (answer.status_code, answer.json()["status"]) == (202, "pending")


def test_an_inspection_whose_process_was_killed_is_repeated(ada_api: TestClient, project: int) -> None:
    asset_id = begin_and_send(ada_api, project, image())
    set_claim(asset_id, -1)

    answer = ada_api.post(f"/assets/{asset_id}/complete")

    assert (answer.status_code, answer.json()["status"]) == (200, "ready")


def test_an_inspection_that_ends_with_its_process_changes_nothing(
    ada: User, ada_api: TestClient, project: int, busy_pool: threading.Event
) -> None:
    asset_id = begin_and_send(ada_api, project, image())

    outcome = completion.start_completion(asset_id, ada)
    completion.stop_completions()

    assert outcome.exception(60).__class__.__name__ == "InspectionInterrupted"
    busy_pool.set()
    assert storage().has(in_transaction(lambda session: session.get_one(Asset, asset_id).storage_key))


@pytest.mark.usefixtures("local_files")
def test_a_storage_that_does_not_answer_leaves_the_upload_to_be_completed(
    ada_api: TestClient, project: int
) -> None:
    asset_id = begin_and_send(ada_api, project, image())
    store = storage()
    assert isinstance(store, LocalStorage)
    folder = store.root
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("not a folder")

    away = ada_api.post(f"/assets/{asset_id}/complete")
    folder.unlink()
    folder.with_name("elsewhere").rename(folder)
    back = ada_api.post(f"/assets/{asset_id}/complete")

    assert (away.status_code, back.status_code) == (503, 200)


async def complete_and_list(ids: list[int], token: str, is_over: threading.Event) -> tuple[int, set[int]]:
    """Complete assets at once, list projects meanwhile, and return the statuses of the list and of all."""
    transport = httpx2.ASGITransport(create_app())
    async with httpx2.AsyncClient(transport=transport, base_url="http://api", headers=header(token)) as api:
        completions = [asyncio.create_task(api.post(f"/assets/{asset_id}/complete")) for asset_id in ids]
        listed = await asyncio.wait_for(api.get("/projects"), 30)
        is_over.set()
        return listed.status_code, {answer.status_code for answer in await asyncio.gather(*completions)}


def test_many_waiting_completions_delay_no_other_request(
    real_database: None, busy_pool: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completion, "COMPLETION_SECONDS", 60)
    visitor = TestClient(create_app())
    register(visitor)
    token = bearer(visitor)["access_token"]
    ada = TestClient(create_app(), headers=header(token))
    project = ada.post("/projects", json={"title": "Lantern", "story_text": "Mara woke."}).json()["id"]
    ids = [begin(ada, project, image()).json()["asset_id"] for _ in range(45)]

    listed, completed = asyncio.run(complete_and_list(ids, token, busy_pool))

    assert (listed, completed) == (200, {422})
