"""The contract of speech providers, which every adapter meets."""

import io
import wave
from collections.abc import Callable
from dataclasses import replace
from itertools import chain

import pytest

from app.film.words import split_words
from app.providers import registry
from app.providers.errors import ProviderRefused
from app.providers.ledger import UnrecordedCalls
from app.providers.speech.base import SpeechProvider
from tests.providers.requests import TAKE, names_of
from tests.vendors.openai_server import OpenAIServer


@pytest.fixture(params=names_of("speech"))
def provider(
    request: pytest.FixtureRequest, vendor: OpenAIServer, setting: Callable[..., None]
) -> SpeechProvider:
    """Each adapter in turn."""
    setting(SPEECH_PROVIDER=request.param)
    return registry.speech_provider()


def test_a_take_is_a_mono_wav_file_of_its_length(provider: SpeechProvider) -> None:
    take = provider.speak(TAKE, UnrecordedCalls())

    with wave.open(io.BytesIO(take.wav)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getnframes() / file.getframerate() == pytest.approx(take.seconds)


def test_a_take_does_not_depend_on_those_before_it(provider: SpeechProvider) -> None:
    first = provider.speak(TAKE, UnrecordedCalls())
    provider.speak(replace(TAKE, text="Something else was said.", lines=()), UnrecordedCalls())

    assert provider.speak(TAKE, UnrecordedCalls()) == first


def test_every_word_is_timed_in_order_within_the_take(provider: SpeechProvider) -> None:
    take = provider.speak(TAKE, UnrecordedCalls())

    times = list(chain.from_iterable((word.start_sec, word.end_sec) for word in take.words))
    assert [word.text for word in take.words] == split_words(TAKE.text)
    assert times == sorted(times)
    assert 0 <= times[0] <= times[-1] <= take.seconds + 0.001


def test_a_take_that_must_be_shorter_is_and_says_so(provider: SpeechProvider) -> None:
    limit = provider.speak(TAKE, UnrecordedCalls()).seconds * 0.8

    take = provider.speak(replace(TAKE, max_seconds=limit), UnrecordedCalls())

    assert take.seconds <= limit
    assert take.notes


@pytest.mark.parametrize("text", ["", "— … —"])
def test_a_text_without_words_is_a_short_silence(provider: SpeechProvider, text: str) -> None:
    take = provider.speak(replace(TAKE, text=text, lines=()), UnrecordedCalls())

    assert 0 < take.seconds < 2


def test_a_voice_that_does_not_exist_is_refused(provider: SpeechProvider) -> None:
    with pytest.raises(ProviderRefused, match="no-such-voice"):
        provider.speak(replace(TAKE, voice="no-such-voice"), UnrecordedCalls())


def test_voices_have_ids_of_their_own(provider: SpeechProvider) -> None:
    ids = [voice.id for voice in provider.voices()]

    assert ids
    assert len(set(ids)) == len(ids)


def test_languages_are_declared_in_order(provider: SpeechProvider) -> None:
    languages = provider.capabilities.languages

    assert {language.split("-")[0] for language in languages} >= {"en", "de", "fr"}
    assert list(languages) == sorted(set(languages))
