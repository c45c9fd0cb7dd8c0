"""Text that a client sends forges no line of the log and moves no terminal's cursor."""

import logging
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper

import pytest
import structlog
from fastapi.testclient import TestClient

from app.core import logging as logs
from app.core.http import PREFIX
from app.main import create_app

FORGED = "2026-01-01T00:00:00Z [info     ] job.completed"
CONTROLS = {
    "escape": "\x1b[2J\x1b]0;owned\x07",
    "c1": "\x9b31m",
    "line breaks": f"\r\n{FORGED}",
    "unicode line breaks": f"\u2028{FORGED}\u2029{FORGED}\x85{FORGED}",
    "vertical": "\x0b\x0c\x1c\x1d\x1e",
    "bidi": "\u202egnp.exe\u2066\u200f",
    "delete": "\x7f\x08\x00",
    "surrogate": "\ud800",
}


@pytest.fixture(params=["text", "json"])
def read_log(
    request: pytest.FixtureRequest, configure: Callable[..., None]
) -> Iterator[Callable[[], list[str]]]:
    """Log in one of the formats; yield a function that returns the lines that were written."""
    root, level = logging.getLogger(), logging.getLogger().level
    configure(LOG_FORMAT=request.param, LOG_LEVEL="INFO")
    logs.configure()
    (handler,), written = root.handlers, BytesIO()
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(TextIOWrapper(written, "utf-8", write_through=True))
    yield lambda: written.getvalue().decode().split("\n")[:-1]
    root.removeHandler(handler)
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_a_logged_value_is_one_printable_line(read_log: Callable[[], list[str]], text: str) -> None:
    structlog.get_logger().warning("upload.refused", path=f"a{text}b", names=[text], fields={text: text})

    lines = read_log()

    assert len(lines) == 1
    assert lines[0].isprintable()
    assert "upload.refused" in lines[0]


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_a_message_of_a_library_is_one_printable_line(read_log: Callable[[], list[str]], text: str) -> None:
    logging.getLogger("some.library").warning("Cannot parse %s", f"a{text}b")

    lines = read_log()

    assert len(lines) == 1
    assert lines[0].isprintable()


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_the_message_of_an_error_begins_no_line_of_the_log(
    read_log: Callable[[], list[str]], text: str
) -> None:
    try:
        raise ValueError(f"a{text}b")
    except ValueError:
        structlog.get_logger().exception("request.failed", error=ValueError(text))

    lines = read_log()

    assert all(line.isprintable() for line in lines)
    assert not [line for line in lines[1:] if not line.startswith("    ")]
    assert "ValueError" in "".join(lines)


def test_a_path_of_a_failing_request_is_logged_in_one_line(
    read_log: Callable[[], list[str]], schema: None
) -> None:
    app = create_app()

    @app.get(f"{PREFIX}/bug/{{name}}")
    def fail(name: str) -> None:
        raise RuntimeError(name)

    TestClient(app, raise_server_exceptions=False).get("/bug/%1B%5B2J%0D%0A2026%E2%80%AE%C2%9B")
    lines = read_log()

    assert all(line.isprintable() for line in lines)
    assert not [line for line in lines if line.startswith("2026") and "request.failed" not in line]
