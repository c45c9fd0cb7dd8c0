"""The voices of characters, and the segments of a take that are read by one voice each."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.providers.speech.base import Line, SpeechRequest
from app.story import prose

NARRATOR = "sage"
WOMEN = ("coral", "nova", "shimmer", "marin")
MEN = ("ash", "echo", "onyx", "cedar", "verse")
EITHER = ("alloy", "ballad", "fable")
VOICES = (NARRATOR, *WOMEN, *MEN, *EITHER)
"""The built-in voices; which of them sound like women or men is our own hearing, not the vendor's word."""

_WOMAN = re.compile(r"\b(?:woman|girl|lady|queen|princess|mother|grandmother|sister|daughter|wife|female)\b")
_MAN = re.compile(r"\b(?:man|boy|gentleman|king|prince|father|grandfather|brother|son|husband|male)\b")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class SpeechSegment:
    """Some of a take's text and the voice that reads it; `character` is "" for the narrator."""

    text: str
    voice: str
    character: str = ""


def voice_for(character: str, look: str, narrator: str) -> str:
    """Choose a person's voice: the same name and look always have the same, never the narrator's."""
    words = look.casefold()
    pool = WOMEN if _WOMAN.search(words) else MEN if _MAN.search(words) else (*WOMEN, *MEN, *EITHER)
    offered = [voice for voice in pool if voice != narrator]
    return offered[int(hashlib.sha256(character.casefold().encode()).hexdigest(), 16) % len(offered)]


def split_by_voice(request: SpeechRequest, longest: int) -> list[SpeechSegment]:
    """Cut a take where the voice changes and where a vendor's limit is reached; no word is lost."""
    narrator = request.voice or NARRATOR
    parts: list[SpeechSegment] = []
    position = 0
    for line, start, end in _placed(request):
        parts += _cut(request.text[position:start], narrator, "", longest)
        voice = voice_for(line.character, line.look, narrator)
        parts += _cut(request.text[start:end], voice, line.character, longest)
        position = end
    return [*parts, *_cut(request.text[position:], narrator, "", longest)]


def _placed(request: SpeechRequest) -> Iterator[tuple[Line, int, int]]:
    """Find where each line stands, with its quotation marks; one that stands nowhere is the narrator's."""
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


def _cut(text: str, voice: str, character: str, longest: int) -> Iterator[SpeechSegment]:
    """Cut between sentences, between words where a sentence is too long; marks alone are not read."""
    for piece in _pieces(text.strip(), longest):
        if any(sign.isalnum() for sign in piece):
            yield SpeechSegment(piece, voice, character)


def _pieces(text: str, longest: int) -> Iterator[str]:
    while len(text) > longest:
        ends = [sentence.end for sentence in prose.read(text[:longest]).sentences[:-1]]
        spaces = [match.start() for match in _SPACE.finditer(text, 1, longest)]
        cut = (ends or spaces or [longest])[-1]
        yield text[:cut].strip()
        text = text[cut:].strip()
    yield text


def instructions_for(segment: SpeechSegment, lines: Sequence[Line]) -> str:
    """Tell the model how to read."""
    if not segment.character:
        return "Read as a calm, warm storyteller, unhurried and clear. Read exactly what is written."
    look = next((line.look for line in lines if line.character == segment.character), "")
    return f"Speak as {segment.character} ({look[:200]}), in character. Say exactly what is written."
