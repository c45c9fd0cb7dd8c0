"""Turns: which words of a narration each speaker says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.film.words import locate_words

NARRATOR = ""
"""The speaker of words that no character says."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Neighbouring words of one speaker, who is a character's name or NARRATOR, and how many they are."""

    speaker: str
    words: int


def locate_lines(text: str, lines: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the number of each line that stands in a text, with its start and its end there.

    Lines stand in their order, and what touches one, such as quotation marks, belongs to it.
    """
    position = 0
    for number, line in enumerate(lines):
        start = text.find(line, position) if line else -1
        if start < 0:
            continue
        end = start + len(line)
        while start > position and not (text[start - 1].isspace() or text[start - 1].isalnum()):
            start -= 1
        while end < len(text) and not (text[end].isspace() or text[end].isalnum()):
            end += 1
        yield number, start, end
        position = end


def find_turns(text: str, lines: Sequence[tuple[str, str]]) -> tuple[Turn, ...]:
    """Return the turns of a text in order; `lines` are the speakers' names and what they say.

    The words are those of `split_words`, each in exactly one turn; one of which a part is spoken counts as
    the speaker's.
    """
    spans = [
        (lines[number][0], start, end) for number, start, end in locate_lines(text, (b for _, b in lines))
    ]
    speakers, at = [], 0
    for place, after in locate_words(text):
        while at < len(spans) and spans[at][2] <= place:
            at += 1
        is_spoken = at < len(spans) and spans[at][1] < after
        speakers.append(spans[at][0] if is_spoken else NARRATOR)
    return tuple(Turn(speaker, len(list(words))) for speaker, words in groupby(speakers))
