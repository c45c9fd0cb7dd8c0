"""The least that the shots of the gold stories show of what their sentences name."""

import pytest

from app.film.brief import Look
from tests.film.boards.craft.gold_shots import load_shots
from tests.film.boards.craft.report import Verdict, find_share

FLOORS = {"place": 1.0, "people": 0.99, "thing": 0.76, "pose": 0.94}
"""The least share of shots, 0 to 1, that show what is asked of them: what was measured last, less 0.02."""


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    """What every shot of every gold story shows."""
    return [Verdict.of(shot, shot.draw(Look((1280, 720)))) for shot in load_shots()]


@pytest.mark.parametrize("column", FLOORS)
def test_shots_show_as_much_as_they_did(verdicts: list[Verdict], column: str) -> None:
    share = find_share(verdicts, column)

    assert share is not None
    assert share >= FLOORS[column]
