"""The routes for admins to review moderation verdicts."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.core import audit
from app.core.http import PageLimit, PageNumber
from app.core.problems import problems
from app.core.schemas import LARGEST_ID, Id, NumberedPage
from app.modules.auth.dependencies import CurrentAdmin
from app.modules.auth.schemas import Answer
from app.modules.moderation.dependencies import Moderation
from app.modules.moderation.schemas import VerdictOverride, VerdictRead

router = APIRouter(prefix="/admin/moderation", tags=["admin"], responses=problems(401, 403))


@router.get("", operation_id="list_verdicts", responses=problems(422))
def list_verdicts(
    _: CurrentAdmin,
    moderation: Moderation,
    flagged: bool | None = None,
    project_id: Annotated[int | None, Query(ge=1, le=LARGEST_ID)] = None,
    page: PageNumber = 1,
    limit: PageLimit = 50,
) -> Answer[NumberedPage[VerdictRead]]:
    """List the verdicts on stories, scenes and pictures, newest first."""
    rows, total = moderation.list_all(flagged, project_id, page, limit)
    items = [VerdictRead.model_validate(row) for row in rows]
    return Answer(message="Verdicts", data=NumberedPage(items=items, total=total, page=page, limit=limit))


@router.post("/{verdict_id:id}/override", operation_id="override_verdict", responses=problems(404, 409, 422))
def override_verdict(
    verdict_id: Id, request: VerdictOverride, admin: CurrentAdmin, moderation: Moderation
) -> Answer[VerdictRead]:
    """Allow flagged content from now on, with a reason, so that a new job of the project can continue."""
    verdict = moderation.override(verdict_id, request.reason, admin)
    target = f"verdict:{verdict.id}"
    audit.record(moderation.session, "moderation.override", admin.id, target, reason=request.reason)
    return Answer(message="Verdict overridden", data=VerdictRead.model_validate(verdict))
