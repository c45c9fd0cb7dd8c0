"""Spoken words and their times, in languages with and without spaces."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Scripts written without spaces: Thai and Lao, Myanmar, Khmer, kana, bopomofo, Han, and wide punctuation.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
)
_OPENING = frozenset("「『（【〈《〔［｛“‘([")
# What must not begin a line: closing marks, prolonged and small kana, repetition marks.
_CLINGING = frozenset(
    "、。，．・：；？！）」』】〉》〕］｝”’)…‥〜～ー々ゝゞァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎๆฯ"
)
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟։]+[\"'”’»)\]」』）]*$")
_CLAUSE_END = re.compile(r"[,;:،؛、，；：—–-]+[\"'”’»)\]」』）]*$")
_PAUSE_LETTERS = {"sentence": 7.0, "clause": 3.0, "": 0.0}


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, punctuation included, and the seconds within its take at which it is spoken."""

    text: str
    start_sec: float
    end_sec: float


def split_words(text: str) -> list[str]:
    """Return the words of a text; scripts without spaces are cut where a line may break."""
    return [part for chunk in text.split() for part in _split_chunk(chunk)]


def locate_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of `split_words` starts in a text, and where it ends."""
    place = 0
    for word in split_words(text):
        place = text.index(word, place)
        yield place, place + len(word)
        place += len(word)


def join_words(texts: Sequence[str]) -> str:
    """Return words as running text, with spaces only where the script has them."""
    line = ""
    for text in texts:
        line += text if not line or _is_touching(line[-1], text[:1]) else f" {text}"
    return line


def classify_ending(word: str) -> str:
    """Return what ends with a word, by its punctuation: "sentence", "clause", or "" for neither."""
    if _SENTENCE_END.search(word):
        return "sentence"
    return "clause" if _CLAUSE_END.search(word) else ""


def time_words(text: str, seconds: float, start_sec: float = 0.0) -> tuple[Word, ...]:
    """Return the words of a text with times within `seconds`, in proportion to letters and punctuation."""
    words = split_words(text)
    weights = [len(word) + 1 + _PAUSE_LETTERS[classify_ending(word)] for word in words]
    per_letter = seconds / sum(weights, start=0.0) if words else 0.0
    spoken, at = [], start_sec
    for word, weight in zip(words, weights, strict=True):
        length = weight * per_letter
        pause = _PAUSE_LETTERS[classify_ending(word)] * per_letter
        spoken.append(Word(word, round(at, 3), round(at + length - pause, 3)))
        at += length
    return tuple(spoken)


def _split_chunk(chunk: str) -> Iterator[str]:
    part = ""
    for character in chunk:
        if part and not _is_clinging(part, character):
            yield part
            part = ""
        part += character
    if part:
        yield part


def _is_clinging(before: str, character: str) -> bool:
    if character in _CLINGING or unicodedata.category(character)[0] == "M":
        return True
    if before[-1] in _OPENING or before[-1] in _LEADING_VOWELS:
        return True
    return not _is_touching(before[-1], character)


def _is_touching(before: str, after: str) -> bool:
    return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
