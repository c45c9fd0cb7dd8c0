"""The vendors that adapters are tested against."""

from collections.abc import Iterator

import pytest

from app.core.config import settings
from app.providers import openai
from tests.vendors.openai_server import OpenAIServer, serving


@pytest.fixture
def vendor(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAIServer]:
    """An OpenAI on loopback, with a key for it in the settings."""
    with serving() as server:
        monkeypatch.setenv("OPENAI_API_KEY", "sk-test-very-secret")
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_TIMEOUT_SECONDS", "5")
        settings.cache_clear()
        openai.client.cache_clear()
        yield server
        openai.client().close()
    monkeypatch.undo()
    settings.cache_clear()
    openai.client.cache_clear()
