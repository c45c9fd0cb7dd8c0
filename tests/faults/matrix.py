"""The matrix of faults: what each cost in time and money, and how it ended."""

import io
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Row:
    """How one film ended: wall seconds, calls that were paid for twice, and the outcome."""

    seconds: float
    paid_twice: int
    outcome: str


class Matrix:
    """Collects a row a fault; the undisturbed film is what the others are measured by."""

    def __init__(self) -> None:
        self.undisturbed = 0.0
        self.rows: dict[str, Row] = {}

    def __str__(self) -> str:
        table = Table("fault", "seconds lost", "calls paid twice", "outcome", title="Faults")
        for fault, row in self.rows.items():
            lost = f"{row.seconds - self.undisturbed:.1f}"
            table.add_row(fault, lost, str(row.paid_twice), row.outcome)
        table.caption = f"An undisturbed film takes {self.undisturbed:.1f} seconds."
        words = io.StringIO()
        Console(file=words, width=110).print(table)
        return words.getvalue()
