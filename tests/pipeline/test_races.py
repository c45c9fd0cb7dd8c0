"""Many workers at once, in real threads on a real database: nothing is lost, doubled or stuck."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

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

SCENES, ROUNDS, MANY = 12, 12, 8


@pytest.fixture(scope="module")
def own_database(tmp_path_factory: pytest.TempPathFactory, redis_server: None) -> Iterator[None]:
    """A database in which everything is really committed."""
    with migrated_database(tmp_path_factory.mktemp("races")):
        yield


@pytest.fixture
def silent(own_database: None) -> Iterator[Outbox]:
    """Keep messages, and leave no rows behind."""
    sending, tasks.publisher = tasks.publisher, Outbox()
    yield tasks.publisher
    tasks.publisher = sending
    with engine().execution_options(is_writing=True).begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())


def at_once(works: list[Callable[[], object]]) -> list[object]:
    """Do several things at the same moment, each in a thread of its own."""
    start = threading.Barrier(len(works))

    def do(work: Callable[[], object]) -> object:
        start.wait(10)
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(do, works))


def _film_of_many_scenes() -> int:
    """Start a silent film; gives its job, with the panels of all scenes due."""

    def begin(session: Session) -> int:
        jobs = JobService(session)
        user = AuthService(jobs.session).create_user("Ada Tester", "ada@example.org", None)
        story = ProjectCreate(title="Sea", story_text="The sea was calm.", language="en")
        project = ProjectService(jobs.session).create(story, user)
        for number in range(SCENES):
            scene = SceneCreate(description=f"Wave {number} came.")
            SceneService(jobs.session).create(project.id, scene, user)
        return jobs.start(project.id, JobConfig(audio=False, transition="cut"), user).id

    job_id = in_transaction(begin)
    for stage in ("moderate", "plan"):
        for task_id in _due(job_id, stage):
            runner.run(task_id)
        admit_jobs()
    return job_id


def _due(job_id: int, stage: str) -> list[int]:
    wanted = (Task.job_id == job_id) & (Task.stage == stage) & (Task.status == TaskStatus.READY)
    with reading() as session:
        return list(session.scalars(select(Task.id).where(wanted).order_by(Task.id)))


def _finished(ours: Claim, task: Task) -> Callable[[], object]:
    """Record a task as done with nothing in its hands, as a worker does at its end."""
    stage = STAGES[StageName(task.stage)]

    def save_nothing(session: object, task: object, product: object, files: object) -> None:
        return None

    bare = type("Bare", (type(stage),), {"save": staticmethod(save_nothing)})()
    return lambda: in_transaction(
        lambda session: Recorder(session, ours).record(bare, Completed(Product(None)))
    )


def _claimed(task_ids: list[int]) -> list[tuple[Claim, Task]]:
    return [taken for task_id in task_ids if (taken := claim_task(task_id)) is not None]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_scenes_that_finish_in_the_same_moment_leave_no_job_stuck(silent: Outbox, number: int) -> None:
    job_id = _film_of_many_scenes()

    for stage in ("draw", "animate"):
        panels = _claimed(_due(job_id, stage))
        at_once([_finished(*taken) for taken in panels])

    with reading() as session:
        job = session.get_one(Job, job_id)
        events = list(session.scalars(select(JobEvent.seq).where(JobEvent.job_id == job_id)))
        done = {row.stage: (row.done, row.total) for row in job.stage_rows}
    assert (len(panels), job.status) == (SCENES, JobStatus.COMPOSING)
    assert done[JobStatus.GENERATING_IMAGES] == done[JobStatus.GENERATING_VIDEO] == (SCENES, SCENES)
    assert sorted(events) == list(range(1, job.event_seq + 1))
    assert len(_due(job_id, "compose")) == 1


def test_a_message_delivered_to_many_at_once_runs_once(silent: Outbox) -> None:
    job_id = _film_of_many_scenes()

    for task_id in _due(job_id, "draw"):
        taken = at_once([lambda task_id=task_id: claim_task(task_id)] * MANY)
        assert sum(one is not None for one in taken) == 1


def test_one_task_recorded_by_two_workers_counts_once(silent: Outbox) -> None:
    job_id = _film_of_many_scenes()
    lost, task = _claimed(_due(job_id, "draw"))[0]
    in_transaction(lambda session: Recorder(session, lost).record_lost())
    again = claim_task(lost.task_id)
    assert again is not None

    at_once([_finished(lost, task), _finished(*again)])

    with reading() as session:
        assert session.get_one(Job, job_id).get_stage(JobStatus.GENERATING_IMAGES).done == 1


def test_dispatchers_that_admit_at_once_fill_each_slot_once(silent: Outbox) -> None:
    job_id = _film_of_many_scenes()
    in_transaction(_put_back_into_the_queue)

    at_once([admit_jobs] * MANY)

    with reading() as session:
        assert session.get_one(Job, job_id).status == JobStatus.PROCESSING
        plans = (Task.job_id == job_id) & (Task.stage == "plan")
        assert session.scalar(select(func.count(Task.id)).where(plans)) == 1


def _put_back_into_the_queue(session: Session) -> None:
    session.execute(delete(Task).where(Task.stage != "moderate"))
    session.execute(update(Job).values(status=JobStatus.QUEUED))
