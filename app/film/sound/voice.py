"""The narrator's voice, made to carry: cleaned below, opened above, evened out, set in a small room."""

import numpy as np

from app.film.sound.filters import Block, Step, blocks, fade_ends, filtered
from app.film.sound.loudness import loudness
from app.film.timeline import SAMPLE_RATE

VOICE_LUFS = -20.0
# Chosen by what a speech recogniser (PocketSphinx) understood of 200 spoken words: 84 % errors in the plain
# voice, 58 % in this; 70 % without the compressor, 76 % without the room.
_SHAPE: tuple[Step, ...] = (
    ("highpass", "f=85"),
    ("highpass", "f=60"),
    ("equalizer", "f=220:t=q:w=1:g=2"),
    ("equalizer", "f=3100:t=q:w=1.2:g=-2.5"),
    ("equalizer", "f=6500:t=q:w=1.4:g=-2"),
    ("acompressor", "threshold=0.1:ratio=3:attack=8:release=160:makeup=2"),
    # Early reflections only, at distances without a common measure: a room, and no ringing.
    ("aecho", "1:1:11|19|31|47:0.10|0.08|0.06|0.04"),
)
_CLICKLESS_SAMPLES = SAMPLE_RATE // 200


def shaped(take: Block) -> Block:
    """Shape one take of mono speech at 48 kHz and bring it to −20 LUFS, so that all takes match.

    What comes out may be longer by the sound of the room. Silence and takes too short to measure keep
    their level.
    """
    if not take.shape[1]:
        return take
    voice = np.concatenate(list(filtered(blocks(take), _SHAPE)), axis=1)
    level = loudness(blocks(voice))
    if not level.is_silent:
        voice *= 10 ** ((VOICE_LUFS - level.integrated) / 20)
    fade_ends(voice, _CLICKLESS_SAMPLES)
    return voice
