"""What a studio stands on – database, Redis, storage – and how each of them is taken away and given back."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path

import redis
from sqlalchemy import Engine, create_engine, text

from app.embedded import valkey
from app.embedded.supervisor import program
from tests.processes import Process, free_port
from tests.services.__main__ import start


class Ground(ABC):
    """Database, Redis and storage of one studio; `settings` name them."""

    settings: dict[str, str]
    redis: Process
    redis_data: Path
    database: Process | None = None

    @cached_property
    def messages(self) -> "redis.Redis":
        """A client of the Redis server."""
        return redis.Redis.from_url(self.settings["REDIS_URL"])

    @cached_property
    def engine(self) -> Engine:
        """A door of our own to the database."""
        return create_engine(self.settings["DATABASE_URL"], isolation_level="AUTOCOMMIT", pool_pre_ping=True)

    def close(self) -> None:
        """Close our own doors."""
        self.messages.close()
        self.engine.dispose()

    def start_redis(self) -> None:
        """Start Redis again with whatever it has kept."""
        self.redis.start()
        self.redis.wait_until(self.messages.ping)

    @property
    def servers(self) -> list[Process]:
        """The servers that are processes of ours."""
        return [server for server in (self.redis, self.database) if server]

    def start_database(self) -> None:
        """Start the database server again."""
        assert self.database is not None
        self.database.start()
        self.database.wait_until(self.engine.connect)

    @contextmanager
    @abstractmethod
    def hung_database(self) -> Iterator[None]:
        """Let the database answer nobody who writes."""

    @contextmanager
    @abstractmethod
    def absent_storage(self) -> Iterator[None]:
        """Take the store of files away."""


class EmbeddedGround(Ground):
    """SQLite, Valkey and a folder, as on a laptop."""

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
        self.redis_data = self.folder / "redis"
        self.redis = Process(program(*command), folder / "redis.log")
        self.start_redis()
        running.callback(lambda: self.redis.stop())
        running.callback(lambda: shutil.rmtree(valkey.socket_path(self.folder).parent))

    @contextmanager
    def hung_database(self) -> Iterator[None]:
        """Hold the one lock under which SQLite is written."""
        with self.engine.connect() as connection:
            connection.execute(text("BEGIN IMMEDIATE"))
            try:
                yield
            finally:
                connection.execute(text("ROLLBACK"))

    @contextmanager
    def absent_storage(self) -> Iterator[None]:
        """Put something else where the folder of files was, as a lost mount does."""
        files = self.folder / "files"
        moved = files.rename(self.folder / "files-away")
        files.write_text("not a folder")
        try:
            yield
        finally:
            files.unlink()
            moved.rename(files)


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
        """Stop the server's process without ending it."""
        assert self.database is not None
        with paused(self.database):
            yield

    @contextmanager
    def absent_storage(self) -> Iterator[None]:
        """Kill the S3 gateway; its objects are elsewhere."""
        self.gateway.kill()
        try:
            yield
        finally:
            self.gateway.start()


@contextmanager
def paused(*processes: Process) -> Iterator[None]:
    """Let processes stand still, as a sleeping machine does; none may be left so, for it would never end."""
    try:
        for process in processes:
            process.pause()
        yield
    finally:
        for process in processes:
            process.resume()
