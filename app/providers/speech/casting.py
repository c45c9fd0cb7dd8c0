"""The voices of characters, and the segments of a take that are read by one voice each."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.providers.speech.base import Line, SpeechRequest
from app.story import prose
from app.vocabulary.look_reader import read_look
from app.vocabulary.people import Gender

NARRATOR = "sage"
WOMEN = ("coral", "nova", "shimmer", "marin")
MEN = ("ash", "echo", "onyx", "cedar", "verse")
EITHER = ("alloy", "ballad", "fable")
VOICES = (NARRATOR, *WOMEN, *MEN, *EITHER)
"""OpenAI's built-in voices; which of them sound female or male is our own judgement, not the vendor's."""

_POOLS: dict[Gender, tuple[str, ...]] = {"female": WOMEN, "male": MEN, "neutral": (*WOMEN, *MEN, *EITHER)}
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class SpeechSegment:
    """Some of a take's text and the voice that reads it; `character` is "" for the narrator."""

    text: str
    voice: str
    character: str = ""


def choose_voice(character: str, look: str, narrator: str) -> str:
    """Return a character's voice: always the same for a name and a look, and never the narrator's."""
    offered = [voice for voice in _POOLS[read_look("", look).gender] if voice != narrator]
    return offered[int(hashlib.sha256(character.casefold().encode()).hexdigest(), 16) % len(offered)]


def split_by_voice(request: SpeechRequest, longest: int) -> list[SpeechSegment]:
    """Return a take in segments of one voice and of at most `longest` characters; no word is lost."""
    narrator = request.voice or NARRATOR
    parts: list[SpeechSegment] = []
    position = 0
    for line, start, end in _locate_lines(request):
        parts += _cut_to_length(request.text[position:start], narrator, "", longest)
        voice = choose_voice(line.character, line.look, narrator)
        parts += _cut_to_length(request.text[start:end], voice, line.character, longest)
        position = end
    return [*parts, *_cut_to_length(request.text[position:], narrator, "", longest)]


def _locate_lines(request: SpeechRequest) -> Iterator[tuple[Line, int, int]]:
    """Yield each line with its start and end in the text, quotation marks included.

    A line that is not in the text is left to the narrator.
    """
    text, position = request.text, 0
    for line in request.lines:
        start = text.find(line.text, position) if line.text else -1
        if start < 0:
            continue
        end = start + len(line.text)
        while start > position and not (text[start - 1].isspace() or text[start - 1].isalnum()):
            start -= 1
        while end < len(text) and not (text[end].isspace() or text[end].isalnum()):
            end += 1
        yield line, start, end
        position = end


def _cut_to_length(text: str, voice: str, character: str, longest: int) -> Iterator[SpeechSegment]:
    """Yield segments cut between sentences, or between words of a long sentence; marks alone are left out."""
    for piece in _split(text.strip(), longest):
        if any(sign.isalnum() for sign in piece):
            yield SpeechSegment(piece, voice, character)


def _split(text: str, longest: int) -> Iterator[str]:
    while len(text) > longest:
        ends = [sentence.end for sentence in prose.read(text[:longest]).sentences[:-1]]
        spaces = [match.start() for match in _SPACE.finditer(text, 1, longest)]
        cut = (ends or spaces or [longest])[-1]
        yield text[:cut].strip()
        text = text[cut:].strip()
    yield text


def write_instructions(segment: SpeechSegment, lines: Sequence[Line]) -> str:
    """Return how a segment is to be read, in words for the model."""
    if not segment.character:
        return "Read as a calm, warm storyteller, unhurried and clear. Read exactly what is written."
    look = next((line.look for line in lines if line.character == segment.character), "")
    return f"Speak as {segment.character} ({look[:200]}), in character. Say exactly what is written."
