"""A studio whose processes can be stopped and killed one by one, with vendors that count their calls."""

import secrets
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from celery import Celery
from redis import RedisError
from sqlalchemy import Select, select

from app.core.redis import KEY_PREFIX
from app.core.tasks import declared_queues
from app.embedded.supervisor import module
from app.modules.task.models import Task
from app.modules.task.service import RUN_TASK
from tests.faults.ground import Ground
from tests.faults.times import LEASE, TIMES
from tests.processes import Process, free_port, wait_until
from tests.vendors.openai_server import Call, OpenAIServer
from tests.vendors.video_server import VideoServer
from tests.visitor import Visitor

REPOSITORY = Path(__file__).parents[2]
WORKERS = {
    "text": ("emails,segmentation", 1),
    "media": ("images,video,audio", 2),
    "compose": ("compose", 1),
}
VENDOR_SECONDS = 4 * LEASE


class Stack(Visitor):
    """API, dispatcher and workers, each with folders of its own, as far as the services allow."""

    def __init__(self, ground: Ground, folder: Path, vendor: OpenAIServer, animator: VideoServer) -> None:
        self.port = free_port()
        super().__init__(f"http://127.0.0.1:{self.port}")
        self.ground, self.folder, self.vendor, self.animator = ground, folder, vendor, animator
        self.engine = ground.engine
        self.settings = {
            "SECRET_KEY": secrets.token_urlsafe(48),
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "OPENAI_API_KEY": "sk-test",
            "OPENAI_BASE_URL": vendor.base_url,
            "OPENAI_TIMEOUT_SECONDS": str(VENDOR_SECONDS),
            "SLOW_VIDEO_URL": animator.base_url,
            "PYTHONFAULTHANDLER": "1",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            **TIMES,
        }
        uvicorn = ["--port", str(self.port), "--no-access-log", "--timeout-graceful-shutdown", "2"]
        commands = {"api": ("uvicorn", "app.main:app", *uvicorn), "dispatcher": ("app.cli", "dispatcher")}
        commands |= {name: worker(name, *served) for name, served in WORKERS.items()}
        self.hosts = {name: self.host(name, *command) for name, command in commands.items()}

    def host(self, name: str, *command: str) -> Process:
        """Return a process, not yet started, with a home and temporary folders of its own."""
        disk = self.folder / "hosts" / name
        own = {"HOME": disk / "home", "STUDIO_DATA": disk / "data", "TMPDIR": disk / "temporary"}
        for path in own.values():
            path.mkdir(parents=True)
        settings = {
            **{"PATH": "/usr/bin:/bin", "PYTHONPATH": str(REPOSITORY)},
            **{name: str(path) for name, path in own.items()},
            **self.settings,
            **self.ground.settings,
        }
        return Process(module(*command), disk / "log", settings, disk / "home")

    def migrate(self) -> None:
        """Upgrade the database to the newest revision."""
        alembic = module("alembic", "-c", str(REPOSITORY / "alembic.ini"), "upgrade", "head")
        settings = self.hosts["api"].environment
        subprocess.run(alembic, cwd=REPOSITORY, env=settings, check=True, capture_output=True)

    def start(self) -> None:
        """Start all processes that do not run, and wait until the API is ready."""
        for process in self.hosts.values():
            if not process.is_up:
                process.start()
        wait_until(self.is_served, "the API")

    def stop(self) -> None:
        """Stop all processes, and check that none is left."""
        for process in self.hosts.values():
            process.ask_to_stop()
        for process in self.hosts.values():
            process.stop()
        self.leave()

    def restart(self, *names: str, **changes: str) -> None:
        """Stop some processes and start them again, with changes to their settings."""
        for name in names:
            self.hosts[name].stop()
            self.hosts[name].start(**changes)
        wait_until(self.is_served, "the API")

    @contextmanager
    def reconfigure(self, *names: str, **changes: str) -> Iterator[None]:
        """Run some processes with other settings within the context."""
        self.restart(*names, **changes)
        try:
            yield
        finally:
            self.restart(*names)

    @contextmanager
    def more_media_workers(self, children: int) -> Iterator[None]:
        """Run the media worker with more child processes within the context.

        They have a longer lease: where many share two cores, each may wait for longer than the usual one.
        """
        original = self.hosts["media"]
        original.stop()
        crowd = self.host("crowd", *worker("crowd", WORKERS["media"][0], children))
        self.hosts["media"] = crowd.start(LEASE_SECONDS=str(5 * LEASE))
        try:
            yield
        finally:
            self.hosts["media"].stop()
            self.hosts["media"] = original

    @contextmanager
    def full_disk(self, name: str, limit_bytes: int) -> Iterator[None]:
        """Limit the size of files for all processes with a worker's data folder, as if its disk were full."""
        disk = self.hosts[name].environment["STUDIO_DATA"]
        sharing = [host for host in self.hosts.values() if host.environment["STUDIO_DATA"] == disk]
        family = [process for host in sharing for process in host.family]
        for process in family:
            process.rlimit(psutil.RLIMIT_FSIZE, (limit_bytes, psutil.RLIM_INFINITY))
        try:
            yield
        finally:
            for process in family:
                process.rlimit(psutil.RLIMIT_FSIZE, (psutil.RLIM_INFINITY, psutil.RLIM_INFINITY))

    def child_of(self, call: Call | None) -> psutil.Process:
        """Return the child process of the media worker that is making a call."""
        for child in self.hosts["media"].children:
            if call and any(link.laddr.port == call.port for link in child.net_connections("tcp")):
                return child
        raise AssertionError("No child process of the media worker makes this call.")

    def rows(self, statement: Select[*tuple[Any, ...]]) -> list[Any]:
        """Return the rows of a query."""
        with self.engine.connect() as connection:
            return list(connection.execute(statement))

    def tasks(self, job_id: int) -> list[Any]:
        """Return a job's tasks as (id, queue, stage, status, due at, published at)."""
        columns = (Task.id, Task.queue, Task.stage, Task.status, Task.due_at, Task.published_at)
        return self.rows(select(*columns).where(Task.job_id == job_id).order_by(Task.id))

    def publish(self, job_id: int, times: int) -> None:
        """Publish messages for all tasks of a job, whatever their status is."""
        sender = Celery(broker=self.ground.settings["REDIS_URL"])
        sender.conf.broker_transport_options = {"global_keyprefix": KEY_PREFIX}
        with sender.connection_for_write() as connection:
            for task in self.tasks(job_id) * times:
                sender.send_task(RUN_TASK, args=[task.id], queue=task.queue, connection=connection)

    def count_messages(self) -> int:
        """Return the number of messages that no worker has consumed yet."""
        return sum(self.ground.messages.llen(f"{KEY_PREFIX}{queue}") for queue in declared_queues())

    def describe_messages(self) -> str:
        """Return the length of each list of messages, and what Redis knows of its clients."""
        redis = self.ground.messages
        try:
            lists = [key for key in redis.keys(f"{KEY_PREFIX}*") if redis.type(key) == b"list"]
            clients = [f"{one['addr']} {one['cmd']} idle {one['idle']} s" for one in redis.client_list()]
            return f"{ {key: redis.llen(key) for key in lists} }\n{clients}"
        except RedisError as error:
            return repr(error)

    def abort(self) -> None:
        """Make all processes of Python write the stacks of their threads to their logs, and end."""
        family = [process for host in self.hosts.values() for process in host.family]
        for process in family:
            process.send_signal(signal.SIGABRT)
        psutil.wait_procs(family, timeout=5)

    def left_behind(self) -> set[str]:
        """Return the paths of all temporary files, and of the folders of tasks."""
        temporary = (Path(process.environment["TMPDIR"]) for process in self.hosts.values())
        data = {Path(process.environment["STUDIO_DATA"]) for process in self.hosts.values()}
        files = {str(path) for folder in temporary for path in folder.rglob("*") if path.is_file()}
        return files | {str(path) for folder in data for path in folder.glob("work/*")}

    def sizes_left_behind(self) -> set[int]:
        """Return the sizes of the temporary files in bytes."""
        return {file.stat().st_size for name in self.left_behind() for file in Path(name).rglob("*")}

    def read_log(self, name: str) -> str:
        """Return the end of a process's log."""
        return self.hosts[name].log.read_text(errors="replace")[-6000:]


def worker(name: str, queues: str, children: int) -> tuple[str, ...]:
    """Return the command of a worker that consumes some queues."""
    options = ("-Q", queues, "-c", str(children), "-n", f"{name}@{name}", "--loglevel", "warning")
    return ("app.celery_worker", "--quiet", "worker", *options)
