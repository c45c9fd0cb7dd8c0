"""Takes spoken by OpenAI: the narrator's voice, and one for each person."""

import math
from collections import deque
from collections.abc import Iterator

import numpy as np
from openai import omit

from app.core.config import settings
from app.film.words import Word, speaking_seconds, tokens
from app.providers import openai
from app.providers.errors import ProviderRefused
from app.providers.ledger import Answer, ProviderCallLedger
from app.providers.speech.base import Speech, SpeechCapabilities, SpeechRequest, Voice
from app.providers.speech.casting import VOICES, Stretch, instructions_for, stretches
from app.providers.speech.listening import Samples, decoded, timed_by_ear
from app.providers.speech.take import Take, silent_take

SPEECH_VERSION = "1"
# The endpoint's limit for `input`.
LONGEST_INPUT = 4096
PAUSE_SEC = 0.3
TIGHTEST_SQUEEZE = 1.6
_MARGIN = 1.01
# The languages of the speech models, which follow those of the transcription models.
_TAGS = (
    "af ar az be bg bs ca cs cy da de el en es et fa fi fr gl he hi hr hu hy id is it ja kk kn ko lt lv mi "
    "mk mr ms nb ne nl pl pt ro ru sk sl sr sv sw ta th tl tr uk ur vi zh"
)
LANGUAGES = tuple(_TAGS.split())


class OpenAINarrator:
    """Speaks with a speech model; time comes from the recordings themselves."""

    def __init__(self) -> None:
        self._model = settings().speech_model
        self.capabilities = SpeechCapabilities(
            name=openai.NAME,
            model=f"{self._model}/{SPEECH_VERSION}",
            costs_money=True,
            records_calls=True,
            priced_as=self._model,
            casts_voices=True,
            languages=LANGUAGES,
        )
        openai.client()

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:
        """Return the take, sped up if `max_seconds` needs it; raises ProviderBusy or ProviderRefused."""
        if request.voice and request.voice not in VOICES:
            raise ProviderRefused(f"There is no voice “{request.voice}”.", "provider.unknown_voice")
        parts = stretches(request, LONGEST_INPUT)
        if not parts:
            return silent_take(request.text, request.max_seconds).as_speech()
        take = _joined(request.text, [self._speak_stretch(stretch, request, ledger) for stretch in parts])
        return _fitted(take, request.max_seconds)

    def voices(self) -> tuple[Voice, ...]:
        """List the built-in voices; each speaks every language ("mul")."""
        return tuple(Voice(voice, voice.capitalize(), "mul") for voice in VOICES)

    def estimate_units(self, request: SpeechRequest) -> dict[str, float]:
        """Return the characters and the seconds of speech that a take uses up at most."""
        return _units(request.text)

    def _speak_stretch(self, stretch: Stretch, request: SpeechRequest, ledger: ProviderCallLedger) -> Take:
        instructions = instructions_for(stretch, request.lines)

        def send() -> Answer:
            response = openai.client().audio.speech.create(
                model=self._model,
                input=stretch.text,
                voice=stretch.voice,
                instructions=omit if self._model.startswith("tts-1") else instructions,
                response_format="wav",
            )
            samples, rate = decoded(response.content)
            if not len(samples):
                raise openai.broken_answer()
            seconds = round(len(samples) / rate, 3)
            return Answer(response.content, {"characters": len(stretch.text), "seconds": seconds})

        sent = {"input": stretch.text, "voice": stretch.voice, "instructions": instructions}
        billable_request = openai.billable_request("speech", self._model, sent, _units(stretch.text))
        answer = openai.call(ledger, billable_request, send)
        samples, rate = decoded(answer.body)
        return Take(samples, rate, timed_by_ear(stretch.text, samples, rate))


def _units(text: str) -> dict[str, float]:
    return {"characters": len(text), "seconds": math.ceil(1.5 * speaking_seconds(text))}


def _joined(text: str, takes: list[Take]) -> Take:
    """Put stretches one after another with a breath between."""
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
