"""Fixtures of the tests of attacks."""

from collections.abc import Iterator

import pytest
from anyio.from_thread import start_blocking_portal
from fastapi.testclient import TestClient

from app.main import create_app
from tests.accounts import CountingHasher
from tests.raw_requests import RawClient


@pytest.fixture(autouse=True)
def quick_hashes(hasher: CountingHasher) -> None:
    """Use the quick password hasher in every test."""


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """A project of Ada's with one scene."""
    made = ada_api.post("/projects", json={"title": "Lantern", "story_text": "Mara woke."}).json()
    ada_api.post(f"/projects/{made['id']}/scenes", json={"description": "Mara woke."})
    return int(made["id"])


@pytest.fixture
def raw(grace_api: TestClient) -> Iterator[RawClient]:
    """A client of the app, signed in as an admin where a request asks for it."""
    with start_blocking_portal() as portal:
        yield RawClient(create_app(), portal, grace_api.headers["authorization"])
