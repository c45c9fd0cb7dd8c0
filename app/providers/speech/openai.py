"""Takes spoken by OpenAI, with a voice for the narrator and one for each character."""

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from openai import omit

from app.core.config import settings
from app.film.words import Word, split_words
from app.providers import openai
from app.providers.ledger import Answer, ProviderCallLedger
from app.providers.speech.alignment import Samples, align_words, decode_wav
from app.providers.speech.base import Speech, SpeechCapabilities, SpeechRequest, Voice, check_voices
from app.providers.speech.openai_voices import NARRATOR_VOICE, VOICES, write_instructions
from app.providers.speech.segments import SpeechSegment, split_by_voice
from app.providers.speech.take import Take, make_silent_take
from app.vocabulary.speech_clock import speaking_seconds

SPEECH_VERSION = "2"
# The endpoint's limit for `input`, in characters.
LONGEST_INPUT = 4096
PAUSE_SEC = 0.3
MAX_SPEED_UP = 1.6
_MARGIN = 1.01
# The languages of the speech models, which are those of the transcription models.
_TAGS = (
    "af ar az be bg bs ca cs cy da de el en es et fa fi fr gl he hi hr hu hy id is it ja kk kn ko lt lv mi "
    "mk mr ms nb ne nl pl pt ro ru sk sl sr sv sw ta th tl tr uk ur vi zh"
)
LANGUAGES = tuple(_TAGS.split())


class OpenAINarrator:
    """Speaks with a speech model; words are timed by aligning them with the recordings."""

    def __init__(self) -> None:
        self._model = settings().speech_model
        self.capabilities = SpeechCapabilities(
            name=openai.NAME,
            model=f"{self._model}/{SPEECH_VERSION}",
            costs_money=True,
            records_calls=True,
            priced_as=self._model,
            languages=LANGUAGES,
        )
        openai.client()

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:
        """Return the take, sped up if `max_seconds` needs it; raises ProviderBusy or ProviderRefused."""
        check_voices(request, VOICES)
        request = replace(request, voice=request.voice or NARRATOR_VOICE)
        segments = split_by_voice(request, LONGEST_INPUT)
        if not segments:
            return make_silent_take(request.text, request.language, request.max_seconds).to_speech()
        take = _join_takes(
            request.text, [self._speak_segment(segment, request, ledger) for segment in segments]
        )
        return _fit_take(take, request.max_seconds)

    def voices(self) -> tuple[Voice, ...]:
        """Return the built-in voices; each speaks every language ("mul")."""
        return VOICES

    def find_narrator(self, language: str) -> Voice:  # noqa: ARG002 - the same one reads every language
        """Return the voice that reads where none is chosen."""
        return VOICES[0]

    def estimate_units(self, request: SpeechRequest) -> dict[str, float]:
        """Return the most characters and seconds of speech that a take may use."""
        return _estimate_units(request.text, request.language)

    def _speak_segment(
        self, segment: SpeechSegment, request: SpeechRequest, ledger: ProviderCallLedger
    ) -> Take:
        instructions = write_instructions(segment, request.lines)

        def send() -> Answer:
            response = openai.client().audio.speech.create(
                model=self._model,
                input=segment.text,
                voice=segment.voice,
                instructions=omit if self._model.startswith("tts-1") else instructions,
                response_format="wav",
            )
            samples, rate = decode_wav(response.content)
            if not len(samples):
                raise openai.broken_answer()
            seconds = round(len(samples) / rate, 3)
            return Answer(response.content, {"characters": len(segment.text), "seconds": seconds})

        sent = {"input": segment.text, "voice": segment.voice, "instructions": instructions}
        billable_request = openai.billable_request(
            "speech", self._model, sent, _estimate_units(segment.text, request.language)
        )
        answer = openai.call(ledger, billable_request, send)
        samples, rate = decode_wav(answer.body)
        return Take(samples, rate, align_words(segment.text, samples, rate))


def _estimate_units(text: str, language: str) -> dict[str, float]:
    return {"characters": len(text), "seconds": math.ceil(1.5 * speaking_seconds(text, language))}


def _join_takes(text: str, takes: list[Take]) -> Take:
    """Return takes joined with short pauses, at the first one's rate."""
    rate = takes[0].rate
    pieces: list[Samples] = []
    words: list[Word] = []
    position = 0
    for take in takes:
        if pieces:
            pieces.append(np.zeros(round(PAUSE_SEC * rate), np.float32))
            position += len(pieces[-1])
        shift = position / rate
        words += [Word(word.text, word.start_sec + shift, word.end_sec + shift) for word in take.words]
        pieces.append(take.samples if take.rate == rate else _resample(take, rate))
        position += len(pieces[-1])
    return Take(np.asarray(np.concatenate(pieces), np.float32), rate, tuple(_align_to_text(text, words)))


def _align_to_text(text: str, spoken: list[Word]) -> Iterator[Word]:
    """Yield every word of the text with its time, matched by characters; an unspoken word has no length."""
    characters = deque((character, word) for word in spoken for character in word.text)
    at = 0.0
    for token in split_words(text):
        times = [
            characters.popleft()[1] for character in token if characters and characters[0][0] == character
        ]
        start, end = (times[0].start_sec, times[-1].end_sec) if times else (at, at)
        yield Word(token, round(start, 3), round(end, 3))
        at = end


def _resample(take: Take, rate: int) -> Samples:
    at = np.arange(int(len(take.samples) * rate / take.rate)) * take.rate / rate
    return np.interp(at, np.arange(len(take.samples)), take.samples).astype(np.float32)


def _fit_take(take: Take, limit: float | None) -> Speech:
    notes = []
    if limit is not None and take.seconds > limit:
        factor = min(take.seconds / limit * _MARGIN, MAX_SPEED_UP)
        take = take.speed_up(factor)
        notes.append(f"The narration is sped up by {factor - 1:.0%} to fit {limit:.1f} seconds.")
    if limit is not None and take.seconds > limit:
        notes.append(f"The narration is {take.seconds - limit:.1f} seconds too long and is cut at the end.")
        take = take.trim(limit)
    return take.to_speech(notes)
