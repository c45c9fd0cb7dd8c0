"""Verdicts: stored by the pipeline, reviewed and overridden by admins."""

from collections.abc import Sequence
from typing import Literal

from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.modules.auth.models import User
from app.modules.moderation.errors import NothingToOverride, VerdictNotFound
from app.modules.moderation.models import ModerationVerdict
from app.modules.moderation.repository import VerdictRepository
from app.modules.moderation.subject import Finding, Subject
from app.providers.moderation.base import ModerationProvider

ExpectedVerdict = Literal["passed", "flagged", "unknown"]


class ModerationService:
    """Stores verdicts and lets admins override them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.verdicts = VerdictRepository(session)

    def save(self, findings: Sequence[Finding], project_id: int, job_id: int | None) -> None:
        """Store findings on a project's content as verdicts; `job_id` is None outside a job."""
        self.verdicts.add_all([_verdict_from(finding, project_id, job_id) for finding in findings])

    def list_overridden(self, project_id: int) -> frozenset[str]:
        """Return the digests of a project's content whose verdict an admin has overridden."""
        return frozenset(self.verdicts.list_overridden(project_id))

    def list_all(
        self, flagged: bool | None, project_id: int | None, page: int, limit: int
    ) -> tuple[Sequence[ModerationVerdict], int]:
        """Return a page of all verdicts, newest first, and the number of all."""
        rows = self.verdicts.list_(flagged, project_id, (page - 1) * limit, limit)
        return rows, self.verdicts.count(flagged, project_id)

    def override(self, verdict_id: int, reason: str, admin: User) -> ModerationVerdict:
        """Let flagged content pass from now on, and return its verdict.

        Raises VerdictNotFound or NothingToOverride.
        """
        verdict = self.verdicts.get_locked(verdict_id)
        if verdict is None:
            raise VerdictNotFound
        if not verdict.flagged:
            raise NothingToOverride
        verdict.overridden_by, verdict.override_reason = admin.id, reason
        verdict.overridden_at = db_now()
        self.session.flush()
        self.session.refresh(verdict)
        return verdict

    def get_expected_verdict(
        self, project_id: int, subjects: Sequence[Subject], provider: ModerationProvider
    ) -> ExpectedVerdict:
        """Return the verdict that a check of this content is expected to have, by earlier ones."""
        digests = {subject.digest for subject in subjects}
        known = self.verdicts.list_of_content(project_id, digests)
        latest = {v.content_digest: v for v in known if v.model == provider.capabilities.model}
        if any(verdict.flagged and verdict.overridden_at is None for verdict in latest.values()):
            return "flagged"
        return "passed" if digests <= latest.keys() else "unknown"


def _verdict_from(finding: Finding, project_id: int, job_id: int | None) -> ModerationVerdict:
    return ModerationVerdict(
        project_id=project_id,
        scene_id=finding.subject.scene_id,
        job_id=job_id,
        subject=finding.subject.kind,
        flagged=finding.flagged,
        categories=list(finding.categories),
        scores=finding.scores,
        spans=list(finding.spans),
        provider=finding.provider,
        model=finding.model,
        content_digest=finding.subject.digest,
    )
