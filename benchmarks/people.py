"""Owners of jobs, and the process in which they use the API like people (`benchmarks.crowd`)."""

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

STORY = (
    "Mara found a lantern on the shore at dawn. She carried it home.\n\n"
    "At night she walked into the dark forest, and the lantern began to glow.\n\n"
    "In the morning they saw the castle on the hill, and somebody waved."
)
Person = Mapping[str, Any]
Seen = dict[str, Any]


def owner(session: Session, number: int) -> Person:
    """Open an account whose session is open and whose job is started; gives its token and the job's id."""
    user = AuthService(session).create_user(f"Person {number}", f"person{number}@example.org", None)
    jobs = JobService(session)
    story = ProjectCreate.model_validate({"title": f"Lantern {number}", "story_text": STORY})
    job = jobs.start(jobs.projects.create(story, user).id, JobConfig(resolution="480p"), user)
    return {"token": SessionService(session).open(user, Visitor()).access, "job": job.id}


@contextmanager
def crowd(kind: str, people: Sequence[Person], address: str, seconds: int, a_second: int) -> Iterator[Seen]:
    """Let people come, so many a second, for so long at most; what they saw is there when all have gone."""
    seen: Seen = {}
    data = settings().data
    names = {"CROWD": str(data / "crowd.json"), "SEEN": str(data / "seen.json")}
    Path(names["CROWD"]).write_text(json.dumps(people))
    who = ["-f", str(Path(__file__).parent / "crowd.py"), kind, "-u", str(len(people)), "-r", str(a_second)]
    how = ["--headless", "--host", address, "-t", f"{seconds}s", "--only-summary", "--stop-timeout", "5"]
    with (data / "locust.txt").open("ab") as output:
        command = [sys.executable, "-m", "locust", *who, *how]
        process = subprocess.Popen(command, env={**os.environ, **names}, stdout=output, stderr=output)
        try:
            yield seen
            process.wait()
        finally:
            process.terminate()
            process.wait()
    seen |= json.loads(Path(names["SEEN"]).read_text())
