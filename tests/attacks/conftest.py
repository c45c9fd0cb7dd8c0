"""Fixtures of the tests of attacks."""

import pytest

from tests.accounts import CountingHasher


@pytest.fixture(autouse=True)
def quick_hashes(hasher: CountingHasher) -> None:
    """Use the quick password hasher in every test."""
