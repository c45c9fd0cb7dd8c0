"""What the studio asks of whoever speaks."""

from dataclasses import dataclass
from typing import Protocol

from app.film.words import Word


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a take that one of the people says: who, how they look, and what, word for word."""

    character: str
    look: str
    text: str


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """One take: what is said, by which voice, in which language.

    `voice` is one of the ids the provider lists; "" is its own choice for `language` ("en", "pt-BR").
    With `max_seconds` the take must not be longer. `lines`, for providers with `casts_voices`, stand in
    `text` in this order, and each person speaks them with a voice of their own.
    """

    text: str
    voice: str
    language: str
    max_seconds: float | None = None
    lines: tuple[Line, ...] = ()


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
    """A voice one may ask for; `language` is a tag such as "en" or "pt-BR", "mul" for many."""

    id: str
    name: str
    language: str


class SpeechProvider(Protocol):
    """Speaks. `model` changes whenever the same request would give other samples.

    One that gives people voices of their own says so by a true `casts_voices`.
    """

    name: str
    model: str
    costs_money: bool

    def speak(self, request: SpeechRequest) -> Speech:
        """Speak a text; raises ProviderBusy or ProviderRefused."""

    def voices(self) -> tuple[Voice, ...]:
        """List the voices one may ask for, the default of each language first."""


def languages_of(provider: SpeechProvider) -> list[str]:
    """List the tags of the languages a provider reads: its own list, else those of its voices."""
    own = getattr(provider, "languages", None)
    return sorted(own() if own is not None else {voice.language for voice in provider.voices()})


def casts_voices(provider: SpeechProvider) -> bool:
    """Tell whether a provider gives people voices of their own."""
    return bool(getattr(provider, "casts_voices", False))
