"""The interface of moderation providers, which check texts and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.providers.capabilities import Capabilities, Provider
from app.providers.ledger import ProviderCallLedger


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of checking one text or picture.

    `scores` go from 0 to 1 by category. `spans` are the (start, end) of flagged passages in characters of the
    text.
    """

    flagged: bool
    categories: tuple[str, ...] = ()
    scores: dict[str, float] = field(default_factory=dict)
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ModerationCapabilities(Capabilities):
    """What a moderation provider can do; `checks_pictures` where it can check more than words."""

    checks_pictures: bool = False


class ModerationProvider(Provider, Protocol):
    """Checks texts and pictures. An error stops the work: nothing passes unchecked."""

    @property
    def capabilities(self) -> ModerationCapabilities:
        """What the adapter can check; verdicts of the same `model` on the same words are equal."""

    def check(self, texts: Sequence[str], ledger: ProviderCallLedger) -> list[Verdict]:
        """Return one verdict for each text, in order; raises ProviderBusy or ProviderRefused."""

    def check_picture(self, picture: bytes, ledger: ProviderCallLedger) -> Verdict:
        """Return the verdict on a PNG, JPEG or WebP file; raises ProviderBusy or ProviderRefused.

        Only called where `checks_pictures` is true.
        """
