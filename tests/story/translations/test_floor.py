"""What the reader by cue words must find at least in tales in German, French and Spanish."""

from pathlib import Path

import pytest

from tests.story.gold.gold import load_folder
from tests.story.gold.reading import predict
from tests.story.gold.report import score_texts
from tests.story.gold.scorer import Score

FLOORS = {"cast_f1": 0.96, "places": 0.86, "speakers": 0.97}
"""The share from 0 to 1 of each total: what was measured last, less 0.03."""


@pytest.fixture(scope="module")
def total() -> Score:
    """The micro-averaged score of all tales."""
    return sum(score_texts(load_folder(Path(__file__).parent), predict).values(), Score())


@pytest.mark.parametrize("column", FLOORS)
def test_the_reader_by_cue_words_finds_as_much_as_it_did(total: Score, column: str) -> None:
    value = getattr(total, column)

    assert (value if isinstance(value, float) else value.ratio) >= FLOORS[column]
