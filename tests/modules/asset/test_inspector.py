"""The limits of the process that inspects a file."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.modules.asset.errors import InspectionInterrupted
from app.modules.asset.formats import get_format
from app.modules.asset.inspector import Inspector
from tests.files import sound
from tests.processes import wait_until


def run_limited(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python code under the limits of an inspection of one second."""
    limited = f"from app.modules.asset.inspector_process import limit_resources; limit_resources(1); {code}"
    return subprocess.run([sys.executable, "-c", limited, *arguments], capture_output=True, timeout=60)


def test_the_process_ends_when_it_has_used_its_cpu_time() -> None:
    ended = run_limited("exec('while True: pass')")

    assert ended.returncode == -signal.SIGXCPU


def test_the_process_gets_no_more_memory_than_its_limit() -> None:
    ended = run_limited("bytearray(1 << 30)")

    assert ended.stderr.strip().endswith(b"MemoryError")


def test_the_process_writes_to_no_file(tmp_path: Path) -> None:
    ended = run_limited("import sys; open(sys.argv[1], 'wb', 0).write(b'x')", str(tmp_path / "file"))

    assert b"File too large" in ended.stderr
    assert (tmp_path / "file").read_bytes() == b""


def test_an_inspection_that_is_ended_from_outside_rejects_nothing(tmp_path: Path) -> None:
    path, wav, inspector = tmp_path / "long.wav", get_format("music", "audio/wav"), Inspector()
    path.write_bytes(sound("audio/wav", seconds=300))
    assert wav is not None
    stopper = threading.Thread(target=wait_until, args=(inspector.stop, "an inspection to stop"))
    stopper.start()

    with pytest.raises(InspectionInterrupted):
        inspector.inspect(path, "music", wav)

    stopper.join()
