"""The address of the database, as DATABASE_URL has it."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from app.core.errors import ConfigurationError

DRIVERS = {"mysql+pymysql", "mariadb+pymysql", "sqlite", "sqlite+pysqlite"}


def parse_database_url(address: str) -> URL:
    """Return the address with its driver. Raises ConfigurationError for another kind of database."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # The address is not shown, because it may contain a password.
        raise ConfigurationError(
            "DATABASE_URL is not the address of a database; write it as mysql://user:password@host:3306/name."
        ) from None
    url = url.set(drivername="mysql+pymysql") if url.drivername in {"mysql", "mariadb"} else url
    if url.drivername not in DRIVERS:
        raise ConfigurationError(
            f"DATABASE_URL begins with {url.drivername}; the studio works with mysql and with sqlite."
        )
    return url
