import io
import wave
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.film.sound.pitch import measure_pitch
from app.film.words import split_words
from app.providers.ledger import UnrecordedCalls
from app.providers.speech.base import Line, Speech, SpeechRequest, Voice
from app.providers.speech.local import EspeakNarrator
from app.providers.speech.voices import find_narrator

TALE = (
    "Long ago, at the edge of a restless sea, a fisherman lived in a hut. “Who is there?” she said.\n\n"
    "He was no longer sure — Mr. Smith owed him $5 & 20% 😀. Nobody answered; only the *gulls* wheeled above."
)


def speak(text: str, language: str = "en", max_seconds: float | None = None, voice: str = "") -> Speech:
    return EspeakNarrator().speak(SpeechRequest(text, voice, language, max_seconds), UnrecordedCalls())


def samples(speech: Speech) -> np.ndarray:
    with wave.open(io.BytesIO(speech.wav)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getnframes() / file.getframerate() == pytest.approx(speech.seconds)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(int)


def test_a_tale_is_spoken_at_a_calm_pace_with_every_word_timed() -> None:
    take = speak(TALE)

    assert [word.text for word in take.words] == split_words(TALE)
    assert 130 < len(split_words(TALE)) / take.seconds * 60 < 170
    assert np.abs(samples(take)).max() > 8_000
    assert take.notes == ()


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=60)
def test_words_of_any_script_move_forward_within_the_take(text: str) -> None:
    take = speak(text)

    edges = [edge for word in take.words for edge in (word.start_sec, word.end_sec)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= take.seconds + 0.001 for edge in edges)
    assert len(take.words) == len(split_words(text))


def test_words_start_where_there_is_sound() -> None:
    take = speak("Stop. Stop. Stop. Stop.")
    loud = np.convolve(np.abs(samples(take)), np.ones(441) / 441, "same") > 150

    for word in take.words:
        start = int(word.start_sec * 22_050)
        assert loud[start + 1_000 : start + 6_000].any()
        assert not loud[max(0, start - 4_000) : max(0, start - 500)].any()


def test_phrases_the_engine_joins_do_not_shift_the_words_after() -> None:
    plain = speak("He was never really there again.")
    joined = speak("He was no longer there again.")

    last, other = joined.words[-1], plain.words[-1]
    assert last.end_sec - last.start_sec == pytest.approx(other.end_sec - other.start_sec, abs=0.06)
    assert all(word.end_sec - word.start_sec > 0.05 for word in joined.words)


@pytest.mark.parametrize(("share", "is_cut"), [(0.9, False), (0.75, False), (0.62, False), (0.4, True)])
def test_a_take_fits_the_time_it_is_given_and_says_how(share: float, is_cut: bool) -> None:
    limit = speak(TALE).seconds * share

    take = speak(TALE, max_seconds=limit)

    assert take.seconds <= limit
    assert take.seconds > limit * 0.9
    assert take.words[-1].end_sec <= limit
    assert "faster" in take.notes[0]
    assert any("cut" in note for note in take.notes) == is_cut


def test_a_take_that_must_be_cut_fades_out() -> None:
    take = speak(TALE, max_seconds=3.0)

    assert np.abs(samples(take)[-20:]).max() < 300


@pytest.mark.parametrize("text", ["", "  \n ", "😀😀", "…", "\ud800"])
def test_a_text_without_words_is_a_short_silence(text: str) -> None:
    take = speak(text)

    assert 0 < take.seconds < 1
    assert not samples(take)[:100].any()


def test_a_language_without_a_voice_is_silent_and_the_take_says_so() -> None:
    take = speak("むかしむかし、あるところに、おじいさんがいました。", "ja")

    assert not samples(take).any()
    assert "silent" in take.notes[0]
    assert take.words[-1].end_sec <= take.seconds


def test_a_very_long_text_loses_no_word() -> None:
    text = TALE * 60

    take = speak(text)

    assert len(text) > 10_000
    assert len(take.words) == len(split_words(text))
    assert take.seconds > 600


@pytest.mark.parametrize("voice", EspeakNarrator().voices(), ids=lambda voice: voice.id)
def test_every_listed_voice_speaks(voice: Voice) -> None:
    take = speak("1 2 3.", voice.language, voice=voice.id)

    assert np.abs(samples(take)).max() > 1_000
    assert take.notes == ()


@pytest.mark.parametrize(
    ("tag", "name"), [("de-AT", "German"), ("pt_BR", "Brazil"), ("cmn", "Mandarin"), ("no", "Norwegian")]
)
def test_language_tags_find_the_nearest_narrator(tag: str, name: str) -> None:
    narrator = find_narrator(tag)

    assert narrator is not None
    assert name in narrator.voice.name


def test_pauses_separate_sentences_and_longer_ones_paragraphs() -> None:
    take = speak("One.\nTwo. Three.")

    gaps = [later.start_sec - word.end_sec for word, later in pairwise(take.words)]
    assert gaps[0] > gaps[1] > 0.25


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_every_line_is_heard_in_its_speakers_voice(language: str) -> None:
    lines = (
        Line("Ben", "", "Come down to the river with me!", "man-2"),
        Line("Ida", "", "No, never.", "girl"),
    )
    text = "“Come down to the river with me!” called Ben from the boat. “No, never.”"

    take = EspeakNarrator().speak(SpeechRequest(text, "", language, None, lines), UnrecordedCalls())

    def pitch(first: int, after: int) -> float:
        start, end = take.words[first].start_sec, take.words[after - 1].end_sec
        return measure_pitch(samples(take)[round(start * 22_050) : round(end * 22_050)], 22_050) or 0.0

    assert pitch(0, 7) == pytest.approx(150, rel=0.1)
    assert pitch(7, 12) == pytest.approx(96, rel=0.1)
    assert pitch(12, 14) == pytest.approx(340, rel=0.1)
