"""Takes narrated by a neural voice of Piper; characters, and other languages, speak with espeak-ng."""

import array
from collections.abc import Iterator, Sequence

import numpy as np

from app.core.config import settings
from app.film.words import locate_words
from app.providers.ledger import ProviderCallLedger
from app.providers.speech import local
from app.providers.speech.alignment import align_words
from app.providers.speech.base import Speech, SpeechCapabilities, SpeechRequest, Voice, check_voices
from app.providers.speech.espeak import Utterance
from app.providers.speech.piper_engine import RATE, NeuralReader, PiperEngine, Samples
from app.providers.speech.piper_voice import find_voice_file, list_versions
from app.providers.speech.reading import Reader, read_aloud
from app.providers.speech.script import Phrase
from app.providers.speech.take import Take, join_utterances
from app.providers.speech.voices import Narrator

PIPER_VERSION = "1"

# The level of espeak-ng's voices, so that nobody is louder than the others.
_SPOKEN_RMS = 10 ** (-21 / 20)
_SILENCE_RMS = 10 ** (-45 / 20)
_LOUDEST = 0.98
_WINDOW = RATE // 10


class PiperNarrator:
    """Reads one language with a neural voice; the same request gives the same samples.

    A model is one person or a few, and its speech at another pitch sounds broken: characters therefore have
    the voices of the embedded engine, which also reads the other languages.
    """

    def __init__(self) -> None:
        """Find the voice; raises ConfigurationError that says what to install or to set."""
        self._file = file = find_voice_file(settings().piper_voice)
        versions = list_versions()
        self._engine = PiperEngine(file)
        self._embedded = local.EspeakNarrator()
        self._readers = {voice.id: NeuralReader(voice, number) for number, voice in file.speakers.items()}
        embedded = self._embedded.capabilities
        self.capabilities = SpeechCapabilities(
            name="piper",
            model=f"{versions.replace(', ', '/')}/{PIPER_VERSION}/{file.digest[:16]}/{embedded.model}",
            languages=tuple(sorted({file.language, *embedded.languages})),
            engine=f"{versions}: {file.name} reads {file.language} at {file.rate} Hz; else {embedded.engine}",
        )

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:  # noqa: ARG002 - no call
        """Return the take, faster if `max_seconds` needs it.

        Raises ProviderRefused for an unknown voice, and for a model that can't be loaded.
        """
        check_voices(request, self.voices())
        return read_aloud(request, self._find_reader, self._speak_take)

    def voices(self) -> tuple[Voice, ...]:
        """Return the model's voices, and after them those of the embedded engine."""
        return (*self._file.speakers.values(), *self._embedded.voices())

    def find_narrator(self, language: str) -> Voice | None:
        """Return the model's first voice for its language, else the embedded narrator; None without one."""
        if self._name_language(language) == self._name_language(self._file.language):
            return next(iter(self._file.speakers.values()))
        return self._embedded.find_narrator(language)

    def estimate_units(self, request: SpeechRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units: the engines cost nothing."""
        return {}

    def _name_language(self, tag: str) -> str:
        """Return the language of a tag without its region; "no" and "nb" are the same."""
        known = self._embedded.find_narrator(tag)
        return (known.language if known else tag).replace("_", "-").split("-")[0].lower()

    def _find_reader(self, voice: str, language: str) -> Reader | None:
        narrator = self.find_narrator(language)
        neural = self._readers.get(voice or (narrator.id if narrator else ""))
        return neural or local.find_reader(voice, language)

    def _speak_take(self, parts: Sequence[tuple[Phrase, Reader]]) -> Take:
        """Return a take of both engines' phrases; raises EngineUnavailable or ProviderRefused."""
        embedded = [(phrase, reader) for phrase, reader in parts if isinstance(reader, Narrator)]
        neural = [(phrase, reader) for phrase, reader in parts if isinstance(reader, NeuralReader)]
        spoken = iter(local.synthesize(embedded)[0] if embedded else ())
        read = iter(self._read(neural))
        utterances = [next(spoken if isinstance(reader, Narrator) else read) for _, reader in parts]
        return join_utterances(zip((phrase for phrase, _ in parts), utterances, strict=True), RATE)

    def _read(self, parts: Sequence[tuple[Phrase, NeuralReader]]) -> Iterator[Utterance]:
        """Yield the utterances of the neural voice, all louder or softer by the same factor."""
        sounds = [self._engine.synthesize(phrase.text, reader) for phrase, reader in parts]
        gain = _find_gain(sounds)
        for (phrase, _), samples in zip(parts, sounds, strict=True):
            yield _time_utterance(phrase.text, samples * gain)


def _find_gain(sounds: Sequence[Samples]) -> float:
    """Return the factor that brings what is spoken to the usual level, without clipping."""
    whole = np.concatenate([*sounds, np.zeros(_WINDOW, np.float32)])
    powers = np.square(whole[: len(whole) // _WINDOW * _WINDOW]).reshape(-1, _WINDOW).mean(axis=1)
    spoken = powers[powers > _SILENCE_RMS**2]
    if not spoken.size:
        return 1.0
    return float(min(_SPOKEN_RMS / np.sqrt(spoken.mean()), _LOUDEST / np.abs(whole).max()))


def _time_utterance(text: str, samples: Samples) -> Utterance:
    """Return a phrase's utterance; Piper tells no words' times, so the text is aligned with the sound."""
    words = align_words(text, samples, RATE) if len(samples) else ()
    places = locate_words(text)
    events = tuple(
        ((start + end) / 2, round(word.start_sec * RATE))
        for (start, end), word in zip(places, words, strict=False)
    )
    return Utterance(array.array("h", np.rint(samples * 32767).astype(np.int16).tobytes()), events)
