"""The vendors that adapters and jobs are tested against."""

from collections.abc import Callable, Iterator

import pytest

from app.core.config import settings
from app.providers import openai, registry
from tests.vendors.openai_server import OpenAIServer, serve_openai


def forget_settings() -> None:
    """Drop cached settings and adapters, so that the environment is read again."""
    settings.cache_clear()
    openai.client.cache_clear()
    registry.adapter.cache_clear()


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Change settings by their names for one test."""

    def change(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        forget_settings()

    yield change
    monkeypatch.undo()
    forget_settings()


@pytest.fixture
def vendor(setting: Callable[..., None]) -> Iterator[OpenAIServer]:
    """An OpenAI server on loopback, with its address and a key in the settings."""
    with serve_openai() as server:
        setting(
            OPENAI_API_KEY="sk-test-very-secret", OPENAI_BASE_URL=server.base_url, OPENAI_TIMEOUT_SECONDS="5"
        )
        yield server
        openai.client().close()
