"""A narration as the engine speaks it: phrases of words, each with the form that is pronounced."""

import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

import sentencex

from app.film.turns import Turn
from app.film.words import classify_ending, join_words, split_words

# The engine reads a clause into a buffer of 800 bytes and drops the rest.
_LONGEST_PHRASE = 180
_LONGEST_WORD = 60
_SENTENCE_PAUSE_SEC, _PARAGRAPH_PAUSE_SEC, _PHRASE_PAUSE_SEC, _TURN_PAUSE_SEC = 0.32, 0.6, 0.05, 0.16
# Marks of typesetting, which would be pronounced ("asterisk").
_UNSPOKEN = frozenset("*_#~^`|<>[]{}\\=•·")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words spoken without a pause, as written and as pronounced, and the seconds of pause after them."""

    words: tuple[str, ...]
    spoken: tuple[str, ...]
    pause_sec: float

    @property
    def text(self) -> str:
        """The text that the engine is given."""
        return join_words([word for word in self.spoken if word])

    def word_offsets(self) -> list[int]:
        """Return where each word starts in `text`; one that is not spoken starts where the next one does."""
        starts: list[int] = []
        before: list[str] = []
        for word in self.spoken:
            following = join_words([*before, word]) if word else join_words(before)
            starts.append(len(following) - len(word))
            before = [following] if following else []
        return starts

    def split(self, count: int) -> "tuple[Phrase, Phrase]":
        """Return the first `count` words and the others as phrases, with a short pause between them."""
        first = Phrase(self.words[:count], self.spoken[:count], _TURN_PAUSE_SEC)
        return first, Phrase(self.words[count:], self.spoken[count:], self.pause_sec)


def split_phrases(text: str, language: str) -> list[Phrase]:
    """Return a narration as phrases; every word of it is in exactly one, in order.

    Raises UnicodeEncodeError for half of a surrogate pair.
    """
    paragraphs = [paragraph for paragraph in text.splitlines() if paragraph.strip()]
    return [phrase for paragraph in paragraphs for phrase in _split_paragraph(paragraph, language)]


def split_turns(phrases: Iterable[Phrase], turns: Iterable[Turn]) -> Iterator[tuple[Phrase, str]]:
    """Yield phrases cut where the speaker changes, each with its speaker; `turns` have as many words."""
    rest = deque(phrases)
    for turn in turns:
        room = turn.words
        while room:
            phrase = rest.popleft()
            if len(phrase.words) > room:
                phrase, after = phrase.split(room)
                rest.appendleft(after)
            room -= len(phrase.words)
            yield phrase, turn.speaker


def strip_unspoken(word: str) -> str:
    """Return a word without what is not pronounced: pictographs, control characters, marks of typesetting."""
    # Normalizing takes time that grows with the square of the length, so an endless word is cut before it.
    plain = unicodedata.normalize("NFC", word[: 4 * _LONGEST_WORD])
    spoken = "".join(sign for sign in plain if sign not in _UNSPOKEN and _is_pronounced(sign))
    if not any(unicodedata.category(sign)[0] in "LN" or sign in "&%+@" for sign in spoken):
        return ""
    return spoken[:_LONGEST_WORD]


def _is_pronounced(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in "LMNP" or category in ("Sc", "Sm") or sign in "\u200c\u200d"


def _split_paragraph(paragraph: str, language: str) -> Iterator[Phrase]:
    sentences = list(_split_sentences(paragraph, language))
    for number, sentence in enumerate(sentences, start=1):
        pause = _PARAGRAPH_PAUSE_SEC if number == len(sentences) else _SENTENCE_PAUSE_SEC
        parts = list(_split_sentence(sentence))
        for place, words in enumerate(parts, start=1):
            spoken = tuple(map(strip_unspoken, words))
            yield Phrase(tuple(words), spoken, pause if place == len(parts) else _PHRASE_PAUSE_SEC)


def _split_sentences(paragraph: str, language: str) -> Iterator[list[str]]:
    """Yield the words of each sentence of a paragraph; a word that the splitter would cut stays whole."""
    ends = accumulate(_count_letters(sentence) for sentence in sentencex.segment(language, paragraph))
    words, count = split_words(paragraph), 0
    for end in ends:
        sentence = []
        while words and count < end:
            sentence.append(words.pop(0))
            count += len(sentence[-1])
        if sentence:
            yield sentence


def _count_letters(text: str) -> int:
    return len("".join(text.split()))


def _split_sentence(sentence: list[str]) -> Iterator[list[str]]:
    """Yield a sentence in parts that fit the engine's buffer, cut after a clause where possible."""
    while len(join_words(sentence)) > _LONGEST_PHRASE and len(sentence) > 1:
        fitting = 1
        while len(join_words(sentence[: fitting + 1])) <= _LONGEST_PHRASE:
            fitting += 1
        clauses = [
            count for count in range(fitting // 2, fitting + 1) if classify_ending(sentence[count - 1])
        ]
        cut = max(clauses[-1] if clauses else fitting, 1)
        yield sentence[:cut]
        sentence = sentence[cut:]
    yield sentence
