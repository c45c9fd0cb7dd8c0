"""The current time: of this process, and of the database server."""

import os
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import DateTime, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


def now() -> datetime:
    """Return this process's time in UTC as a naive datetime.

    `CLOCK_OFFSET_SECONDS` shifts it, for tests of hosts whose clock is wrong.
    """
    offset = float(os.environ.get("CLOCK_OFFSET_SECONDS", "0"))
    return (datetime.now(UTC) + timedelta(seconds=offset)).replace(tzinfo=None)


class db_now(FunctionElement[datetime]):  # noqa: N801 - reads as SQL, like `func.now`
    """The database's clock in UTC with microseconds, shifted by `seconds`, as an SQL expression.

    Leases and deadlines use only this clock, so that a worker whose own clock is wrong does no harm.
    """

    type = DateTime()
    inherit_cache = True

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__(*([] if seconds is None else [literal(float(seconds))]))


@compiles(db_now, "sqlite")
def _compile_for_sqlite(element: db_now, compiler: SQLCompiler, **options: Any) -> str:
    shift = compiler.process(element.clauses, **options)
    shift = f", printf('%+.3f seconds', {shift})" if shift else ""
    return f"(strftime('%Y-%m-%d %H:%M:%f', 'now'{shift}) || '000')"


@compiles(db_now, "mysql")
@compiles(db_now, "mariadb")
def _compile_for_mysql(element: db_now, compiler: SQLCompiler, **options: Any) -> str:
    shift = compiler.process(element.clauses, **options)
    return f"(UTC_TIMESTAMP(6) + INTERVAL {shift} SECOND)" if shift else "UTC_TIMESTAMP(6)"
