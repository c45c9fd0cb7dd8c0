"""The table of faults: what each cost in time and calls, and how its film ended."""

import io
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Row:
    """The end of one film: wall-clock seconds, calls that were paid twice, and the outcome."""

    seconds: float
    paid_twice: int
    outcome: str


class Matrix:
    """Collects one row for each fault; `undisturbed` is the time of a film without a fault."""

    def __init__(self) -> None:
        self.undisturbed = 0.0
        self.rows: dict[str, Row] = {}

    def __str__(self) -> str:
        table = Table("fault", "seconds lost", "calls paid twice", "outcome", title="Faults")
        for fault, row in self.rows.items():
            lost = f"{row.seconds - self.undisturbed:.1f}"
            table.add_row(fault, lost, str(row.paid_twice), row.outcome)
        table.caption = f"An undisturbed film takes {self.undisturbed:.1f} seconds."
        output = io.StringIO()
        Console(file=output, width=110).print(table)
        return output.getvalue()
