"""One studio in real processes for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.embedded.studio import Studio


@pytest.fixture(scope="package")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A running studio with Ada signed in."""
    data: Path = tmp_path_factory.mktemp("studio")
    running = Studio(data).start()
    running.sign_in()
    yield running
    running.stop()
    running.leave()
