"""Concurrent workers, as threads on a database that commits: no result is lost or counted twice."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.core import tasks
from app.core.database import engine, in_transaction, reading
from app.models import Base
from app.modules.auth.service import AuthService
from app.modules.job.models import Job, JobEvent
from app.modules.job.schemas import JobConfig
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.schemas import ProjectCreate
from app.modules.project.service import ProjectService
from app.modules.scene.schemas import SceneCreate
from app.modules.scene.service import SceneService
from app.modules.task.models import Task
from app.modules.task.state import StageName, TaskStatus
from app.pipeline import runner
from app.pipeline.admission import admit_jobs
from app.pipeline.claim import Claim, claim_task
from app.pipeline.outcome import Completed
from app.pipeline.record import Recorder
from app.pipeline.stage import Product
from app.pipeline.stages import STAGES
from tests.databases import migrated_database
from tests.outbox import Outbox
from tests.threads import run_at_once

SCENES, ROUNDS, MANY = 12, 12, 8


@pytest.fixture(scope="module")
def own_database(tmp_path_factory: pytest.TempPathFactory, redis_server: None) -> Iterator[None]:
    """A database on which every transaction is committed."""
    with migrated_database(tmp_path_factory.mktemp("races")):
        yield


@pytest.fixture
def quiet_outbox(own_database: None) -> Iterator[Outbox]:
    """An outbox that collects messages; all rows are deleted after the test."""
    sending, tasks.publisher = tasks.publisher, Outbox()
    yield tasks.publisher
    tasks.publisher = sending
    with engine().execution_options(is_writing=True).begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())


def start_film() -> int:
    """Start a job without audio, run it until the panels of all scenes are due, and return its id."""

    def begin(session: Session) -> int:
        user = AuthService(session).create_user("Ada Tester", "ada@example.org", None)
        story = ProjectCreate(title="Sea", story_text="The sea was calm.", language="en")
        project = ProjectService(session).create(story, user)
        for number in range(SCENES):
            scene = SceneCreate(description=f"Wave {number} came.")
            SceneService(session).create(project.id, scene, user)
        config = JobConfig(audio=False, transition="cut", titles=False)
        return JobService(session).start(project.id, config, user).id

    job_id = in_transaction(begin)
    for stage in ("moderate", "plan"):
        for task_id in list_due(job_id, stage):
            runner.run(task_id)
        admit_jobs()
    return job_id


def list_due(job_id: int, stage: str) -> list[int]:
    wanted = (Task.job_id == job_id) & (Task.stage == stage) & (Task.status == TaskStatus.READY)
    with reading() as session:
        return list(session.scalars(select(Task.id).where(wanted).order_by(Task.id)))


def make_record_call(claim: Claim, task: Task) -> Callable[[], object]:
    """Return a function that records a task as done, without files or rows of its stage."""
    stage = STAGES[StageName(task.stage)]

    def save_nothing(session: object, task: object, product: object, files: object) -> None:
        return None

    bare = type("Bare", (type(stage),), {"save": staticmethod(save_nothing)})()
    return lambda: in_transaction(
        lambda session: Recorder(session, claim).record(bare, Completed(Product(None)))
    )


def claim_all(task_ids: list[int]) -> list[tuple[Claim, Task]]:
    return [claimed for task_id in task_ids if (claimed := claim_task(task_id)) is not None]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_scenes_that_finish_in_the_same_moment_leave_no_job_stuck(quiet_outbox: Outbox, number: int) -> None:
    job_id = start_film()

    for stage in ("draw", "animate"):
        panels = claim_all(list_due(job_id, stage))
        run_at_once([make_record_call(*claimed) for claimed in panels])

    with reading() as session:
        job = session.get_one(Job, job_id)
        events = list(session.scalars(select(JobEvent.seq).where(JobEvent.job_id == job_id)))
        done = {row.stage: (row.done, row.total) for row in job.stage_rows}
    assert (len(panels), job.status) == (SCENES, JobStatus.COMPOSING)
    assert done[JobStatus.GENERATING_IMAGES] == done[JobStatus.GENERATING_VIDEO] == (SCENES, SCENES)
    assert sorted(events) == list(range(1, job.event_seq + 1))
    assert len(list_due(job_id, "compose")) == 1


def test_of_many_simultaneous_claims_of_a_task_one_succeeds(quiet_outbox: Outbox) -> None:
    task_ids = list_due(start_film(), "draw")

    claims = [run_at_once([partial(claim_task, task_id)] * MANY) for task_id in task_ids]

    assert [sum(one is not None for one in of_task) for of_task in claims] == [1] * len(task_ids)
    assert task_ids


def test_one_task_recorded_by_two_workers_counts_once(quiet_outbox: Outbox) -> None:
    job_id = start_film()
    lost, task = claim_all(list_due(job_id, "draw"))[0]
    in_transaction(lambda session: Recorder(session, lost).record_lost())
    again = claim_task(lost.task_id)
    assert again is not None

    run_at_once([make_record_call(lost, task), make_record_call(*again)])

    with reading() as session:
        stage = session.get_one(Job, job_id).get_stage(JobStatus.GENERATING_IMAGES)
    assert stage.done == 1


def test_dispatchers_that_admit_at_once_fill_each_slot_once(quiet_outbox: Outbox) -> None:
    job_id = start_film()
    in_transaction(requeue_jobs)

    run_at_once([admit_jobs] * MANY)

    plans = (Task.job_id == job_id) & (Task.stage == "plan")
    with reading() as session:
        status = session.get_one(Job, job_id).status
        count = session.scalar(select(func.count(Task.id)).where(plans))
    assert (status, count) == (JobStatus.PROCESSING, 1)


def requeue_jobs(session: Session) -> None:
    session.execute(delete(Task).where(Task.stage != "moderate"))
    session.execute(update(Job).values(status=JobStatus.QUEUED))
