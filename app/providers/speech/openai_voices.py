"""OpenAI's built-in voices, and the instructions with which they read."""

from collections.abc import Sequence

from app.film.turns import NARRATOR
from app.providers.speech.base import Line, Voice
from app.providers.speech.segments import SpeechSegment
from app.vocabulary.people import Gender

NARRATOR_VOICE = "sage"
# Which of them sound female or male is our own judgement, not the vendor's.
_BY_GENDER: dict[Gender, tuple[str, ...]] = {
    "female": ("coral", "nova", "shimmer", "marin"),
    "male": ("ash", "echo", "onyx", "cedar", "verse"),
    "neutral": ("alloy", "ballad", "fable", NARRATOR_VOICE),
}

VOICES = tuple(
    Voice(name, name.capitalize(), "mul", gender)
    for name, gender in sorted(
        ((name, gender) for gender, names in _BY_GENDER.items() for name in names),
        key=lambda voice: voice[0] != NARRATOR_VOICE,
    )
)
"""The default narrator first; each speaks every language."""


def write_instructions(segment: SpeechSegment, lines: Sequence[Line]) -> str:
    """Return how a segment is to be read, in words for the model."""
    if segment.speaker == NARRATOR:
        return "Read as a calm, warm storyteller, unhurried and clear. Read exactly what is written."
    look = next((line.look for line in lines if line.character == segment.speaker), "")
    return f"Speak as {segment.speaker} ({look[:200]}), in character. Say exactly what is written."
