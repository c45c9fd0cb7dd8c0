"""The errors of verdicts."""

from app.core.errors import Conflict, NotFound


class VerdictNotFound(NotFound):
    code, title = "moderation.verdict_not_found", "Verdict not found"
    detail = "There is no such verdict."


class NothingToOverride(Conflict):
    code, title = "moderation.not_flagged", "Nothing to override"
    detail = "This verdict found nothing objectionable, so there is nothing to override."
