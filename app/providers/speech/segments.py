"""The segments of a take, each of which is read by one voice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.film.turns import NARRATOR, locate_lines
from app.providers.speech.base import SpeechRequest
from app.story import prose

_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class SpeechSegment:
    """Some of a take's text, the id of the voice that reads it, and the character who speaks or NARRATOR."""

    text: str
    voice: str
    speaker: str = NARRATOR


def split_by_voice(request: SpeechRequest, longest: int) -> list[SpeechSegment]:
    """Return a take in segments of one voice and of at most `longest` characters; no word is lost.

    What stands before a line, between two and after the last is the narrator's, with the request's `voice`,
    and so are lines without a voice.
    """
    parts: list[SpeechSegment] = []
    position = 0
    for number, start, end in locate_lines(request.text, (line.text for line in request.lines)):
        line = request.lines[number]
        parts += _cut_to_length(request.text[position:start], request.voice, NARRATOR, longest)
        parts += _cut_to_length(request.text[start:end], line.voice or request.voice, line.character, longest)
        position = end
    return [*parts, *_cut_to_length(request.text[position:], request.voice, NARRATOR, longest)]


def _cut_to_length(text: str, voice: str, speaker: str, longest: int) -> Iterator[SpeechSegment]:
    """Yield segments cut between sentences, or between words of a long sentence; marks alone are left out."""
    for piece in _split(text.strip(), longest):
        if any(sign.isalnum() for sign in piece):
            yield SpeechSegment(piece, voice, speaker)


def _split(text: str, longest: int) -> Iterator[str]:
    while len(text) > longest:
        ends = [sentence.end for sentence in prose.read(text[:longest]).sentences[:-1]]
        spaces = [match.start() for match in _SPACE.finditer(text, 1, longest)]
        cut = (ends or spaces or [longest])[-1]
        yield text[:cut].strip()
        text = text[cut:].strip()
    yield text
