"""An upgrade of a database with an open job: artifacts made before it are found, and not paid again.

`open_job_at_0003.json` has the rows of schema revision 0003 of a job that has drawn all three scenes with a
paid provider and spoken one of them; the messages of its other tasks are lost.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from alembic import command
from app.core import migrations, tasks
from app.core.database import engine, in_transaction, reading
from app.modules.asset.models import Artifact
from app.modules.auth.models import User
from app.modules.billing.models import ProviderCall
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.job.service import JobService
from app.modules.task.models import Task
from app.pipeline.dispatcher import Dispatcher
from app.providers.registry import storage
from tests.databases import empty_database
from tests.files import image, sound
from tests.outbox import Outbox
from tests.scripted import ScriptedImages

ROWS: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("open_job_at_0003.json").read_text(encoding="utf-8")
)


@pytest.fixture
def upgraded(tmp_path: Path, redis_server: None, scripted_images: type[ScriptedImages]) -> Iterator[Outbox]:
    """The outbox beside a database with an open job after its upgrade, with the files of its artifacts."""
    with empty_database(tmp_path):
        command.upgrade(migrations.config(), "0003")
        with engine().execution_options(is_writing=True).begin() as connection:
            for table, rows in ROWS.items():
                names = ", ".join(rows[0])
                values = ", ".join(f":{name}" for name in rows[0])
                connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), rows)  # noqa: S608
        command.upgrade(migrations.config(), "head")
        for row in ROWS["artifacts"]:
            store_file(row["storage_key"], tmp_path)
        publisher, tasks.publisher = tasks.publisher, Outbox()
        yield tasks.publisher
        tasks.publisher = publisher


def store_file(key: str, folder: Path) -> None:
    """Store a picture or a sound under an artifact's key."""
    path = folder / Path(key).name
    is_picture = path.suffix == ".png"
    path.write_bytes(image(size=(1068, 600)) if is_picture else sound("audio/wav", seconds=4.0))
    storage().put(key, path)


def read_stages(job_id: int) -> dict[str, tuple[int, int, int]]:
    with reading() as session:
        job = session.get_one(Job, job_id)
        return {row.stage: (row.done, row.cached, row.total) for row in job.stage_rows}


def count_rows(table: type[Artifact] | type[ProviderCall]) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_an_open_job_completes_after_the_upgrade_without_a_paid_call(upgraded: Outbox) -> None:
    Dispatcher().tick()
    upgraded.deliver_all()

    with reading() as session:
        statuses = set(session.scalars(select(Job.status)))
    assert statuses == {"completed"}
    assert ScriptedImages.calls == 0
    assert count_rows(ProviderCall) == len(ROWS["provider_calls"])
    assert read_stages(1)["generating_images"] == (3, 0, 3)


def test_a_film_after_the_upgrade_finds_all_pictures_made_before_it(upgraded: Outbox) -> None:
    Dispatcher().tick()
    upgraded.deliver_all()
    made = count_rows(Artifact)

    config = JobConfig.model_validate({**json.loads(ROWS["jobs"][0]["config"]), "titles": False})
    with reading() as session:
        user = session.get_one(User, 1)
    job_id = in_transaction(lambda session: JobService(session).start(1, config, user).id)
    upgraded.deliver_all()

    stages = read_stages(job_id)
    assert ScriptedImages.calls == 0
    assert stages["generating_images"] == stages["generating_video"] == (3, 3, 3)
    assert stages["composing"] == (1, 0, 1)
    assert count_rows(Artifact) > made, "takes have the voices of their speakers, and the film has chapters"


def test_tasks_keep_their_names_queues_and_messages(upgraded: Outbox) -> None:
    with reading() as session:
        stored = {
            task.subject: (task.stage, task.queue, task.published_at is not None)
            for task in session.scalars(select(Task))
        }

    assert stored == {
        row["subject"]: (row["stage"], row["queue"], row["rung_at"] is not None) for row in ROWS["tasks"]
    }
    assert {task for task in tasks.celery.tasks if not task.startswith("celery.")} >= {
        "pipeline.run_task",
        "pipeline.cancel_at_vendor",
        "asset.remove_files",
        "auth.send_reset_link",
        "auth.send_password_changed",
    }
