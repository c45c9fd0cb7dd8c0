"""Takes spoken by OpenAI: the narrator's voice, and one for each person."""

import math
from collections import deque
from collections.abc import Iterator

import numpy as np
from openai import omit

from app.core.config import settings
from app.film.words import Word, tokens
from app.providers import openai
from app.providers.errors import ProviderRefused
from app.providers.speech.base import Speech, SpeechRequest, Voice
from app.providers.speech.casting import VOICES, SpeechSegment, split_by_voice, write_instructions
from app.providers.speech.listening import Samples, decoded, timed_by_ear
from app.providers.speech.take import Take, silent_take
from app.providers.till import Answer
from app.vocabulary.speech_clock import speaking_seconds

SPEECH_VERSION = "1"
# The endpoint's limit for `input`.
LONGEST_INPUT = 4096
PAUSE_SEC = 0.3
TIGHTEST_SQUEEZE = 1.6
_MARGIN = 1.01
# The languages of the speech models, which follow those of the transcription models.
LANGUAGES = (
    "af ar az be bg bs ca cs cy da de el en es et fa fi fr gl he hi hr hu hy id is it ja kk kn ko lt lv mi "
    "mk mr ms nb ne nl pl pt ro ru sk sl sr sv sw ta th tl tr uk ur vi zh"
)


class OpenAINarrator:
    """Speaks with a speech model; time comes from the recordings themselves."""

    name = openai.NAME
    costs_money = True
    pays_through_till = True
    casts_voices = True

    def __init__(self) -> None:
        self.priced_as = settings().speech_model
        self.model = f"{self.priced_as}/{SPEECH_VERSION}"
        openai.client()

    def speak(self, request: SpeechRequest) -> Speech:
        """Speak a text, squeezed if `max_seconds` asks for it; raises ProviderBusy or ProviderRefused."""
        if request.voice and request.voice not in VOICES:
            raise ProviderRefused(f"There is no voice “{request.voice}”.", "provider.unknown_voice")
        parts = split_by_voice(request, LONGEST_INPUT)
        if not parts:
            return silent_take(request.text, request.language, request.max_seconds).as_speech()
        take = _joined(request.text, [self._spoken(segment, request) for segment in parts])
        return _fitted(take, request.max_seconds)

    def voices(self) -> tuple[Voice, ...]:
        """List the built-in voices; each speaks every language ("mul")."""
        return tuple(Voice(voice, voice.capitalize(), "mul") for voice in VOICES)

    def languages(self) -> tuple[str, ...]:
        """List the languages that every voice speaks."""
        return tuple(LANGUAGES.split())

    def units(self, request: SpeechRequest) -> dict[str, float]:
        """Estimate what a take uses up: characters, and seconds of speech."""
        return _units(request.text, request.language)

    def _spoken(self, segment: SpeechSegment, request: SpeechRequest) -> Take:
        how = write_instructions(segment, request.lines)

        def call() -> Answer:
            made = openai.client().audio.speech.create(
                model=self.priced_as,
                input=segment.text,
                voice=segment.voice,
                instructions=omit if self.priced_as.startswith("tts-1") else how,
                response_format="wav",
            )
            samples, rate = decoded(made.content)
            if not len(samples):
                raise openai.broken()
            seconds = round(len(samples) / rate, 3)
            return Answer(made.content, {"characters": len(segment.text), "seconds": seconds})

        sent = {"input": segment.text, "voice": segment.voice, "instructions": how}
        answer = openai.pay("speech", self.priced_as, sent, _units(segment.text, request.language), call)
        samples, rate = decoded(answer.body)
        return Take(samples, rate, timed_by_ear(segment.text, samples, rate))


def _units(text: str, language: str) -> dict[str, float]:
    return {"characters": len(text), "seconds": math.ceil(1.5 * speaking_seconds(text, language))}


def _joined(text: str, takes: list[Take]) -> Take:
    """Put segmentes one after another with a breath between."""
    rate = takes[0].rate
    pieces: list[Samples] = []
    heard: list[Word] = []
    position = 0
    for take in takes:
        if pieces:
            pieces.append(np.zeros(round(PAUSE_SEC * rate), np.float32))
            position += len(pieces[-1])
        shift = position / rate
        heard += [Word(word.text, word.start_sec + shift, word.end_sec + shift) for word in take.words]
        pieces.append(take.samples if take.rate == rate else _resampled(take, rate))
        position += len(pieces[-1])
    return Take(np.asarray(np.concatenate(pieces), np.float32), rate, tuple(_whole(text, heard)))


def _whole(text: str, heard: list[Word]) -> Iterator[Word]:
    """Give every word of the text its time, sign by sign; what nobody reads has the time before it."""
    signs = deque((sign, word) for word in heard for sign in word.text)
    at = 0.0
    for token in tokens(text):
        times = [signs.popleft()[1] for sign in token if signs and signs[0][0] == sign]
        start, end = (times[0].start_sec, times[-1].end_sec) if times else (at, at)
        yield Word(token, round(start, 3), round(end, 3))
        at = end


def _resampled(take: Take, rate: int) -> Samples:
    at = np.arange(int(len(take.samples) * rate / take.rate)) * take.rate / rate
    return np.interp(at, np.arange(len(take.samples)), take.samples).astype(np.float32)


def _fitted(take: Take, limit: float | None) -> Speech:
    notes = []
    if limit is not None and take.seconds > limit:
        squeeze = min(take.seconds / limit * _MARGIN, TIGHTEST_SQUEEZE)
        take = take.squeezed(squeeze)
        notes.append(f"The narration was squeezed by {squeeze - 1:.0%} to fit {limit:.1f} seconds.")
    if limit is not None and take.seconds > limit:
        notes.append(f"The narration is {take.seconds - limit:.1f} seconds too long and is cut at the end.")
        take = take.cut(limit)
    return take.as_speech(notes)
