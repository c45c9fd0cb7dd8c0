"""The services of a studio – database, Redis, storage – and how tests stop and restart each of them."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path

from redis import Redis
from sqlalchemy import Engine, create_engine, text

from app.embedded import valkey
from app.embedded.supervisor import program
from tests.processes import Process, free_port
from tests.services.__main__ import start


class Ground(ABC):
    """The database, Redis and storage of one studio, and the settings with their addresses."""

    settings: dict[str, str]
    redis: Process
    redis_data: Path
    database: Process | None = None

    @cached_property
    def messages(self) -> Redis:
        """A client of the Redis server."""
        return Redis.from_url(self.settings["REDIS_URL"])

    @cached_property
    def engine(self) -> Engine:
        """The test's own engine for the database."""
        return create_engine(self.settings["DATABASE_URL"], isolation_level="AUTOCOMMIT", pool_pre_ping=True)

    def close(self) -> None:
        """Close the test's own connections."""
        self.messages.close()
        self.engine.dispose()

    def start_redis(self) -> None:
        """Start Redis again with its stored data."""
        self.redis.start()
        self.redis.wait_ready(self.messages.ping)

    @property
    def servers(self) -> list[Process]:
        """The processes of the servers."""
        return [server for server in (self.redis, self.database) if server]

    @property
    def database_server(self) -> Process:
        """The process of the database server; SQLite has none."""
        assert self.database is not None, "SQLite has no server."
        return self.database

    def start_database(self) -> None:
        """Start the database server again."""
        self.database_server.start()
        self.database_server.wait_ready(self.engine.connect)

    @contextmanager
    @abstractmethod
    def hung_database(self) -> Iterator[None]:
        """Block all writing transactions within the context."""

    @contextmanager
    @abstractmethod
    def absent_storage(self) -> Iterator[None]:
        """Make the storage of files unavailable within the context."""


class EmbeddedGround(Ground):
    """SQLite, Valkey and a folder, as `studio up` uses them."""

    def __init__(self, folder: Path, running: ExitStack) -> None:
        self.folder, port = folder / "data", free_port()
        self.folder.mkdir()
        self.settings = {
            "STUDIO_DATA": str(self.folder),
            "DATABASE_URL": f"sqlite:///{self.folder / 'studio.db'}",
            "REDIS_URL": f"redis://127.0.0.1:{port}/0",
        }
        command = valkey.arguments(self.folder)
        command[command.index("--port") + 1] = str(port)
        # A link is replaced at once: no worker can make the folder anew in between.
        self.files, self.disk = self.folder / "files", self.folder / "disk"
        self.disk.mkdir()
        self.files.symlink_to(self.disk)
        self.redis_data = self.folder / "redis"
        self.redis = Process(program(*command), folder / "redis.log")
        self.start_redis()
        running.callback(lambda: self.redis.stop())
        running.callback(lambda: shutil.rmtree(valkey.socket_path(self.folder).parent))

    @contextmanager
    def hung_database(self) -> Iterator[None]:
        """Hold SQLite's write lock."""
        with self.engine.connect() as connection:
            connection.execute(text("BEGIN IMMEDIATE"))
            try:
                yield
            finally:
                connection.execute(text("ROLLBACK"))

    @contextmanager
    def absent_storage(self) -> Iterator[None]:
        """Replace the folder of files by a file, as a lost mount does."""
        lost, found = self.folder / "lost", self.folder / "found"
        lost.write_text("not a folder")
        found.symlink_to(self.disk)
        lost.replace(self.files)
        try:
            yield
        finally:
            found.replace(self.files)


class ServerGround(Ground):
    """MariaDB, Redis and an S3 server, as in production."""

    def __init__(self, folder: Path, running: ExitStack) -> None:
        services = start(running, folder)
        self.settings = {
            name: value for service in services.values() for name, value in service.settings.items()
        }
        self.redis_data = folder / "redis"
        self.redis, self.database = services["redis"].server, services["mariadb"].server
        self.gateway = services["s3"].server

    @contextmanager
    def hung_database(self) -> Iterator[None]:
        """Pause the process of the server."""
        with pause_processes(self.database_server):
            yield

    @contextmanager
    def absent_storage(self) -> Iterator[None]:
        """Kill the S3 gateway, which does not hold the objects itself."""
        self.gateway.kill()
        try:
            yield
        finally:
            self.gateway.start()


@contextmanager
def pause_processes(*processes: Process) -> Iterator[None]:
    """Pause processes within the context, as a sleeping machine does; all are resumed in any case."""
    try:
        for process in processes:
            process.pause()
        yield
    finally:
        for process in processes:
            process.resume()
