"""What the reader of stories must find at least in the annotated texts that it was tuned on."""

import pytest

from tests.story.gold.gold import FOLDER, load_folder
from tests.story.gold.reading import predict
from tests.story.gold.report import score_texts
from tests.story.gold.scorer import Score

FLOORS = {"cast_f1": 0.89, "places": 0.86, "speakers": 0.84, "mentions": 0.70, "event_f1": 0.73}
"""The share from 0 to 1 of each total: what was measured last, less 0.03."""
MOST_DRAWN_WRONGLY = 0.05
"""The most that may be drawn of what is denied, wished, remembered or only said."""


@pytest.fixture(scope="module")
def total() -> Score:
    """The micro-averaged score of all texts."""
    return sum(score_texts(load_folder(FOLDER), predict).values(), Score())


@pytest.mark.parametrize("column", FLOORS)
def test_the_reader_finds_as_much_as_it_did(total: Score, column: str) -> None:
    value = getattr(total, column)

    assert (value if isinstance(value, float) else value.ratio) >= FLOORS[column]


def test_hardly_anything_is_drawn_that_does_not_happen(total: Score) -> None:
    assert (total.drawn_wrongly.ratio or 0) <= MOST_DRAWN_WRONGLY
