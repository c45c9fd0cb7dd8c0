"""The speech clock: how long a narrator takes to say a text.

Words (or, in scripts without spaces, characters) a minute by language are the reading-aloud speeds of the
IReST texts (Trauzettel-Klosinski & Dietz, "Standardized Assessment of Reading Performance", IOVS 53(9),
2012, table 3), all slowed by the factor that brings English, 228 words a minute there, to a narrator's 155.
"""

import re
from typing import Final

from app.vocabulary.timing import LEAD_SEC, SHORTEST_SHOT_SEC, TAIL_SEC

NARRATOR_WPM: Final = 155
_READ_ALOUD_WPM = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
_AVERAGE_WPM = 184
_KANA_PER_MINUTE = 357  # Japanese text of kana and kanji
_HAN_PER_MINUTE = 255  # Chinese
_UNSPACED_PER_MINUTE = 863  # the mean over alphabets, for scripts such as Thai that part no words
_LONG_WORD = 24
_SLOWING = NARRATOR_WPM / _READ_ALOUD_WPM["en"]
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile("[\u3040-\u30ff]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_ANY_UNSPACED = re.compile(f"{_HAN.pattern[:-1]}{_KANA.pattern[1:-1]}{_UNSPACED.pattern[1:]}")


def speaking_seconds(text: str, language: str = "en") -> float:
    """Return the estimated seconds that a narrator needs for `text`: 155 words a minute in English.

    Han, kana and other scripts without spaces count by character whatever the language says. A "word" of
    more than 24 letters counts as several, so that text without spaces has a sane length too.
    """
    code = language.lower().split("-")[0]
    per_minute = _READ_ALOUD_WPM.get(code, _AVERAGE_WPM)
    minutes = 0.0
    if not text.isascii():
        minutes, text = _unspaced_minutes(text)
    count = sum(_word_count(word) for word in text.split() if not word.isascii() or _is_said(word))
    return 60 * (minutes + count / per_minute) / _SLOWING


def natural_seconds(narration: str, language: str = "en") -> float:
    """Return a scene's own length in seconds: lead, speech and tail, at least the shortest shot."""
    seconds = LEAD_SEC + speaking_seconds(narration, language) + TAIL_SEC
    return round(max(SHORTEST_SHOT_SEC, seconds), 2)


def _unspaced_minutes(text: str) -> tuple[float, str]:
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    per_ideograph = _KANA_PER_MINUTE if kana else _HAN_PER_MINUTE
    minutes = (kana + han) / per_ideograph + len(_UNSPACED.findall(text)) / _UNSPACED_PER_MINUTE
    return minutes, _ANY_UNSPACED.sub(" ", text) if minutes else text


def _is_said(word: str) -> bool:
    return any(char.isalnum() for char in word)


def _word_count(word: str) -> float:
    if not _is_said(word):
        return 0
    return 1 if len(word) <= _LONG_WORD else len(word) / 6
