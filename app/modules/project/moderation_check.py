"""The moderation check of a story when it is stored, if the operator has set `MODERATION_ON_WRITE`."""

from collections.abc import Iterable

from app.core.config import settings
from app.core.errors import AppError, Unavailable
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.ledger import UnrecordedCalls
from app.providers.moderation.base import Verdict
from app.providers.registry import moderation_provider


class StoryFlagged(AppError):
    status, code, title = 400, "moderation.flagged", "Content flagged"


class ModerationUnavailable(Unavailable):
    code, title = "moderation.unavailable", "Moderation unavailable"
    detail = "The content can't be checked at the moment, so it is not stored; try again in a minute."


def refuse_flagged(texts: Iterable[tuple[str, str | None]]) -> None:
    """Check texts, given as (field, text), before a transaction begins.

    Raises StoryFlagged with categories and spans, or ModerationUnavailable when they can't be checked.
    """
    checked = [(field, text) for field, text in texts if text]
    if not (settings().moderation_on_write and settings().moderation_enabled and checked):
        return
    try:
        verdicts = moderation_provider().check([text for _, text in checked], UnrecordedCalls())
    except (ProviderBusy, ProviderRefused) as error:
        raise ModerationUnavailable from error
    flagged = [
        (field, text, verdict)
        for (field, text), verdict in zip(checked, verdicts, strict=True)
        if verdict.flagged
    ]
    if flagged:
        raise _make_error(flagged)


def _make_error(flagged: list[tuple[str, str, Verdict]]) -> StoryFlagged:
    categories = list(dict.fromkeys(name for _, _, verdict in flagged for name in verdict.categories))
    spans = [
        {"field": field, "start": start, "end": end, "text": text[start:end][:300]}
        for field, text, verdict in flagged
        for start, end in verdict.spans
    ]
    return StoryFlagged(
        f"The content can't be made into a film ({', '.join(categories)}); change what is named in `spans`.",
        categories=categories,
        spans=spans,
        headers={"X-Moderation-Categories": ", ".join(categories)},
    )
