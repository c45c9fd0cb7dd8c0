"""Users who own jobs, and the Locust process that simulates them (`benchmarks.crowd`)."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.core.config import settings
from app.modules.auth.service import AuthService
from app.modules.auth.sessions import SessionService, Visitor
from app.modules.job.schemas import JobConfig
from app.modules.job.service import JobService
from app.modules.project.schemas import ProjectCreate
from app.modules.project.service import ProjectService

STORY = (
    "Mara found a lantern on the shore at dawn. She carried it home.\n\n"
    "At night she walked into the dark forest, and the lantern began to glow.\n\n"
    "In the morning they saw the castle on the hill, and somebody waved."
)
Person = Mapping[str, Any]
Results = dict[str, Any]


def create_owner(session: Session, number: int) -> Person:
    """Create a user with a session and a started job; return the access token and the job's id."""
    user = AuthService(session).create_user(f"Person {number}", f"person{number}@example.org", None)
    story = ProjectCreate.model_validate({"title": f"Lantern {number}", "story_text": STORY})
    project = ProjectService(session).create(story, user)
    job = JobService(session).start(project.id, JobConfig(resolution="480p"), user)
    return {"token": SessionService(session).open(user, Visitor()).access, "job": job.id}


@contextmanager
def simulate_users(
    kind: str, people: Sequence[Person], address: str, seconds: int, per_second: int
) -> Iterator[Results]:
    """Simulate users of a kind for at most so many seconds, `per_second` of them starting in each second.

    The yielded results are filled when the context ends.
    """
    results: Results = {}
    data = settings().data
    names = {"CROWD": str(data / "crowd.json"), "SEEN": str(data / "seen.json")}
    Path(names["CROWD"]).write_text(json.dumps(people))
    script = str(Path(__file__).parent / "crowd.py")
    users = ["-f", script, kind, "-u", str(len(people)), "-r", str(per_second)]
    options = ["--headless", "--host", address, "-t", f"{seconds}s", "--only-summary", "--stop-timeout", "5"]
    with (data / "locust.txt").open("ab") as output:
        command = [sys.executable, "-m", "locust", *users, *options]
        process = subprocess.Popen(command, env={**os.environ, **names}, stdout=output, stderr=output)
        try:
            yield results
            process.wait()
        finally:
            process.terminate()
            process.wait()
    results |= json.loads(Path(names["SEEN"]).read_text())
