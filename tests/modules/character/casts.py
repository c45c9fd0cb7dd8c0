"""A project's cast as a client sees it."""

from dataclasses import dataclass
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.outbox import Outbox


@dataclass
class Cast:
    """The characters of one project and its scenes, through the API."""

    api: TestClient
    project: int
    outbox: Outbox

    @property
    def path(self) -> str:
        """The address of the characters."""
        return f"/projects/{self.project}/characters"

    @property
    def names(self) -> list[str]:
        """The names of all characters, in order."""
        return [one["name"] for one in self.list_all()]

    def list_all(self) -> list[dict[str, Any]]:
        """Return all characters."""
        found: list[dict[str, Any]] = self.api.get(self.path).json()
        return found

    def get(self, name: str) -> dict[str, Any]:
        """Return a character by its name."""
        return next(one for one in self.list_all() if one["name"] == name)

    def place(self, name: str) -> str:
        """Return the address of a character."""
        return f"{self.path}/{self.get(name)['id']}"

    def change(self, who: str, /, **changes: Any) -> Response:
        """Send a change of a character."""
        return self.api.patch(self.place(who), json=changes)

    def delete(self, name: str) -> Response:
        """Send the deletion of a character."""
        return self.api.delete(self.place(name))

    def merge(self, name: str, into: str) -> Response:
        """Send the merger of a character into another one."""
        return self.api.post(f"{self.place(name)}/merge", json={"into": self.get(into)["id"]})

    def scenes(self) -> list[dict[str, Any]]:
        """Return all scenes."""
        found: list[dict[str, Any]] = self.api.get(f"/projects/{self.project}/scenes").json()
        return found

    def change_scene(self, index: int, **changes: Any) -> dict[str, Any]:
        """Change a scene and return it."""
        scene = self.scenes()[index]
        answer = self.api.patch(f"/projects/{self.project}/scenes/{scene['id']}", json=changes)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def prompts(self, name: str) -> list[str]:
        """Return the prompts of a character on the scenes that show it."""
        return [
            scene["character_prompts"][scene["characters"].index(name)]
            for scene in self.scenes()
            if name in scene["characters"]
        ]

    def segment(self, story: str = "") -> None:
        """Segment the story, or another one in its place."""
        if story:
            self.api.patch(f"/projects/{self.project}", json={"story_text": story})
        assert self.api.post(f"/projects/{self.project}/segment").status_code == 202
        self.outbox.deliver_all()
