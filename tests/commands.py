"""Commands that run in the process of their test, because a new process takes seconds to start."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from app.core import database
from app.providers.registry import storage

STOPPING = (signal.SIGINT, signal.SIGTERM)


class RunHere(Protocol):
    """Runs a command's main function with changed settings; returns its exit code, output and errors."""

    def __call__(
        self, main: Callable[[], object], *arguments: object, **changes: str
    ) -> tuple[int, str, str]: ...


@pytest.fixture
def run_here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, configure: Callable[..., None]
) -> Iterator[RunHere]:
    """A function that runs a command in this process, and leaves no setting, engine or signal behind."""
    handlers = {number: signal.getsignal(number) for number in STOPPING}

    def run(main: Callable[[], object], *arguments: object, **changes: str) -> tuple[int, str, str]:
        # Commands write `--data` to the environment, which is restored only where it was changed here.
        configure(**{"STUDIO_DATA": os.environ["STUDIO_DATA"], **changes})
        _forget_services()
        monkeypatch.setattr(sys, "argv", ["command", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        code = ended.value.code
        return (1, out, f"{err}{code}\n") if isinstance(code, str) else (int(code or 0), out, err)

    yield run
    _forget_services()
    for number, handler in handlers.items():
        signal.signal(number, handler)


def _forget_services() -> None:
    """Close what was opened with earlier settings."""
    database.reset_engine()
    storage.cache_clear()
