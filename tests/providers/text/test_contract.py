"""The contract of text providers, which every adapter meets."""

from collections.abc import Callable

import pytest

from app.providers import registry
from app.providers.ledger import UnrecordedCalls
from app.providers.text.base import StoryRequest, TextProvider
from app.story.errors import StoryError
from tests.providers.requests import STORY, names_of
from tests.vendors.openai_server import OpenAIServer

SCREENPLAY = "INT. KITCHEN - DAY\n\nTom cooks.\n\nTOM\nSoup!\n\nEXT. GARDEN - NIGHT\n\nMara digs."


@pytest.fixture(params=names_of("text"))
def provider(
    request: pytest.FixtureRequest, vendor: OpenAIServer, setting: Callable[..., None]
) -> TextProvider:
    """Each adapter in turn."""
    setting(TEXT_PROVIDER=request.param)
    return registry.text_provider()


def test_no_word_of_a_story_is_dropped(provider: TextProvider) -> None:
    scenes = provider.cut(STORY, UnrecordedCalls()).scenes

    assert " ".join(scene.description for scene in scenes).split() == STORY.text.split()


def test_every_scene_lasts_and_together_they_last_as_long_as_wanted(provider: TextProvider) -> None:
    scenes = provider.cut(
        StoryRequest(STORY.text, "prose", "en", duration_sec=30.0), UnrecordedCalls()
    ).scenes

    assert all(scene.duration_sec > 0 for scene in scenes)
    assert sum(scene.duration_sec for scene in scenes) == pytest.approx(30.0, abs=0.1)


def test_every_scene_has_shots_that_tell_it(provider: TextProvider) -> None:
    for scene in provider.cut(STORY, UnrecordedCalls()).scenes:
        assert "".join(shot.text for shot in scene.shots) == scene.narration
        assert scene.duration_sec == pytest.approx(sum(shot.duration_sec for shot in scene.shots))


def test_a_screenplay_keeps_its_scenes(provider: TextProvider) -> None:
    scenes = provider.cut(StoryRequest(SCREENPLAY, "fountain", "en"), UnrecordedCalls()).scenes

    assert [scene.heading for scene in scenes] == ["INT. KITCHEN - DAY", "EXT. GARDEN - NIGHT"]


def test_a_blank_story_is_refused(provider: TextProvider) -> None:
    with pytest.raises(StoryError):
        provider.cut(StoryRequest(" \n ", "prose", "en"), UnrecordedCalls())
