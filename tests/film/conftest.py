"""The material as fixtures."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.film.timeline import Timeline
from tests.film.material import TIMELINE, film_clips, paint, write_speech


@pytest.fixture(scope="session")
def painted() -> Callable[..., bytes]:
    """Paint a still from a seed."""
    return paint


@pytest.fixture
def speech(tmp_path: Path) -> Callable[[float], Path]:
    """Write a take of some seconds."""
    return partial(write_speech, tmp_path)


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    """Three shots, the second one without narration."""
    return TIMELINE


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The clips of the timeline."""
    return film_clips(tmp_path_factory.mktemp("clips"))
