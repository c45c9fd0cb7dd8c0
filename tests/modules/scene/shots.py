"""A project's scenes and shots as a client sees them."""

from dataclasses import dataclass
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.outbox import Outbox


@dataclass
class Screenplay:
    """The scenes of one project with their shots, through the API."""

    api: TestClient
    project: int
    outbox: Outbox

    @property
    def path(self) -> str:
        """The address of the scenes."""
        return f"/projects/{self.project}/scenes"

    def scenes(self) -> list[dict[str, Any]]:
        """Return all scenes."""
        found: list[dict[str, Any]] = self.api.get(self.path).json()
        return found

    def shots(self, scene: int = 0) -> list[dict[str, Any]]:
        """Return the shots of the scene at a place of the order."""
        found: list[dict[str, Any]] = self.api.get(f"{self.path}/{self.scenes()[scene]['id']}/shots").json()
        return found

    def place(self, scene: int = 0, shot: int = 0) -> str:
        """Return the address of a shot."""
        found = self.shots(scene)[shot]
        return f"{self.path}/{found['scene_id']}/shots/{found['id']}"

    def change(self, scene: int, shot: int, **changes: Any) -> Response:
        """Send a change of a shot."""
        return self.api.patch(self.place(scene, shot), json=changes)

    def change_scene(self, scene: int, **changes: Any) -> dict[str, Any]:
        """Change a scene and return it."""
        answer = self.api.patch(f"{self.path}/{self.scenes()[scene]['id']}", json=changes)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())
