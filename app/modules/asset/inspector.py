"""Inspections in processes of their own: a file that costs too much ends its process, and nothing else."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import structlog

from app.modules.asset.errors import InspectionInterrupted
from app.modules.asset.formats import Format, Medium
from app.modules.asset.inspection import Facts, FileUnfit

CPU_SECONDS: Mapping[Medium, int] = {"image": 10, "sound": 60, "film": 20}
"""The CPU time that the inspection of a file may cost."""
WALL_SECONDS = 120.0
log = structlog.get_logger()
# Signals by which a process ends because of its file. Others, such as SIGTERM, come from outside.
_REASONS = {
    signal.SIGXCPU: "Decoding the file takes too long; save it in a simpler form.",
    signal.SIGXFSZ: "The file can't be decoded.",
    signal.SIGSEGV: "The file can't be decoded.",
    signal.SIGBUS: "The file can't be decoded.",
    signal.SIGABRT: "The file can't be decoded.",
    signal.SIGFPE: "The file can't be decoded.",
    signal.SIGILL: "The file can't be decoded.",
}


class Inspector:
    """Runs inspections, and can end all that are running."""

    def __init__(self, cpu_seconds: Mapping[Medium, int] = CPU_SECONDS) -> None:
        self._cpu_seconds = cpu_seconds
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()

    def inspect(self, path: Path, asset_type: str, expected: Format) -> Facts:
        """Return what `inspect_file` returns. Raises FileUnfit, also for a file that exceeds a limit of the
        process, and InspectionInterrupted.
        """
        seconds = self._cpu_seconds[expected.medium]
        with self._start([str(path), asset_type, expected.content_type, str(seconds)]) as process:
            try:
                output, errors = process.communicate(timeout=WALL_SECONDS)
            except subprocess.TimeoutExpired as error:
                raise FileUnfit(_REASONS[signal.SIGXCPU]) from error
            finally:
                process.kill()
                with self._lock:
                    self._running.discard(process)
        return _read_report(process.returncode, output, errors)

    def stop(self) -> int:
        """End all running inspections, which raise InspectionInterrupted; return how many there were."""
        with self._lock:
            for process in self._running:
                process.kill()
            return len(self._running)

    def _start(self, arguments: list[str]) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "app.modules.asset.inspector_process", *arguments]
        with self._lock:
            process = subprocess.Popen(  # noqa: S603 - the arguments are a path and two closed vocabularies
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_make_environment(),
            )
            self._running.add(process)
        return process


def _make_environment() -> dict[str, str]:
    """Return an environment without settings and secrets."""
    shared = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "LANG", "TMPDIR") if name in os.environ}
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    fixed = one_thread | {"PYTHONDONTWRITEBYTECODE": "1"}
    return {**shared, **fixed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _read_report(status: int, output: bytes, errors: bytes) -> Facts:
    if -status in _REASONS:
        raise FileUnfit(_REASONS[signal.Signals(-status)])
    if status != 0:
        lines = errors.decode(errors="replace").strip().splitlines()
        log.error("inspection.interrupted", status=status, reason=lines[-1] if lines else "")
        raise InspectionInterrupted
    report = json.loads(output)
    if "unfit" in report:
        raise FileUnfit(report["unfit"])
    facts: Facts = report["facts"]
    return facts
