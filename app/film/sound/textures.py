"""The textures of ambience: endless sounds of places and weather, synthesized as loops without a seam."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.film.sound import grains
from app.film.sound.filters import Block
from app.film.sound.rng import sound_rng
from app.film.timeline import SAMPLE_RATE

LOOP_SEC = 16
LOOP_SAMPLES = LOOP_SEC * SAMPLE_RATE

_Signal = NDArray[np.floating]
_Scatter = Callable[[np.random.Generator, int], _Signal]


@dataclass(frozen=True, slots=True)
class _Texture:
    """Noise of a spectrum that swells, and short sounds that are scattered over it.

    `level` is the loudness in decibels below full scale (RMS), `spectrum` has pairs of hertz and decibels.
    `swell` is how much the noise swells (0 to 1), in about `swells` waves a loop. `share` is the part of the
    scattered sounds in the whole, 0 to 1.
    """

    level: float
    spectrum: tuple[tuple[float, float], ...]
    swell: float = 0.0
    swells: int = 1
    scatter: _Scatter | None = None
    share: float = 0.0


_AIR = ((40, -6), (150, 0), (600, -16), (2500, -34), (9000, -52))
_TEXTURES = {
    "room tone": _Texture(-49, _AIR),
    "hall tone": _Texture(-45, ((40, 0), (120, -2), (500, -12), (3000, -36), (9000, -56)), 0.2, 3),
    "wind": _Texture(-37, ((50, -14), (180, 0), (450, -4), (1200, -20), (6000, -46)), 0.7, 5),
    "rain": _Texture(
        -33, ((100, -26), (700, -12), (2500, 0), (7000, -3), (15000, -14)), 0.15, 7, grains.drops, 0.3
    ),
    "rain on the roof": _Texture(
        -39, ((80, -6), (300, 0), (1200, -10), (4000, -26)), 0.15, 7, grains.drops, 0.15
    ),
    "storm": _Texture(-31, ((40, -4), (150, 0), (600, -8), (2500, -16), (8000, -30)), 0.8, 6),
    "sea": _Texture(-33, ((60, -8), (250, 0), (900, -6), (3500, -14), (9000, -26)), 0.85, 3),
    "water": _Texture(
        -37, ((120, -14), (450, 0), (1100, -3), (3000, -12), (8000, -24)), 0.25, 21, grains.bubbles, 0.3
    ),
    "street": _Texture(-38, ((45, 0), (130, -2), (500, -14), (2000, -26), (8000, -44)), 0.6, 4),
    "leaves": _Texture(-45, ((300, -22), (1500, -8), (4500, 0), (9000, -6)), 0.6, 6),
    "birds": _Texture(-43, _AIR, 0.0, 1, grains.birds, 0.9),
    "crickets": _Texture(-47, _AIR, 0.0, 1, grains.crickets, 0.85),
    "crowd": _Texture(
        -37, ((90, -18), (250, -2), (600, 0), (1500, -12), (4000, -30)), 0.1, 9, grains.babble, 0.85
    ),
    "engine": _Texture(
        -37, ((35, 0), (90, -1), (300, -14), (1200, -30), (5000, -48)), 0.1, 13, grains.engine, 0.6
    ),
    "hum": _Texture(-45, ((60, -2), (200, 0), (800, -18), (4000, -38)), 0.0, 1, grains.hum, 0.5),
    "fire": _Texture(-41, ((50, -2), (160, 0), (600, -16), (3000, -34)), 0.4, 17, grains.crackles, 0.6),
}
TEXTURES = tuple(_TEXTURES)


# A loop takes 6 MB. Neighbouring scenes seldom have more, and another one is made in .2 s.
@lru_cache(maxsize=6)
def make_loop(name: str) -> Block:
    """Return a texture of shape (2, LOOP_SAMPLES), whose end goes on with its beginning.

    It is the same on every call. Raises KeyError for a texture that is not in TEXTURES.
    """
    texture = _TEXTURES[name]
    rng = sound_rng(f"texture {name}")
    # Left and right share the swell, as gusts and waves are heard with both ears.
    swell = _swell(rng, texture.swell, texture.swells)
    loop = np.stack([_shape_noise(rng, texture.spectrum) * swell for _ in range(2)])
    loop *= (1 - texture.share) / _rms(loop)
    if texture.scatter is not None:
        scattered = texture.scatter(rng, LOOP_SAMPLES)
        loop += scattered * (texture.share / _rms(scattered))
    return np.asarray(loop * (10 ** (texture.level / 20) / _rms(loop)), np.float32)


def _shape_noise(rng: np.random.Generator, spectrum: tuple[tuple[float, float], ...]) -> _Signal:
    """Return noise of a spectrum; each of its partials fits the loop a whole number of times."""
    frequencies = np.fft.rfftfreq(LOOP_SAMPLES, 1 / SAMPLE_RATE)
    hertz, decibels = zip(*spectrum, strict=True)
    level = np.interp(np.log(np.maximum(frequencies, 1.0)), np.log(hertz), decibels)
    level[frequencies < hertz[0] / 2] = -120.0
    phases = rng.uniform(0, 2 * np.pi, len(frequencies))
    return np.fft.irfft(10 ** (level / 20) * np.exp(1j * phases), LOOP_SAMPLES)


def _swell(rng: np.random.Generator, depth: float, count: int) -> _Signal:
    """Return a gain between 1 − depth and 1 that rises and falls irregularly, about `count` times a loop."""
    turn = np.linspace(0, 2 * np.pi, LOOP_SAMPLES, endpoint=False)
    waves = [np.sin(n * turn + rng.uniform(0, 2 * np.pi)) for n in (count, count + 1, max(1, count // 2))]
    wave = np.sum(waves, axis=0) / len(waves)
    return np.asarray(1 - depth * (0.5 - 0.5 * wave))


def _rms(sound: _Signal) -> float:
    return float(np.sqrt(np.mean(np.square(sound)))) or 1.0
