"""A small local policy: it stops what no studio may draw, and lets classic tales pass.

It looks for sexual content about children and for instructions to build weapons of mass harm: words of one
kind close to words of another. It reads English only and is no replacement for a real moderation service.
"""

import re
from collections.abc import Sequence

from app.providers.moderation.base import Verdict

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
    """Judges by rules."""

    name = "local"
    model = "policy-1"
    costs_money = False
    sees_pictures = False

    def judge(self, texts: Sequence[str]) -> list[Verdict]:
        """Judge each text; scores are 0 or 1."""
        return [_verdict(text) for text in texts]

    def judge_picture(self, picture: bytes) -> Verdict:
        """Never asked: rules about words see no pictures."""
        raise NotImplementedError(f"{len(picture)} bytes: the local policy sees no pictures")


def _verdict(text: str) -> Verdict:
    found = {name: [m.span() for m in rule.finditer(text)] for name, rule in RULES.items()}
    broken = tuple(name for name, spans in found.items() if spans)
    return Verdict(
        flagged=bool(broken),
        categories=broken,
        scores={name: float(bool(spans)) for name, spans in found.items()},
        spans=tuple(span for spans in found.values() for span in spans),
    )
