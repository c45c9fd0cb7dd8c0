"""A narration as the engine reads it: sentences of words, each with the form that is pronounced."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import sentencex

from app.film.words import ending, joined, tokens

# The engine reads a clause from a buffer of 800 bytes and drops what is over.
_LONGEST_PHRASE = 180
_LONGEST_WORD = 60
_SENTENCE_PAUSE_SEC, _PARAGRAPH_PAUSE_SEC, _BREATH_SEC = 0.32, 0.6, 0.05
# Marks of typesetting, which would be read out ("asterisk").
_UNSPOKEN = frozenset("*_#~^`|<>[]{}\\=•·")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is spoken in one breath: words as written, as pronounced, and the pause after them in seconds."""

    words: tuple[str, ...]
    spoken: tuple[str, ...]
    pause_sec: float

    @property
    def text(self) -> str:
        """The phrase as the engine is given it."""
        return joined([word for word in self.spoken if word])

    def starts(self) -> list[int]:
        """Give where each word begins in `text`; a word that is not spoken begins where the next does."""
        starts: list[int] = []
        before: list[str] = []
        for word in self.spoken:
            following = joined([*before, word]) if word else joined(before)
            starts.append(len(following) - len(word))
            before = [following] if following else []
        return starts


def phrases(text: str, language: str) -> list[Phrase]:
    """Cut a narration into phrases; every word of it is in exactly one, in order."""
    # Half of a surrogate pair is no character: the sentence splitter and the engine take UTF-8.
    whole = text.encode(errors="replace").decode()
    paragraphs = [paragraph for paragraph in whole.splitlines() if paragraph.strip()]
    return [phrase for paragraph in paragraphs for phrase in _paragraph(paragraph, language)]


def speakable(word: str) -> str:
    """Give what of a written word is pronounced: no pictographs, no control signs, no typesetting."""
    plain = unicodedata.normalize("NFC", word)
    kept = "".join(sign for sign in plain if sign not in _UNSPOKEN and _is_pronounced(sign))
    if not any(unicodedata.category(sign)[0] in "LN" or sign in "&%+@" for sign in kept):
        return ""
    return kept[:_LONGEST_WORD]


def _is_pronounced(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in "LMNP" or category in ("Sc", "Sm") or sign in "\u200c\u200d"


def _paragraph(paragraph: str, language: str) -> Iterator[Phrase]:
    sentences = list(_sentences(paragraph, language))
    for number, sentence in enumerate(sentences, start=1):
        pause = _PARAGRAPH_PAUSE_SEC if number == len(sentences) else _SENTENCE_PAUSE_SEC
        parts = list(_breaths(sentence))
        for place, words in enumerate(parts, start=1):
            spoken = tuple(map(speakable, words))
            yield Phrase(tuple(words), spoken, pause if place == len(parts) else _BREATH_SEC)


def _sentences(paragraph: str, language: str) -> Iterator[list[str]]:
    """Cut a paragraph into the words of its sentences; a word is never parted, whatever the splitter says."""
    ends = accumulate(_letters(sentence) for sentence in sentencex.segment(language, paragraph))
    words, read = tokens(paragraph), 0
    for end in ends:
        sentence = []
        while words and read < end:
            sentence.append(words.pop(0))
            read += len(sentence[-1])
        if sentence:
            yield sentence


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _breaths(sentence: list[str]) -> Iterator[list[str]]:
    """Cut a long sentence after a clause where there is one, before the engine's buffer is full."""
    while len(joined(sentence)) > _LONGEST_PHRASE and len(sentence) > 1:
        fitting = 1
        while len(joined(sentence[: fitting + 1])) <= _LONGEST_PHRASE:
            fitting += 1
        clauses = [count for count in range(fitting // 2, fitting + 1) if ending(sentence[count - 1])]
        cut = max(clauses[-1] if clauses else fitting, 1)
        yield sentence[:cut]
        sentence = sentence[cut:]
    yield sentence
