"""The shares of shots that show what their story asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table

from app.film.boards.layers import Painting
from tests.film.boards.craft.gold_shots import GoldShot
from tests.film.boards.craft.judgement import COLUMNS, judge


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a shot's display list shows, by the columns; None where the story asks for nothing."""

    shot: GoldShot
    columns: dict[str, bool | None]

    @classmethod
    def of(cls, shot: GoldShot, painting: Painting) -> "Verdict":
        """Judge a shot by its display list."""
        return cls(shot, judge(shot, painting))

    @property
    def missing(self) -> list[str]:
        """The columns in which the shot fails."""
        return [column for column, is_shown in self.columns.items() if is_shown is False]


def find_share(verdicts: Sequence[Verdict], column: str) -> float | None:
    """Return the share of shots, 0 to 1, that show what a column asks of them, None where it asks nothing."""
    asked = [verdict.columns[column] for verdict in verdicts if verdict.columns[column] is not None]
    return sum(map(bool, asked)) / len(asked) if asked else None


def build_table(verdicts: Sequence[Verdict]) -> Table:
    """Return the shares in percent, a row for each story and their total."""
    table = Table("story", "shots", *COLUMNS)
    for story in dict.fromkeys(verdict.shot.story for verdict in verdicts):
        _add_row(table, story, [verdict for verdict in verdicts if verdict.shot.story == story])
    table.add_section()
    _add_row(table, "total", verdicts)
    return table


def _add_row(table: Table, name: str, verdicts: Sequence[Verdict]) -> None:
    shares = [find_share(verdicts, column) for column in COLUMNS]
    cells = ["–" if share is None else f"{100 * share:.0f}" for share in shares]
    table.add_row(name, str(len(verdicts)), *cells)
