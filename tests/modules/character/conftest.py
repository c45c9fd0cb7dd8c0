"""A story of Ada's that was segmented, and helpers that find its characters."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.modules.character.casts import Cast
from tests.outbox import Outbox

STORY = (
    "Mara found a lantern on the shore at dawn. “It is warm,” said Mara. The old king met Mara.\n\n"
    "At night Mara carried it into the dark forest. “Who is there?” asked the king. “Only me,” said Mara.\n\n"
    "In the morning Tom saw the castle on the hill. “Look!” said Tom."
)


@pytest.fixture
def cast(ada_api: TestClient, outbox: Outbox) -> Cast:
    """The cast of Ada's project, whose story was segmented."""
    body: dict[str, Any] = {"title": "Lantern", "story_text": STORY, "language": "en"}
    cast = Cast(ada_api, int(ada_api.post("/projects", json=body).json()["id"]), outbox)
    cast.segment()
    return cast
