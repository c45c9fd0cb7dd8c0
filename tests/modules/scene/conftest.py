"""A story of Ada's that was segmented into scenes of several shots."""

import pytest
from fastapi.testclient import TestClient

from tests.modules.scene.shots import Screenplay
from tests.outbox import Outbox

STORY = (
    "Mara found a lantern on the shore at dawn. She lifted it out of the wet sand and wiped the glass. "
    "“It is warm,” said Mara. Tom opened the heavy lid with his knife. A cold wind blew over the beach.\n\n"
    "At night Mara ran into the dark forest. A wolf followed her between the black trees. "
    "“Who is there?” asked Tom. The lantern fell, and everything was dark."
)


@pytest.fixture
def play(ada_api: TestClient, outbox: Outbox) -> Screenplay:
    """The scenes of Ada's project, whose story was segmented."""
    body = {"title": "Lantern", "story_text": STORY, "language": "en"}
    play = Screenplay(ada_api, int(ada_api.post("/projects", json=body).json()["id"]), outbox)
    ada_api.post(f"/projects/{play.project}/segment")
    outbox.deliver_all()
    return play
