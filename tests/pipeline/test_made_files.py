"""The files of artifacts: a missing one is made again, an unused one is removed through the outbox."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.core.database import in_transaction
from app.core.outbox import OutboxRow
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import REMOVE_FILES_TASK
from app.modules.asset.tasks import remove_files
from app.modules.auth.models import User
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.claim import Claim, claim_task
from app.pipeline.outcome import Completed
from app.pipeline.record import Recorder
from app.pipeline.stage import Product
from app.pipeline.stages import STAGES
from app.providers.registry import storage
from tests.outbox import Outbox
from tests.scripted import ScriptedImages

CONFIG = {"resolution": "480p"}


@pytest.fixture
def panel(ada: User, job: int, outbox: Outbox, session: Session, tmp_path: Path) -> tuple[Claim, Artifact]:
    """A claim on a panel that is to be drawn, and the panel's stored file."""
    to_be_drawn = select(Task.id).where(Task.stage == "draw", Task.job_id == job).limit(1)
    while (task_id := session.scalar(to_be_drawn)) is None:
        assert outbox.deliver(1), "no panel was ever due"
    claimed = claim_task(task_id)
    assert claimed is not None
    return claimed[0], store_panel(ada, tmp_path, "panel.png")


def store_panel(owner: User, folder: Path, name: str) -> Artifact:
    """Store a panel's file and return its artifact, which is not stored yet."""
    (folder / name).write_bytes(b"a panel")
    stored = storage().put(f"users/{owner.id}/{name}", folder / name)
    return Artifact(
        owner_id=owner.id,
        digest="d" * 64,
        storage_key=stored.key,
        content_type="image/png",
        size_bytes=stored.size_bytes,
        sha256=stored.sha256,
        meta={},
    )


def make_film_again(api: TestClient, project: int, outbox: Outbox) -> dict[str, Any]:
    """Make the same film again and return its job."""
    job = api.post("/jobs", json={"project_id": project, "config": CONFIG}).json()["id"]
    outbox.deliver_all()
    return dict(api.get(f"/jobs/{job}").json())


def record_product(claim: Claim, artifact: Artifact) -> None:
    """Record a claimed task as completed with a file."""
    completed = Completed(Product([]), {"": artifact})
    in_transaction(lambda session: Recorder(session, claim).record(STAGES[StageName.DRAW], completed))


def list_removals(session: Session) -> list[OutboxRow]:
    return list(session.scalars(select(OutboxRow).where(OutboxRow.task == REMOVE_FILES_TASK)))


def list_artifacts(session: Session, which: ColumnElement[bool]) -> list[Artifact]:
    statement = select(Artifact).where(which).order_by(Artifact.id)
    return list(session.scalars(statement.execution_options(populate_existing=True)))


def test_a_panel_that_is_missing_in_storage_is_drawn_again(
    ada_api: TestClient,
    project: int,
    job: int,
    outbox: Outbox,
    scripted_images: type[ScriptedImages],
    session: Session,
) -> None:
    outbox.deliver_all()
    drawn = select(Task.artifact_id).where(Task.stage == "draw")
    before = list_artifacts(session, Artifact.id.in_(drawn))
    old_key, digest = before[0].storage_key, before[0].digest
    storage().delete(old_key)

    again = make_film_again(ada_api, project, outbox)

    row = list_artifacts(session, Artifact.digest == digest)[0]
    assert (again["status"], scripted_images.calls) == ("completed", 4)
    assert row.storage_key != old_key
    assert (row.size_bytes, set(row.meta)) == (storage().size(row.storage_key), set(before[1].meta))


def test_a_thumbnail_that_is_missing_in_storage_is_made_again(
    ada_api: TestClient, project: int, job: int, outbox: Outbox, session: Session
) -> None:
    outbox.deliver_all()
    shown = select(Asset.artifact_id).where(Asset.job_id == job, Asset.type.in_(["film", "thumbnail"]))
    film, thumbnail = list_artifacts(session, Artifact.id.in_(shown))
    film_key, old_key = film.storage_key, thumbnail.storage_key
    storage().delete(old_key)

    make_film_again(ada_api, project, outbox)
    third = make_film_again(ada_api, project, outbox)

    film, thumbnail = list_artifacts(session, Artifact.id.in_(shown))
    assert film.storage_key == film_key
    assert thumbnail.storage_key != old_key
    assert storage().has(film_key)
    assert storage().has(thumbnail.storage_key)
    assert third["stages"][-1]["cached"] == 1


def test_a_file_of_a_worker_that_lost_its_claim_is_removed_through_the_outbox(
    panel: tuple[Claim, Artifact], session: Session
) -> None:
    claim, artifact = panel
    in_transaction(lambda session: Recorder(session, claim).record_lost())

    record_product(claim, artifact)
    was_there = storage().has(artifact.storage_key)
    remove_files(list_removals(session)[0].id)

    assert was_there
    assert not storage().has(artifact.storage_key)


def test_of_two_files_of_one_digest_the_later_one_is_removed(
    ada: User, panel: tuple[Claim, Artifact], session: Session, tmp_path: Path
) -> None:
    claim, artifact = panel
    first = store_panel(ada, tmp_path, "first.png")
    in_transaction(lambda session: session.add(first))

    record_product(claim, artifact)

    assert [row.payload["keys"] for row in list_removals(session)] == [[artifact.storage_key]]
    assert session.get_one(Task, claim.task_id).artifact_id == first.id


def test_recording_a_product_twice_removes_no_file(panel: tuple[Claim, Artifact], session: Session) -> None:
    claim, artifact = panel
    record_product(claim, artifact)

    record_product(claim, artifact)

    assert list_removals(session) == []
    assert storage().has(artifact.storage_key)
