"""The interface of speech providers, which speak narration."""

from dataclasses import dataclass
from typing import Protocol

from app.film.words import Word
from app.providers.capabilities import Capabilities, GenerativeProvider
from app.providers.ledger import ProviderCallLedger


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a take that a character says: the character's name and look, and the text word for word."""

    character: str
    look: str
    text: str


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """One take: the text, the voice and the language.

    `voice` is one of the ids that the provider lists, or "" for its default of `language` ("en", "pt-BR").
    With `max_seconds` the take must not be longer. `lines`, for providers with `casts_voices`, occur in
    `text` in this order, and each character speaks them with a voice of their own.
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
    """A voice that may be requested; `language` is a tag such as "en" or "pt-BR", "mul" for many."""

    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class SpeechCapabilities(Capabilities):
    """What a speech provider can do.

    With `casts_voices` it gives characters voices of their own. `languages` are the tags of the languages it
    speaks, sorted.
    """

    casts_voices: bool = False
    languages: tuple[str, ...] = ()


class SpeechProvider(GenerativeProvider[SpeechRequest], Protocol):
    """Speaks narration."""

    @property
    def capabilities(self) -> SpeechCapabilities:
        """What the adapter can do; its `model` changes whenever the same request would give other samples."""

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:
        """Return the take; raises ProviderBusy or ProviderRefused."""

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices that may be requested, the default of each language first."""
