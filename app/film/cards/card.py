"""Cards: the title, the chapters and the end of a film, as data."""

from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """The kinds of cards."""

    TITLE = "title"
    CHAPTER = "chapter"
    END = "end"


CARD_SECONDS = {CardKind.TITLE: 3.0, CardKind.CHAPTER: 2.5, CardKind.END: 3.5}
"""How long each kind of card is shown."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, and the light in which it is painted, that of the scene beside it.

    `lines` are set below the text in small letters: the credits of an end card.
    """

    kind: CardKind
    text: str
    time_of_day: str = "day"
    mood: str = "calm"
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    end: str
    act: str


_ENGLISH = _Words("The End", "Act")
_WORDS = {
    "cs": _Words("Konec", "Dějství"),
    "da": _Words("Slut", "Akt"),
    "de": _Words("Ende", "Akt"),
    "en": _ENGLISH,
    "es": _Words("Fin", "Acto"),
    "fi": _Words("Loppu", "Näytös"),
    "fr": _Words("Fin", "Acte"),
    "hu": _Words("Vége", "Felvonás"),
    "it": _Words("Fine", "Atto"),
    "nl": _Words("Einde", "Bedrijf"),
    "no": _Words("Slutt", "Akt"),
    "pl": _Words("Koniec", "Akt"),
    "pt": _Words("Fim", "Ato"),
    "ro": _Words("Sfârșit", "Actul"),
    "ru": _Words("Конец", "Акт"),
    "sv": _Words("Slut", "Akt"),
    "tr": _Words("Son", "Perde"),
    "uk": _Words("Кінець", "Дія"),
}


def name_end(language: str) -> str:
    """Return what an end card says in a language such as "de" or "de-AT"; unknown ones get the English."""
    return _get_words(language).end


def name_act(language: str, number: int) -> str:
    """Return the name of an act, such as "Act 2", in a language as `name_end` reads it."""
    return f"{_get_words(language).act} {number}"


def _get_words(language: str) -> _Words:
    return _WORDS.get(language.lower().replace("_", "-").split("-")[0], _ENGLISH)
