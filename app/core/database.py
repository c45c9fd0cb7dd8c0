"""The database: its engine, its sessions, and the one place that commits."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from sqlalchemy import (
    BigInteger,
    Connection,
    DateTime,
    Engine,
    Integer,
    MetaData,
    Text,
    create_engine,
    event,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from sqlalchemy.pool import QueuePool
from sqlalchemy.sql.base import Executable

from app.core import tasks
from app.core.clock import db_now
from app.core.config import settings
from app.core.errors import AppError

Result = TypeVar("Result")

SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=30000")
# Requests hold at most this many connections at once; the overflow serves short reads beside them.
POOL_SIZE = 10
DEADLOCK_CODES = {1205, 1213}
DEADLOCK_ATTEMPTS = 5

BigId = BigInteger().with_variant(Integer, "sqlite")
Moment = DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")
"""A UTC time without a zone, in microseconds."""
LongText = Text().with_variant(mysql.MEDIUMTEXT, "mysql", "mariadb")
"""A text of up to 16 MB; MySQL's own TEXT ends at 64 KB."""


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    # Times that the database sets are read back with the write, while the session is still open.
    __mapper_args__: Any = {"eager_defaults": True}
    __table_args__: Any = {"mysql_charset": "utf8mb4", "mysql_collate": "utf8mb4_bin"}


PrimaryKey = Annotated[int, mapped_column(BigId, primary_key=True)]


class Timestamps:
    """Rows that know when they were made and last changed."""

    created_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    updated_at: Mapped[datetime] = mapped_column(Moment, default=db_now(), onupdate=db_now())


@lru_cache
def engine() -> Engine:
    """Open the configured database; the connection pool is this process's own."""
    url = settings().database
    if url.get_backend_name() == "sqlite":
        made = create_engine(
            url,
            poolclass=QueuePool,
            pool_size=POOL_SIZE,
            max_overflow=POOL_SIZE,
            connect_args={"check_same_thread": False, "timeout": 30},
        )
        event.listen(made, "connect", _prepare_sqlite)
        event.listen(made, "begin", _begin_sqlite)
        return made
    return create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=POOL_SIZE,
        pool_pre_ping=True,
        pool_recycle=1800,
        isolation_level="READ COMMITTED",
        connect_args={"connect_timeout": 5, "read_timeout": 30, "write_timeout": 30, "charset": "utf8mb4"},
    )


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    # The driver must not begin transactions itself: `_begin_sqlite` does, because a deferred one that
    # writes later fails with "database is locked" instead of waiting.
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


class _Sessions:
    """Makes sessions on first use, so that importing this module opens nothing; tests rebind it."""

    def __init__(self) -> None:
        self.bind: Connection | None = None

    def open(self, *, is_writing: bool) -> Session:
        if self.bind is not None:
            return Session(self.bind, expire_on_commit=False, join_transaction_mode="create_savepoint")
        return (_writing_factory() if is_writing else _reading_factory())()


@lru_cache
def _writing_factory() -> sessionmaker[Session]:
    return sessionmaker(engine().execution_options(is_writing=True), expire_on_commit=False)


@lru_cache
def _reading_factory() -> sessionmaker[Session]:
    return sessionmaker(engine(), expire_on_commit=False)


SessionFactory = _Sessions()


@contextmanager
def reading() -> Iterator[Session]:
    """Open a short session that only reads."""
    with SessionFactory.open(is_writing=False) as session:
        yield session


@contextmanager
def unit_of_work() -> Iterator[Session]:
    """Open a writing session; commit at the end, then send what was enqueued. The only place that commits.

    No connection is taken before the first statement. An AppError that `keeps_changes` is committed, then
    raised; any other error rolls back.
    """
    refusal: AppError | None = None
    with SessionFactory.open(is_writing=True) as session:
        try:
            yield session
        except AppError as error:
            if not error.keeps_changes:
                raise
            refusal = error
        session.commit()
    tasks.send(session.info.pop("messages", []))
    for follow_up in session.info.pop("follow_ups", []):
        follow_up()
    if refusal is not None:
        raise refusal


def after_commit(session: Session, follow_up: Callable[[], None]) -> None:
    """Do something once the session's unit of work has committed, or not at all; it must not raise."""
    session.info.setdefault("follow_ups", []).append(follow_up)


def in_transaction(work: Callable[[Session], Result]) -> Result:
    """Run `work` in a unit of work of its own, again when the database chose it as a deadlock's victim."""
    for attempt in range(DEADLOCK_ATTEMPTS):
        try:
            with unit_of_work() as session:
                return work(session)
        except DBAPIError as error:
            if not is_deadlock(error) or attempt == DEADLOCK_ATTEMPTS - 1:
                raise
            time.sleep(0.05 * 2**attempt)
    raise AssertionError("unreachable")


def affected(session: Session, statement: Executable) -> int:
    """Run an UPDATE or DELETE and tell how many rows it met."""
    met: Any = session.execute(statement, execution_options={"synchronize_session": False})
    return int(met.rowcount)


def is_deadlock(error: DBAPIError) -> bool:
    """Tell whether the database rolled back for a deadlock or a lock time-out, so that a repeat may pass."""
    arguments: Sequence[object] = getattr(error.orig, "args", ())
    return bool(arguments) and arguments[0] in DEADLOCK_CODES


def forget_connections() -> None:
    """Drop the pool that a forked child inherited, without closing the parent's connections."""
    if engine.cache_info().currsize:
        engine().dispose(close=False)
