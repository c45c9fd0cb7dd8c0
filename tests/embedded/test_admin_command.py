"""`studio admin create`, as an operator runs it."""

import os
import subprocess
import sys
from pathlib import Path

GRACE = "grace@example.org"
PASSWORD = "seven brass lanterns"


def create(data: Path, email: str, password: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "app.cli",
        "admin",
        "create",
        email,
        "--password-stdin",
        "--data",
        str(data),
    ]
    clean = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "STUDIO_DATA"}}
    return subprocess.run(command, input=password, capture_output=True, text=True, timeout=60, env=clean)


def test_the_first_admin_is_made_on_the_command_line_once(tmp_path: Path) -> None:
    made = create(tmp_path, " Grace@Example.org", f"{PASSWORD}\n")
    again = create(tmp_path, GRACE, PASSWORD)

    assert (made.returncode, made.stdout) == (0, f"{GRACE} is now an admin.\n")
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert PASSWORD not in made.stdout + made.stderr


def test_an_invalid_admin_is_refused_in_one_sentence(tmp_path: Path) -> None:
    no_address, weak = create(tmp_path, "grace", PASSWORD), create(tmp_path, GRACE, "password123")

    for refused in (no_address, weak):
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.startswith("studio: ")
        assert refused.stderr.count("\n") == 1
