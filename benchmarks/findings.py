"""The results of benchmarks with their limits, and the table that shows them."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.console import Console
from rich.table import Table

WIDTH = 140


@dataclass(frozen=True, slots=True)
class Finding:
    """One value with its limit; a value without a limit is only shown."""

    name: str
    value: float
    bound: Literal["at most", "at least", ""] = ""
    limit: float = 0.0
    remark: str = ""

    @property
    def holds(self) -> bool:
        """Whether the value is within its limit."""
        if not self.bound:
            return True
        return self.value <= self.limit if self.bound == "at most" else self.value >= self.limit


def note(name: str, value: float, remark: str = "") -> Finding:
    """Return a finding without a limit."""
    return Finding(name, value, remark=remark)


def at_most(limit: float, name: str, value: float, remark: str = "") -> Finding:
    """Return a finding with an upper limit."""
    return Finding(name, value, "at most", limit, remark)


def at_least(limit: float, name: str, value: float, remark: str = "") -> Finding:
    """Return a finding with a lower limit."""
    return Finding(name, value, "at least", limit, remark)


def show(findings: Sequence[Finding]) -> bool:
    """Print a table of the findings; return whether every limit holds."""
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    table = Table("measure", "value", "limit", "", "remark")
    for one in findings:
        verdict = "" if not one.bound else "[green]holds[/]" if one.holds else "[red]FAILS[/]"
        limit = f"{one.bound} {one.limit:g}" if one.bound else ""
        table.add_row(one.name, f"{one.value:.4g}", limit, verdict, one.remark)
    console.print(table)
    return all(one.holds for one in findings)
