"""What the studio asks of whoever judges content."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one text or picture; `spans` are (start, end) in characters of what is objected to.

    `scores` go from 0 to 1 by category.
    """

    flagged: bool
    categories: tuple[str, ...] = ()
    scores: dict[str, float] = field(default_factory=dict)
    spans: tuple[tuple[int, int], ...] = ()


class ModerationProvider(Protocol):
    """Judges texts and pictures. `sees_pictures` tells whether it can do the latter."""

    name: str
    model: str
    costs_money: bool
    sees_pictures: bool

    def judge(self, texts: Sequence[str]) -> list[Verdict]:
        """Judge each text; raises ProviderBusy or ProviderRefused rather than let anything pass unread."""

    def judge_picture(self, picture: bytes) -> Verdict:
        """Judge a PNG, JPEG or WebP file; raises ProviderBusy or ProviderRefused."""
