"""The moderation check of the content that a task uses; content that can't be checked does not pass."""

from collections.abc import Sequence

import structlog
from sqlalchemy.orm import Session

from app.core.config import settings
from app.modules.moderation.service import ModerationService
from app.modules.moderation.subject import Finding, Subject, check_subjects
from app.modules.task.models import Task
from app.pipeline.context import StageContext
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.registry import moderation_provider

UNAVAILABLE = "moderation.unavailable"
log = structlog.get_logger()


class ContentFlagged(ProviderRefused):
    """Content was flagged; `findings` are those of all checked subjects, also of those that passed."""

    def __init__(self, findings: Sequence[Finding], flagged: Sequence[Finding]) -> None:
        named = "; ".join(_describe(finding) for finding in flagged)
        details = {"scenes": [finding.details() for finding in flagged]}
        sentence = f"The content can't be made into a film: {named}."
        super().__init__(sentence, "moderation.flagged", details)
        self.findings = findings


def check_content(
    context: StageContext, subjects: Sequence[Subject], overridden: frozenset[str]
) -> list[Finding]:
    """Check subjects and return one finding for each; [] while moderation is disabled.

    A subject whose digest is in `overridden` passes with any finding. Raises ContentFlagged; ProviderBusy or
    ProviderRefused with `moderation.unavailable` when the provider does not check them.
    """
    if not settings().moderation_enabled:
        log.warning("moderation.disabled", subjects=len(subjects))
        return []
    provider = moderation_provider()
    try:
        with context.calling(provider, [subject.digest for subject in subjects]) as ledger:
            findings = check_subjects(provider, subjects, ledger)
    except ProviderBusy as busy:
        busy.code = UNAVAILABLE
        raise
    except ProviderRefused as refused:
        if not refused.code.startswith("provider."):
            raise
        raise ProviderRefused(f"The content could not be checked: {refused}", UNAVAILABLE) from refused
    flagged = [one for one in findings if one.flagged and one.subject.digest not in overridden]
    if flagged:
        raise ContentFlagged(findings, flagged)
    return findings


def can_check_pictures() -> bool:
    """Return whether the moderation provider checks pictures, and moderation is enabled."""
    return settings().moderation_enabled and moderation_provider().capabilities.checks_pictures


def save_findings(session: Session, task: Task, findings: Sequence[Finding]) -> None:
    """Store the findings of a task's check as verdicts."""
    ModerationService(session).save(findings, task.project_id, task.job_id)


def save_refused_findings(session: Session, task: Task, refusal: Exception) -> None:
    """Store the findings of a refusal that is ContentFlagged, so that an admin can review them."""
    if isinstance(refusal, ContentFlagged):
        save_findings(session, task, refusal.findings)


def _describe(finding: Finding) -> str:
    quotes = ", ".join(f"“{span['text'][:80]}”" for span in finding.spans[:2])
    found = f" – {quotes}" if quotes else ""
    return f"{finding.subject.place} ({', '.join(finding.categories)}{found})"
