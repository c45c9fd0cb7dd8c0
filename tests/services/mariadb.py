"""A MariaDB server for the tests alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pymysql

from tests.processes import free_port
from tests.services.server import Service, program, run, serve


def execute(port: int, statement: str) -> None:
    """Execute one statement as root."""
    with pymysql.connect(host="127.0.0.1", port=port, user="root") as connection:
        connection.cursor().execute(statement)


@contextmanager
def mariadb(folder: Path) -> Iterator[Service]:
    """Start the server with an empty database, and yield it with the settings for it."""
    data, port = folder / "data", free_port()
    user = ["--user=root"] if os.getuid() == 0 else []
    run(
        [
            *(program("mariadb-install-db"), "--no-defaults", *user),
            *(f"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db"),
        ]
    )
    server = serve(
        [
            *(program("mariadbd"), "--no-defaults", *user, f"--datadir={data}"),
            *("--bind-address=127.0.0.1", f"--port={port}", f"--socket={folder / 'mariadb.sock'}"),
            *("--skip-name-resolve", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=2"),
            *("--innodb-buffer-pool-size=128M", f"--pid-file={folder / 'mariadb.pid'}"),
        ],
        folder / "mariadb.log",
    )
    try:
        server.wait_ready(lambda: execute(port, "SELECT 1"))
        execute(port, "CREATE DATABASE studio CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
        yield Service(server, {"DATABASE_URL": f"mysql+pymysql://root@127.0.0.1:{port}/studio"})
    finally:
        server.stop()
