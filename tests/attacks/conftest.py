"""What the attacks share."""

import pytest

from tests.accounts import CountingHasher


@pytest.fixture(autouse=True)
def quick_hashes(hasher: CountingHasher) -> None:
    """Hash quickly in every test."""
