"""The queries of verdicts."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.modules.moderation.models import ModerationVerdict


class VerdictRepository:
    """Finds and stores verdicts."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add_all(self, verdicts: Sequence[ModerationVerdict]) -> None:
        self.session.add_all(verdicts)
        self.session.flush()

    def get_locked(self, verdict_id: int) -> ModerationVerdict | None:
        return self.session.get(ModerationVerdict, verdict_id, with_for_update=True)

    def list_(
        self, flagged: bool | None, project_id: int | None, offset: int, limit: int
    ) -> list[ModerationVerdict]:
        statement = select(ModerationVerdict).where(*_filters(flagged, project_id))
        newest_first = statement.order_by(ModerationVerdict.id.desc()).offset(offset).limit(limit)
        return list(self.session.scalars(newest_first))

    def count(self, flagged: bool | None, project_id: int | None) -> int:
        statement = select(func.count()).select_from(ModerationVerdict)
        return self.session.scalar(statement.where(*_filters(flagged, project_id))) or 0

    def list_of_content(self, project_id: int, digests: Collection[str]) -> list[ModerationVerdict]:
        """Return the verdicts on a project's content with these digests, oldest first."""
        if not digests:
            return []
        statement = select(ModerationVerdict).where(
            ModerationVerdict.project_id == project_id, ModerationVerdict.content_digest.in_(list(digests))
        )
        return list(self.session.scalars(statement.order_by(ModerationVerdict.id)))

    def list_overridden(self, project_id: int) -> list[str]:
        """Return the digests of a project's content whose verdict an admin has overridden."""
        statement = select(ModerationVerdict.content_digest).where(
            ModerationVerdict.project_id == project_id, ModerationVerdict.overridden_at.is_not(None)
        )
        return list(self.session.scalars(statement.distinct()))


def _filters(flagged: bool | None, project_id: int | None) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if flagged is not None:
        # MariaDB uses the index for `=`, and not for `IS`.
        filters.append(ModerationVerdict.flagged == flagged)
    if project_id is not None:
        filters.append(ModerationVerdict.project_id == project_id)
    return filters
