"""Judging what a task is about to use; without a judge nothing passes."""

from collections.abc import Sequence

import structlog
from sqlalchemy.orm import Session

from app.core.config import settings
from app.modules.moderation.service import ModerationService
from app.modules.moderation.subject import Finding, Subject, judged
from app.modules.task.models import Task
from app.pipeline.workbench import Workbench
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.registry import moderation_provider

UNAVAILABLE = "moderation.unavailable"
log = structlog.get_logger()


class ContentFlagged(ProviderRefused):
    """Something was found; `findings` are all verdicts, the good ones too."""

    def __init__(self, findings: Sequence[Finding], flagged: Sequence[Finding]) -> None:
        named = "; ".join(_named(finding) for finding in flagged)
        details = {"scenes": [finding.details() for finding in flagged]}
        sentence = f"The content can't be made into a film: {named}."
        super().__init__(sentence, "moderation.flagged", details)
        self.findings = findings


def judge(bench: Workbench, subjects: Sequence[Subject], excused: frozenset[str]) -> list[Finding]:
    """Have subjects judged; those whose digest is excused pass whatever is found.

    Raises ContentFlagged; ProviderBusy or ProviderRefused with `moderation.unavailable` when nobody judges.
    """
    if not settings().moderation_enabled:
        log.warning("moderation.disabled", subjects=len(subjects))
        return []
    provider = moderation_provider()
    try:
        with bench.calling(provider, [subject.digest for subject in subjects]) as ledger:
            findings = judged(provider, subjects, ledger)
    except ProviderBusy as busy:
        busy.code = UNAVAILABLE
        raise
    except ProviderRefused as refused:
        if not refused.code.startswith("provider."):
            raise
        raise ProviderRefused(f"Nobody could judge the content: {refused}", UNAVAILABLE) from refused
    flagged = [finding for finding in findings if finding.flagged and finding.subject.digest not in excused]
    if flagged:
        raise ContentFlagged(findings, flagged)
    return findings


def sees_pictures() -> bool:
    """Tell whether pictures can be judged; rules about words can't."""
    return settings().moderation_enabled and moderation_provider().capabilities.checks_pictures


def keep_verdicts(session: Session, task: Task, outcome: object) -> None:
    """Store the verdicts of a refusal, or of what passed."""
    findings = outcome.findings if isinstance(outcome, ContentFlagged) else outcome
    if isinstance(findings, Sequence):
        ModerationService(session).keep([one for one in findings if isinstance(one, Finding)], task)


def _named(finding: Finding) -> str:
    quotes = ", ".join(f"“{span['text'][:80]}”" for span in finding.spans[:2])
    found = f" – {quotes}" if quotes else ""
    return f"{finding.subject.place} ({', '.join(finding.categories)}{found})"
