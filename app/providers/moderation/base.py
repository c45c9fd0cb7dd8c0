"""What the studio asks of whoever judges content."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one text; `spans` are (start, end) in characters of what is objected to."""

    flagged: bool
    categories: tuple[str, ...] = ()
    scores: dict[str, float] = field(default_factory=dict)
    spans: tuple[tuple[int, int], ...] = ()


class ModerationProvider(Protocol):
    """Judges texts, in order."""

    name: str
    model: str
    costs_money: bool

    def judge(self, texts: Sequence[str]) -> list[Verdict]:
        """Judge each text; raises ProviderBusy or ProviderRefused rather than let anything pass unread."""
