"""The fixtures of all attacks."""

import pytest

from tests.accounts import CountingHasher


@pytest.fixture(autouse=True)
def quick_hashes(hasher: CountingHasher) -> None:
    """Use a quick password hasher in every test."""
