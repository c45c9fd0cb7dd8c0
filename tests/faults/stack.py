"""A studio whose every process can be hurt by itself, with vendors that keep count."""

import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from celery import Celery
from sqlalchemy import Select, select

from app.core.redis import KEY_PREFIX
from app.core.tasks import declared_queues
from app.embedded.supervisor import module
from app.modules.task.models import Task
from app.modules.task.service import RUN_TASK
from tests.faults.ground import Ground
from tests.faults.times import LEASE, TIMES
from tests.processes import Process, free_port, until
from tests.vendors.openai_server import Call, OpenAIServer
from tests.vendors.video_server import VideoServer
from tests.visitor import Visitor

REPOSITORY = Path(__file__).parents[2]
WORKERS = {
    "clerk": ("emails,segmentation", 1),
    "artist": ("images,video,audio", 2),
    "editor": ("compose", 1),
}
VENDOR_SECONDS = 4 * LEASE


class Stack(Visitor):
    """API, dispatcher and workers, each a host of its own as far as the ground allows."""

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
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            **TIMES,
        }
        uvicorn = ["--port", str(self.port), "--no-access-log", "--timeout-graceful-shutdown", "2"]
        commands = {"api": ("uvicorn", "app.main:app", *uvicorn), "dispatcher": ("app.cli", "dispatcher")}
        commands |= {name: worker(name, *served) for name, served in WORKERS.items()}
        self.hosts = {name: self.host(name, *command) for name, command in commands.items()}

    def host(self, name: str, *command: str) -> Process:
        """Prepare a process with a home and a temporary disk of its own."""
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
        """Make the tables."""
        alembic = module("alembic", "-c", str(REPOSITORY / "alembic.ini"), "upgrade", "head")
        settings = self.hosts["api"].environment
        subprocess.run(alembic, cwd=REPOSITORY, env=settings, check=True, capture_output=True)

    def start(self) -> None:
        """Start every process that is not up, and wait until requests are served."""
        for process in self.hosts.values():
            if not process.is_up:
                process.start()
        until(self.is_served, "the API")

    def stop(self) -> None:
        """Stop everything; no process may be left."""
        for process in self.hosts.values():
            process.ask_to_stop()
        for process in self.hosts.values():
            process.stop()
        self.leave()

    def restart(self, *names: str, **changes: str) -> None:
        """Stop some processes as an upgrade does and start them again, with other settings if need be."""
        for name in names:
            self.hosts[name].stop()
            self.hosts[name].start(**changes)
        until(self.is_served, "the API")

    @contextmanager
    def configured(self, *names: str, **changes: str) -> Iterator[None]:
        """Let some processes run with other settings for a while."""
        self.restart(*names, **changes)
        try:
            yield
        finally:
            self.restart(*names)

    @contextmanager
    def more_artists(self, children: int) -> Iterator[None]:
        """Let many panels and clips be made at once."""
        usual = self.hosts["artist"]
        usual.stop()
        self.hosts["artist"] = self.host("crowd", *worker("crowd", WORKERS["artist"][0], children)).start()
        try:
            yield
        finally:
            self.hosts["artist"].stop()
            self.hosts["artist"] = usual

    @contextmanager
    def full_disk(self, name: str, limit_bytes: int) -> Iterator[None]:
        """Let nobody who shares a worker's disk write a file larger than this, as if that disk were full."""
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
        """Find the worker's child that is making a call."""
        for child in self.hosts["artist"].children:
            if call and any(link.laddr.port == call.port for link in child.net_connections("tcp")):
                return child
        raise AssertionError("Nobody is making that call.")

    def rows(self, statement: Select[Any]) -> list[Any]:
        """Look into the database."""
        with self.engine.connect() as connection:
            return list(connection.execute(statement))

    def tasks(self, job_id: int) -> list[Any]:
        """Read a job's tasks as (id, queue, stage, status)."""
        which = select(Task.id, Task.queue, Task.stage, Task.status).where(Task.job_id == job_id)
        return self.rows(which.order_by(Task.id))

    def ring(self, job_id: int, times: int) -> None:
        """Ring for all tasks of a job, whatever has become of them."""
        sender = Celery(broker=self.ground.settings["REDIS_URL"])
        sender.conf.broker_transport_options = {"global_keyprefix": KEY_PREFIX}
        with sender.connection_for_write() as connection:
            for task in self.tasks(job_id) * times:
                sender.send_task(RUN_TASK, args=[task.id], queue=task.queue, connection=connection)

    def unread(self) -> int:
        """Count the messages that no worker has taken yet."""
        return sum(self.ground.messages.llen(f"{KEY_PREFIX}{queue}") for queue in declared_queues())

    def left_behind(self) -> set[str]:
        """Name the temporary files on all disks, and the folders of tasks that somebody still works on."""
        temporary = (Path(process.environment["TMPDIR"]) for process in self.hosts.values())
        data = {Path(process.environment["STUDIO_DATA"]) for process in self.hosts.values()}
        files = {str(path) for folder in temporary for path in folder.rglob("*") if path.is_file()}
        return files | {str(path) for folder in data for path in folder.glob("work/*")}

    def sizes_left_behind(self) -> set[int]:
        """Tell how many bytes the temporary files have."""
        return {file.stat().st_size for name in self.left_behind() for file in Path(name).rglob("*")}

    def says(self, name: str) -> str:
        """Read the last words of a process."""
        return self.hosts[name].log.read_text(errors="replace")[-1500:]


def worker(name: str, queues: str, children: int) -> tuple[str, ...]:
    """Give the command of a worker of some queues."""
    options = ("-Q", queues, "-c", str(children), "-n", f"{name}@{name}", "--loglevel", "warning")
    return ("app.celery_worker", "--quiet", "worker", *options)
