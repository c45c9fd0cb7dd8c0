"""A request that claims another host: no answer names it."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

NEW = {"title": "Lantern", "story_text": "Mara found a lantern."}
FORGED = [{"Host": "evil.example"}, {"X-Forwarded-Host": "evil.example"}, {"Forwarded": "host=evil.example"}]


@pytest.mark.parametrize("headers", FORGED)
def test_the_address_of_the_next_page_is_the_public_one(
    ada_api: TestClient, configure: Callable[..., None], headers: dict[str, str]
) -> None:
    created = [ada_api.post("/projects", json=NEW, headers=headers) for _ in range(2)]
    configure(PUBLIC_URL="https://studio.example/")

    answer = ada_api.get("/projects?q=LANTERN&limit=1", headers=headers)

    link = answer.headers["link"]
    assert link.startswith("<https://studio.example/api/v1/projects?q=LANTERN&")
    assert [
        name for one in (answer, *created) for name, value in one.headers.items() if "evil" in value
    ] == []
