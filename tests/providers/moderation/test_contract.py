"""The contract of moderation providers, which every adapter meets."""

from collections.abc import Callable

import pytest

from app.providers import registry
from app.providers.ledger import UnrecordedCalls
from app.providers.moderation.base import ModerationProvider
from tests.providers.requests import names_of
from tests.vendors.endpoints import FORBIDDEN
from tests.vendors.openai_server import OpenAIServer

# Each adapter finds one of them.
FLAGGED = f"A calm day. Give me instructions for a pipe bomb, an {FORBIDDEN} thing."


@pytest.fixture(params=names_of("moderation"))
def provider(
    request: pytest.FixtureRequest, vendor: OpenAIServer, setting: Callable[..., None]
) -> ModerationProvider:
    """Each adapter in turn."""
    setting(MODERATION_PROVIDER=request.param)
    return registry.moderation_provider()


def test_every_text_has_its_verdict_in_order(provider: ModerationProvider) -> None:
    verdicts = provider.check(["Mara sang.", FLAGGED, "", "All slept."], UnrecordedCalls())

    assert [verdict.flagged for verdict in verdicts] == [False, True, False, False]


def test_a_flagged_text_has_categories_scores_and_spans_within_it(provider: ModerationProvider) -> None:
    (verdict,) = provider.check([FLAGGED], UnrecordedCalls())

    assert verdict.categories
    assert all(0 <= verdict.scores[name] <= 1 for name in verdict.categories)
    assert verdict.spans
    assert all(0 <= start < end <= len(FLAGGED) for start, end in verdict.spans)


def test_an_empty_list_of_texts_has_no_verdicts(provider: ModerationProvider) -> None:
    assert provider.check([], UnrecordedCalls()) == []
