"""The staging of a scene, from its beats: what its first character visibly does, and with what."""

from collections.abc import Sequence

from app.story.beat import Beat
from app.story.reading import StoryReading
from app.vocabulary.staging import (
    CROWD_WORDS,
    HELD_PROP_WORDS,
    POSTURES,
    Figure,
    HeldProp,
    Posture,
    Staging,
)
from app.vocabulary.staging_reader import read_staging
from app.vocabulary.words import Words

_PROPS = {word.removeprefix("a "): prop for prop, words in HELD_PROP_WORDS.items() for word in words}


def choose_staging(
    reading: StoryReading, beats: Sequence[Beat], characters: Sequence[str], description: str
) -> Staging:
    """Return the staging of a scene by its beats, or by its words where the reader finds no beats at all."""
    return stage_beats(beats, characters, description) if reading.beats else read_staging(description)


def stage_beats(beats: Sequence[Beat], characters: Sequence[str], description: str) -> Staging:
    """Return the staging of a scene, by what is seen to happen, not what is said, wished or denied."""
    seen = [beat for beat in beats if beat.status == "seen"]
    first = [beat for beat in seen if characters and characters[0] in beat.agents]
    postures = [POSTURES[beat.action] for beat in first if beat.action in POSTURES]
    prop = next((prop for beat in first if (prop := _find_prop(beat)) is not None), None)
    figure = Figure("", min(postures, key=list(Posture).index, default=Posture.STAND), prop)
    figures = () if figure == Figure() else (figure,)
    return Staging(figures, has_crowd=Words(description).has_any(*CROWD_WORDS))


def _find_prop(beat: Beat) -> HeldProp | None:
    things = (*beat.patients, beat.instrument)
    return next((_PROPS[thing] for thing in things if thing in _PROPS), None)
