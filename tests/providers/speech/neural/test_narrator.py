"""The neural narrator as it is heard, beside characters who speak with the embedded engine."""

import io
import json
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.film.sound.pitch import measure_pitch
from app.film.words import split_words
from app.providers.errors import ProviderRefused
from app.providers.ledger import UnrecordedCalls
from app.providers.speech.base import Line, Speech, SpeechRequest
from app.providers.speech.local import EspeakNarrator
from app.providers.speech.piper import PiperNarrator
from app.providers.speech.piper_engine import RATE
from app.providers.speech.piper_voice import description_path, find_voice_file

TALE = "“Come down to the river with me!” called the old man from the boat. “No, never.”"
LINE = Line("Ida", "", "Come down to the river with me!", "girl")


@pytest.fixture(scope="module")
def narrator() -> PiperNarrator:
    """One narrator for all tests, because its model takes seconds to load."""
    return PiperNarrator()


def speak(narrator: PiperNarrator, text: str, *lines: Line, voice: str = "", language: str = "en") -> Speech:
    return narrator.speak(SpeechRequest(text, voice, language, None, lines), UnrecordedCalls())


def samples(speech: Speech) -> np.ndarray:
    with wave.open(io.BytesIO(speech.wav)) as file:
        assert file.getframerate() == RATE
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(int)


def listen(speech: Speech, first: int, after: int) -> np.ndarray:
    """Return the samples of some words."""
    start, end = speech.words[first].start_sec, speech.words[after - 1].end_sec
    return samples(speech)[round(start * RATE) : round(end * RATE)]


def test_the_narrator_is_neural_and_a_character_is_apart(narrator: PiperNarrator) -> None:
    take = speak(narrator, TALE, LINE)

    assert measure_pitch(listen(take, 0, 7), RATE) == pytest.approx(344, rel=0.12)
    assert measure_pitch(listen(take, 7, 14), RATE) == pytest.approx(narrator.voices()[0].pitch_hz, rel=0.12)
    loudness = [np.sqrt(np.square(listen(take, *words)).mean()) for words in ((0, 7), (7, 14))]
    assert 0.5 < loudness[0] / loudness[1] < 2


@pytest.mark.parametrize(("voice", "language"), [("", "de"), ("en-gb", "en"), ("man-2", "en")])
def test_what_it_does_not_read_is_read_by_the_embedded_engine(
    narrator: PiperNarrator, voice: str, language: str
) -> None:
    request = SpeechRequest("Otto ran.", voice, language)

    assert narrator.speak(request, UnrecordedCalls()) == EspeakNarrator().speak(request, UnrecordedCalls())


def test_it_reads_at_a_calm_pace(narrator: PiperNarrator) -> None:
    take = speak(narrator, "Long ago, at the edge of a restless sea, a fisherman lived in a hut by himself.")

    assert 130 < len(take.words) / take.seconds * 60 < 190


def test_words_start_where_there_is_sound(narrator: PiperNarrator) -> None:
    take = speak(
        narrator, "Stop. Nobody answered him, and the gulls wheeled above. Stop. Then all was still."
    )
    loud = np.convolve(np.abs(samples(take)), np.ones(441) / 441, "same") > 150

    for word in take.words:
        start = int(word.start_sec * RATE)
        assert loud[start : start + 6_000].any(), word


@pytest.mark.parametrize(
    "text", ["\ud800 and on", "A 😀.", "*Stop* [[ˈhɛloʊ]] <b>", "x" * 400, "It cost $5."]
)
def test_any_text_is_spoken_word_for_word(narrator: PiperNarrator, text: str) -> None:
    take = speak(narrator, text)

    assert len(take.words) == len(split_words(text))
    assert np.abs(samples(take)).max() > 3_000


def write_voice(folder: Path, model: bytes | None = None, **audio: int) -> str:
    """Write the extra's voice with another model or another sample rate, and return the model's path."""
    own, path = find_voice_file(None), folder / "own.onnx"
    if model is None:
        path.symlink_to(own.path)
    else:
        path.write_bytes(model)
    facts = json.loads(description_path(own.path).read_bytes())
    (folder / "own.onnx.json").write_text(
        json.dumps(facts | ({"audio": {"sample_rate": audio["rate"]}} if audio else {}))
    )
    return str(path)


def test_a_voice_of_another_rate_is_resampled(
    narrator: PiperNarrator, tmp_path: Path, setting: Callable[..., None]
) -> None:
    setting(PIPER_VOICE=write_voice(tmp_path, rate=16_000))

    slow = speak(PiperNarrator(), "The tide went out.")

    assert slow.seconds == pytest.approx(
        speak(narrator, "The tide went out.").seconds * RATE / 16_000, abs=0.01
    )
    assert measure_pitch(samples(slow), RATE) == pytest.approx(95 * 16_000 / RATE, rel=0.15)


def test_a_broken_model_is_refused(tmp_path: Path, setting: Callable[..., None]) -> None:
    setting(PIPER_VOICE=write_voice(tmp_path, b"no model"))

    with pytest.raises(ProviderRefused, match="own can't be loaded"):
        speak(PiperNarrator(), "The tide went out.")
