"""The casting of voices: one for each character who speaks, by gender and age, and apart from the others."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.providers.speech.base import Voice
from app.vocabulary.people import Age, Gender

NEAREST_PITCHES = 1.15
"""Listeners tell two voices apart by pitch when the higher is at least this times the lower."""

_AGES: tuple[Age, ...] = ("baby", "child", "teen", "adult", "old")
_TAKEN, _ANOTHER_KIND, _ANOTHER_GENDER, _UNSURE_GENDER, _AGE_STEP = 20, 12, 8, 3, 3
# What it costs that another voice is nearer in pitch than this many times.
_CROWDED: tuple[tuple[float, int], ...] = ((NEAREST_PITCHES, 9), (1.3, 2))


@dataclass(frozen=True, slots=True)
class Speaker:
    """A character who speaks; with `voice` that one was chosen by a person."""

    name: str
    gender: Gender = "neutral"
    age: Age = "adult"
    is_robot: bool = False
    voice: str = ""


def cast_voices(
    speakers: Sequence[Speaker], voices: Iterable[Voice], narrator: Voice | None
) -> dict[str, str]:
    """Return the id of each speaker's voice, by name.

    Those come first whose voice was chosen, then the others in their order, so that a later speaker changes
    no earlier one's voice. No one gets the narrator's, and two the same one only when there is no other.
    """
    offered = {voice.id: voice for voice in voices}
    cast = {speaker.name: speaker.voice for speaker in speakers if speaker.voice}
    used = [narrator, *(offered.get(voice) for voice in cast.values())]
    pool = [voice for voice in offered.values() if voice.gender is not None and voice != narrator]
    for speaker in speakers:
        if speaker.name in cast or not pool:
            continue
        taken = [voice for voice in used if voice is not None]
        chosen = min(pool, key=lambda voice: (_cost(speaker, voice, taken), _rank(speaker.name, voice.id)))
        cast[speaker.name] = chosen.id
        used.append(chosen)
    return cast


def _cost(speaker: Speaker, voice: Voice, taken: Sequence[Voice]) -> int:
    """Return how badly a voice suits a speaker beside the voices that are taken; 0 for a perfect one."""
    cost = _TAKEN * taken.count(voice) + _gender_cost(speaker, voice)
    cost += _AGE_STEP * abs(_AGES.index(speaker.age) - _AGES.index(voice.age))
    cost += _ANOTHER_KIND * (speaker.is_robot != voice.is_robotic)
    return cost + max((_crowd_cost(voice.pitch_hz, other.pitch_hz) for other in taken), default=0)


def _gender_cost(speaker: Speaker, voice: Voice) -> int:
    if speaker.gender == voice.gender:
        return 0
    # The voices of boys and girls are alike.
    is_open = "neutral" in (speaker.gender, voice.gender) or speaker.age in ("baby", "child")
    return _UNSURE_GENDER if is_open else _ANOTHER_GENDER


def _crowd_cost(one: float, other: float) -> int:
    if not one or not other:
        return 0
    apart = max(one, other) / min(one, other)
    return sum(cost for nearest, cost in _CROWDED if apart < nearest)


def _rank(name: str, voice: str) -> str:
    """Return the place of a voice among those that suit a name equally: always the same one."""
    return hashlib.sha256(f"{name.casefold()}/{voice}".encode()).hexdigest()
