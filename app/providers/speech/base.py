"""What the studio asks of whoever speaks."""

from dataclasses import dataclass
from typing import Protocol

from app.film.words import Word


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """One take: what is said, by which voice, in which language.

    `voice` is one of the ids the provider lists; "" is its own choice for `language` ("en", "pt-BR").
    With `max_seconds` the take must not be longer.
    """

    text: str
    voice: str
    language: str
    max_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """A take: a mono 16-bit WAV file, its length, and every word of the text with its time.

    `notes` are sentences for people about what could not be done as asked.
    """

    wav: bytes
    seconds: float
    words: tuple[Word, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice one may ask for; `language` is a tag such as "en" or "pt-BR"."""

    id: str
    name: str
    language: str


class SpeechProvider(Protocol):
    """Speaks. `model` changes whenever the same request would give other samples."""

    name: str
    model: str
    costs_money: bool

    def speak(self, request: SpeechRequest) -> Speech:
        """Speak a text; raises ProviderBusy or ProviderRefused."""

    def voices(self) -> tuple[Voice, ...]:
        """List the voices one may ask for, the default of each language first."""
