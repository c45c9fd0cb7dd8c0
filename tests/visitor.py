"""An HTTP client that registers, starts jobs and follows their events, also through outages of the API."""

import json
from collections.abc import Iterator
from typing import Any

import httpx2

from tests.processes import POLL_SECONDS, pass_time

STORY = (
    "Mara found a lantern on the shore at dawn. She carried it home.\n\n"
    "At night she walked into the dark forest, and the lantern began to glow.\n\n"
    "In the morning they saw the castle on the hill, and somebody waved."
)
PERSON = {"email": "ada@example.org", "password": "a lantern at dawn"}


class Visitor:
    """Ada's client of an API at some address."""

    def __init__(self, address: str) -> None:
        self.client = httpx2.Client(base_url=address, timeout=30)

    def leave(self) -> None:
        """Close all connections."""
        self.client.close()

    def is_served(self) -> bool:
        """Return whether the API is ready, over a new connection."""
        try:
            return httpx2.get(f"{self.client.base_url}/readyz", timeout=10).status_code == 200
        except httpx2.TransportError:
            return False

    def sign_in(self) -> None:
        """Register Ada and sign her in by cookies."""
        self.client.post("/auth/register", json={"fullName": "Ada Tester", **PERSON}).raise_for_status()
        self.client.post("/auth/login", json=PERSON).raise_for_status()

    def new_project(self, story: str = STORY) -> int:
        """Create a project and return its id."""
        project = self.client.post("/projects", json={"title": "Lantern", "story_text": story})
        project.raise_for_status()
        return int(project.json()["id"])

    def start_job(self, project_id: int | None = None, **config: Any) -> int:
        """Start a job on a project, by default a new one, and return the job's id."""
        request = {"project_id": project_id or self.new_project(), "config": {"resolution": "480p", **config}}
        job = self.client.post("/jobs", json=request)
        job.raise_for_status()
        return int(job.json()["id"])

    def read(self, path: str) -> Any:
        """Return the JSON of a path."""
        answer = self.client.get(path)
        answer.raise_for_status()
        return answer.json()

    def events(self, job_id: int, after: int = 0) -> Iterator[dict[str, Any]]:
        """Yield a job's events to its end; a broken stream is continued after its last event."""
        while True:
            try:
                headers = {"Last-Event-ID": str(after)}
                with self.client.stream("GET", f"/jobs/{job_id}/events", headers=headers) as answer:
                    for line in answer.iter_lines():
                        if line.startswith("data: "):
                            event = json.loads(line.removeprefix("data: "))
                        elif line.startswith("id: "):
                            after = int(line.removeprefix("id: "))
                            yield {**event, "id": after}
                            if event["status"] in {"completed", "failed", "cancelled"}:
                                return
            except httpx2.TransportError:
                pass
            pass_time(POLL_SECONDS)
