"""The interface of speech providers, which speak narration."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from app.film.words import Word
from app.providers.capabilities import Capabilities, GenerativeProvider
from app.providers.errors import ProviderRefused
from app.providers.ledger import ProviderCallLedger
from app.vocabulary.people import Age, Gender


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a take that a character says, word for word: its name, its look in words, and its voice.

    Without a voice ("") the narrator says them.
    """

    character: str
    look: str
    text: str
    voice: str


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """One take: the text, the narrator's voice and the language.

    `voice` is one of the ids that the provider lists, or "" for its default of `language` ("en", "pt-BR").
    With `max_seconds` the take must not be longer. `lines` occur in `text` in this order, and are spoken
    with their voices, which are ids too.
    """

    text: str
    voice: str
    language: str
    max_seconds: float | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """A take: a mono 16-bit WAV file, its length in seconds, and every word of the text with its time.

    `notes` are sentences for people about what differs from the request.
    """

    wav: bytes
    seconds: float
    words: tuple[Word, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that may be requested; `language` is a tag such as "en" or "pt-BR", "mul" for many.

    Voices with a `gender` are given to characters without being asked for, `is_robotic` ones to robots;
    `pitch_hz` is the median pitch of a voice's speech in hertz, 0 where it is not known.
    """

    id: str
    name: str
    language: str
    gender: Gender | None = None
    age: Age = "adult"
    is_robotic: bool = False
    pitch_hz: float = 0.0


@dataclass(frozen=True, slots=True)
class SpeechCapabilities(Capabilities):
    """What a speech provider can do; `languages` are the tags of the languages it speaks, sorted.

    `engine` is what speaks, in words for an operator.
    """

    languages: tuple[str, ...] = ()
    engine: str = ""


class SpeechProvider(GenerativeProvider[SpeechRequest], Protocol):
    """Speaks narration."""

    @property
    def capabilities(self) -> SpeechCapabilities:
        """What the adapter can do; its `model` changes whenever the same request would give other samples."""

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:
        """Return the take; raises ProviderBusy or ProviderRefused."""

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices that may be requested, the default of each language first."""

    def find_narrator(self, language: str) -> Voice | None:
        """Return the voice that reads a language where none is chosen; None where no voice does."""


def check_voices(request: SpeechRequest, offered: Iterable[Voice]) -> None:
    """Raise ProviderRefused for a voice that is not offered, the narrator's or a line's."""
    known = {"", *(voice.id for voice in offered)}
    for voice in (request.voice, *(line.voice for line in request.lines)):
        if voice not in known:
            raise ProviderRefused(f"There is no voice “{voice}”.", "provider.unknown_voice")
