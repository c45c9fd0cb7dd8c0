"""A small local policy, which classic tales pass.

It flags sexual content about children and instructions to build weapons, found as words of one kind within
eight words of another. It reads English only and is no replacement for a real moderation service.
"""

import re
from collections.abc import Sequence

from app.providers.ledger import ProviderCallLedger
from app.providers.moderation.base import ModerationCapabilities, Verdict

_NEAR = r"\W+(?:\w+\W+){0,8}?"
_MINOR = r"(?:child|children|minor|underage|schoolgirl|schoolboy|toddler|preteen)\w*"
_SEXUAL = r"(?:porn|pornograph\w*|sexual\w*|erotic\w*|nude|naked\s+photo\w*|sex)"
_HOW_TO = r"(?:how\s+to|instructions?\s+(?:for|to)|recipe\s+for|steps?\s+to)"
_WEAPON = r"(?:nerve\s+agent|sarin|pipe\s+bomb|nail\s+bomb|dirty\s+bomb|anthrax)"

RULES: dict[str, re.Pattern[str]] = {
    "sexual/minors": re.compile(
        rf"\b{_MINOR}\b{_NEAR}\b{_SEXUAL}\b|\b{_SEXUAL}\b{_NEAR}\b{_MINOR}\b", re.IGNORECASE
    ),
    "illicit/violent": re.compile(rf"\b{_HOW_TO}\b{_NEAR}\b{_WEAPON}", re.IGNORECASE),
}


class LocalPolicy:
    """Checks texts by rules about words."""

    capabilities = ModerationCapabilities("local", "policy-1")

    def check(self, texts: Sequence[str], ledger: ProviderCallLedger) -> list[Verdict]:  # noqa: ARG002 - no call
        """Return one verdict for each text, in order; scores are 0 or 1."""
        return [_check_text(text) for text in texts]

    def check_picture(self, picture: bytes, ledger: ProviderCallLedger) -> Verdict:
        """Raise NotImplementedError: rules about words can't check pictures."""
        raise NotImplementedError(f"{len(picture)} bytes: the local policy can't check pictures")


def _check_text(text: str) -> Verdict:
    found = {name: [m.span() for m in rule.finditer(text)] for name, rule in RULES.items()}
    broken = tuple(name for name, spans in found.items() if spans)
    return Verdict(
        flagged=bool(broken),
        categories=broken,
        scores={name: float(bool(spans)) for name, spans in found.items()},
        spans=tuple(span for spans in found.values() for span in spans),
    )
