"""What is heard in a film, as data."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.film.sound.ambience import Ambience
from app.film.turns import NARRATOR

Music = Literal["none", "bed"] | Path
"""No music, the bed made from the moods, or the user's own sound file."""


@dataclass(frozen=True, slots=True)
class Take:
    """A scene's take: its file, and who speaks from which second of it on, the first from its start."""

    path: Path
    turns: tuple[tuple[str, float], ...] = ((NARRATOR, 0.0),)


@dataclass(frozen=True, slots=True)
class SpotEffect:
    """An effect of `effects.EFFECTS`, and the sample of the film at which it begins."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """All that is heard in a film.

    `takes` has one take or None for each shot; shots of one scene share a take, of which each has its part.
    `moods` has one mood for each shot, for the music bed, `intensities` how intense each one is, on any
    scale. Without `ambiences` there is none. `volume` is 0 to 1.
    """

    takes: tuple[Take | None, ...] = ()
    music: Music = "none"
    moods: tuple[str, ...] = ()
    ambiences: tuple[Ambience, ...] = ()
    effects: tuple[SpotEffect, ...] = ()
    volume: float = 1.0
    intensities: tuple[float, ...] = ()
