"""The commands of the command line, after their options are parsed."""

import os
import socket
import threading

from rich.console import Console
from sqlalchemy.orm import Session

from app import models  # noqa: F401 - relationships need every table
from app.core import audit, logging, migrations
from app.core.config import ConfigurationError, settings
from app.core.database import in_transaction
from app.core.tasks import configure
from app.embedded import studio, valkey
from app.modules.auth.models import User
from app.modules.auth.schemas import UserRegister
from app.modules.auth.service import AuthService


def run_studio(host: str, port: int, workers: int, stop: threading.Event) -> None:
    """Run all processes until `stop` is set; unfinished jobs continue at the next start."""
    _check_port(host, port)
    shown_host = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104 - only shown
    os.environ.setdefault("PUBLIC_URL", f"http://{shown_host}:{port}")
    use_embedded_redis()
    logging.configure()
    console = Console(stderr=True)
    with studio.lock_folder(settings().data):
        studio.prepare()
        supervisor = studio.open_supervisor()
        try:
            studio.start_redis(supervisor)
            studio.start_api(supervisor, host, port)
            studio.start_workers(supervisor, workers)
            studio.wait_for_api(host, port, stop)
            address = settings().public_url
            console.print(
                f"Animatic Studio runs at {address}, its documentation at {address}/docs", soft_wrap=True
            )
            where = f"All data is in {settings().data}; press Ctrl-C to stop."
            console.print(where, markup=False, soft_wrap=True)
            stop.wait()
            console.print("Stopping …")
        finally:
            studio.stop(supervisor)


def create_admin_account(email: str, name: str, password: str) -> None:
    """Create an admin's account. Raises EmailTaken, WeakPassword or ValidationError."""
    logging.configure()
    request = UserRegister.model_validate({"fullName": name, "email": email, "password": password})
    migrations.ensure_current()

    def create(session: Session) -> User:
        user = AuthService(session).create_user(
            request.full_name, request.email, request.password, role="admin"
        )
        audit.record(session, "admin.created_on_command_line", target=audit.user_target(user.id))
        return user

    user = in_transaction(create)
    Console().print(f"{user.email} is now an admin.")


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ConfigurationError(
                f"{host}:{port} cannot be used ({error.strerror}); choose another --port or --host."
            ) from error


def use_embedded_redis() -> None:
    """Set REDIS_URL to the embedded server, for this process and its children, unless one is configured."""
    if not (settings().redis_url or settings().redis_host):
        os.environ["REDIS_URL"] = valkey.address(settings().data)
    settings.cache_clear()
    configure()
