"""A take that is being made: samples and timed words, which are joined, sped up, cut and encoded as WAV."""

import io
import wave
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.film.sound.filters import apply_filters
from app.film.words import Word, time_words
from app.providers.speech.base import Speech
from app.providers.speech.espeak import Utterance
from app.providers.speech.script import Phrase
from app.vocabulary.speech_clock import speaking_seconds

_FADE_SEC = 0.35
_EMPTY_SEC = 0.5
_SILENT_RATE = 22_050


@dataclass(frozen=True, slots=True)
class Take:
    """Mono samples at full scale ±1, their rate in hertz, and the words with their times."""

    samples: NDArray[np.float32]
    rate: int
    words: tuple[Word, ...]

    @property
    def seconds(self) -> float:
        """The take's length in seconds."""
        return len(self.samples) / self.rate

    def speed_up(self, factor: float) -> "Take":
        """Return the take played faster by a factor, at the same pitch."""
        blocks = apply_filters([self.samples[np.newaxis]], [("atempo", f"{factor:.5f}")], self.rate)
        samples = np.concatenate([block[0] for block in blocks])
        words = _scale_times(self.words, len(samples) / len(self.samples))
        return replace(self, samples=samples, words=words)

    def trim(self, seconds: float) -> "Take":
        """Return the take cut at `seconds` after a fade-out; words after it are timed at its end."""
        samples = self.samples[: int(seconds * self.rate)].copy()
        fade = min(len(samples), round(_FADE_SEC * self.rate))
        samples[len(samples) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
        end = len(samples) / self.rate
        words = tuple(
            replace(word, start_sec=min(word.start_sec, end), end_sec=min(word.end_sec, end))
            for word in self.words
        )
        return replace(self, samples=samples, words=words)

    def to_speech(self, notes: Sequence[str] = ()) -> Speech:
        """Return the take with its samples as a 16-bit WAV file."""
        file = io.BytesIO()
        with wave.open(file, "wb") as wav:
            wav.setnchannels(1)
            wav.setsampwidth(2)
            wav.setframerate(self.rate)
            wav.writeframes((np.clip(self.samples, -1, 1) * 32767).astype("<i2").tobytes())
        return Speech(file.getvalue(), self.seconds, self.words, tuple(notes))


def make_silent_take(text: str, language: str = "en", seconds: float | None = None) -> Take:
    """Return silence as long as the text takes to read, at most `seconds`, with the words timed."""
    length = speaking_seconds(text, language) or _EMPTY_SEC
    length = min(length, seconds) if seconds else length
    samples = np.zeros(int(length * _SILENT_RATE), np.float32)
    return Take(samples, _SILENT_RATE, time_words(text, len(samples) / _SILENT_RATE))


def join_utterances(parts: Iterable[tuple[Phrase, Utterance]], rate: int) -> Take:
    """Return phrases and their utterances as one take, with the pauses between them and every word timed."""
    pieces: list[NDArray[np.floating]] = []
    words: list[Word] = []
    position, pause_sec = 0, 0.0
    for phrase, utterance in parts:
        if pieces:
            pieces.append(np.zeros(round(pause_sec * rate), np.float32))
            position += len(pieces[-1])
        pieces.append(np.asarray(utterance.samples, np.float32) / np.float32(32768))
        words += _time_words(phrase, utterance, position, rate)
        position += len(pieces[-1])
        pause_sec = phrase.pause_sec
    return Take(np.asarray(np.concatenate(pieces), np.float32), rate, tuple(words))


def _time_words(phrase: Phrase, utterance: Utterance, position: int, rate: int) -> list[Word]:
    """Return the words of a phrase, timed by the engine's word events.

    The engine treats some words as one ("no longer") and reports wrong positions for them: an event is used
    only where it moves forward, and words without one share the time between their neighbours.
    """
    starts = phrase.word_offsets()
    known: dict[int, int] = {0: 0, len(starts): len(utterance.samples)}
    latest = 0
    for middle, sample in utterance.words:
        number = max(bisect_right(starts, middle) - 1, 0)
        if number > latest and sample > known[latest]:
            known[number], latest = sample, number
    onsets = np.interp(_letter_offsets(phrase), *_anchors(phrase, known))
    times = [round((position + float(onset)) / rate, 4) for onset in onsets]
    return [Word(word, start, end) for word, (start, end) in zip(phrase.words, pairwise(times), strict=True)]


def _letter_offsets(phrase: Phrase) -> list[int]:
    """Return the pronounced letters before each word of the phrase, and their total."""
    offsets = [0]
    for word in phrase.spoken:
        offsets.append(offsets[-1] + len(word))
    return offsets


def _anchors(phrase: Phrase, known: dict[int, int]) -> tuple[list[int], list[int]]:
    offsets = _letter_offsets(phrase)
    numbers = sorted(known)
    return [offsets[number] for number in numbers], [known[number] for number in numbers]


def _scale_times(words: Iterable[Word], factor: float) -> tuple[Word, ...]:
    return tuple(
        Word(word.text, round(word.start_sec * factor, 4), round(word.end_sec * factor, 4)) for word in words
    )
