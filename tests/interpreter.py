"""Other Python processes, which inherit nothing from the process of the tests."""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]


def run_python(*arguments: str) -> str:
    """Run Python in the repository with another seed of hashes and no setting; return its output."""
    inherited = {name: os.environ[name] for name in ("HOME", "PATH", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=REPOSITORY,
        env={**inherited, "PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
