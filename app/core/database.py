"""The database: its engine, its sessions, and the only place that commits."""

import sqlite3
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
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from sqlalchemy.pool import QueuePool
from sqlalchemy.sql.base import Executable

from app.core import tasks
from app.core.clock import db_now
from app.core.config import DATABASE_FILE, settings
from app.core.data_folder import make_private_file
from app.core.errors import AppError, Unavailable
from app.core.retry import call_until
from app.core.search import SQLITE_FUNCTION, lower_letters

Result = TypeVar("Result")

SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=30000")
# Requests hold at most this many connections at once. The overflow serves short reads besides.
POOL_SIZE = 10
DEADLOCK_CODES = {1205, 1213}
DEADLOCK_ATTEMPTS = 5

BigId = BigInteger().with_variant(Integer, "sqlite")
Moment = DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")
"""A UTC time without a time zone, in microseconds."""
LongText = Text().with_variant(mysql.MEDIUMTEXT, "mysql", "mariadb")
"""A text of up to 16 MB; MySQL's own TEXT holds only 64 KB."""


class Base(DeclarativeBase):
    """The base class of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    # Values that the database computes are read back with the write, while the session is still open.
    __mapper_args__: Any = {"eager_defaults": True}
    __table_args__: Any = {"mysql_charset": "utf8mb4", "mysql_collate": "utf8mb4_bin"}


PrimaryKey = Annotated[int, mapped_column(BigId, primary_key=True)]


class Timestamps:
    """Columns with the times at which a row was created and last changed."""

    created_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    updated_at: Mapped[datetime] = mapped_column(Moment, default=db_now(), onupdate=db_now())


@lru_cache
def engine() -> Engine:
    """Return the engine of the configured database, with this process's connection pool."""
    url = settings().database
    if settings().has_embedded_database:
        # SQLite gives its other files the rights of this one.
        make_private_file(settings().data / DATABASE_FILE)
    if url.get_backend_name() == "sqlite":
        sqlite = create_engine(
            url,
            poolclass=QueuePool,
            pool_size=POOL_SIZE,
            max_overflow=POOL_SIZE,
            # Errors are logged, and the parameters of statements are password hashes and stories.
            hide_parameters=True,
            connect_args={"check_same_thread": False, "timeout": 30},
        )
        event.listen(sqlite, "connect", _prepare_sqlite)
        event.listen(sqlite, "begin", _begin_sqlite)
        return sqlite
    return create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=POOL_SIZE,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_recycle=1800,
        isolation_level="READ COMMITTED",
        connect_args={"connect_timeout": 5, "read_timeout": 30, "write_timeout": 30, "charset": "utf8mb4"},
    )


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    # `_begin_sqlite` begins transactions, not the driver: a deferred transaction that writes later fails with
    # "database is locked" instead of waiting.
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function(SQLITE_FUNCTION, 1, lower_letters, deterministic=True)


def _begin_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


class _Sessions:
    """Opens sessions; nothing is connected at import. Tests bind it to one connection."""

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
    """Open a short session for reading only."""
    with SessionFactory.open(is_writing=False) as session:
        yield session


@contextmanager
def unit_of_work() -> Iterator[Session]:
    """Open a writing session, commit at the end, and publish the enqueued messages. Only this commits.

    No connection is taken before the first statement. After an AppError that `keeps_changes` the transaction
    is committed and the error raised; any other error rolls it back.
    """
    error_to_raise: AppError | None = None
    with SessionFactory.open(is_writing=True) as session:
        try:
            yield session
        except AppError as error:
            if not error.keeps_changes:
                raise
            error_to_raise = error
        session.commit()
    tasks.publisher.publish(session.info.pop("messages", []))
    for callback in session.info.pop("after_commit", []):
        callback()
    if error_to_raise is not None:
        raise error_to_raise


def call_after_commit(session: Session, callback: Callable[[], None]) -> None:
    """Call `callback` once the session's unit of work has committed, or not at all. It must not raise."""
    session.info.setdefault("after_commit", []).append(callback)


def in_transaction(work: Callable[[Session], Result]) -> Result:
    """Call `work` with the session of a unit of work, and return its result; repeated after a deadlock."""

    def call_in_unit_of_work() -> Result:
        with unit_of_work() as session:
            return work(session)

    return call_until(
        call_in_unit_of_work,
        on=(DBAPIError,),
        is_transient=is_deadlock,
        attempts=DEADLOCK_ATTEMPTS,
        pause_seconds=0.05,
        event="transaction.repeated",
    )


def count_affected(session: Session, statement: Executable) -> int:
    """Execute an UPDATE or DELETE and return the number of rows that it matched."""
    result: Any = session.execute(statement, execution_options={"synchronize_session": False})
    return int(result.rowcount)


def is_deadlock(error: BaseException) -> bool:
    """Return whether the database rolled back for a deadlock or lock time-out: a repetition may succeed."""
    arguments: Sequence[object] = getattr(getattr(error, "orig", None), "args", ())
    return bool(arguments) and arguments[0] in DEADLOCK_CODES


def describe_error(error: SQLAlchemyError) -> str:
    """Return what the database or its driver says, in one line."""
    cause = getattr(error, "orig", None) or error
    # The errors of PyMySQL have a number and a text.
    texts = [part for part in cause.args if isinstance(part, str)] or [str(cause)]
    return texts[-1].splitlines()[0].rstrip(".")


class DatabaseBusy(Unavailable):
    code, title = "database.busy", "Database busy"
    detail = "The database is busy; try again in a moment."


def is_locked(error: BaseException) -> bool:
    """Return whether SQLite gave up waiting for another writer: nothing was changed."""
    cause = getattr(error, "orig", None)
    return isinstance(cause, sqlite3.OperationalError) and "database is locked" in str(cause)


def forget_connections() -> None:
    """Drop the pool that a forked child process inherited, without closing the parent's connections."""
    if engine.cache_info().currsize:
        engine().dispose(close=False)


def reset_engine() -> None:
    """Close all connections and forget the engine, so that the next use reads the settings again."""
    if engine.cache_info().currsize:
        engine().dispose()
    for cached in (engine, _writing_factory, _reading_factory):
        cached.cache_clear()
