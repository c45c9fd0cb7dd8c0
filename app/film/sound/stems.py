"""The stems of a film's sound: each as blocks of one second, all of them cut at the same samples."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from app.film.sound.ambience import Ambience, AmbienceReader
from app.film.sound.bed import compose_chords, synthesize_chord
from app.film.sound.effects import make_effect
from app.film.sound.filters import BLOCK_SAMPLES, Block
from app.film.sound.loudness import SILENCE_LUFS, measure_loudness
from app.film.sound.soundtrack import SpotEffect
from app.film.sound.source import SHORTEST_MUSIC_SEC, SoundUnfit, decode_blocks
from app.film.timeline import SAMPLE_RATE, Timeline

Piece = tuple[int, int, Block]
"""The number of a track, the sample at which sound begins on it, and the sound."""

# A voice in both channels measures −17 LUFS: music is 10 LU below it in the gaps and 18 LU under speech.
MUSIC_LUFS = -27.0
MUSIC_DUCK_DB, AMBIENCE_DUCK_DB = -8.0, -4.0
_DUCK_SEC, _RECOVER_SEC = 0.4, 1.0
_FADE_SEC = 1.5
_KEPT_SEC = 30.0


def lay_pieces(pieces: Iterable[Piece], tracks: int, samples: int) -> Iterator[list[Block]]:
    """Yield the blocks of some tracks on which pieces are laid; pieces come in the order of their starts.

    A piece is asked for when the block in which it begins is due, and kept until it has ended.
    """
    coming = iter(pieces)
    following = next(coming, None)
    active: list[Piece] = []
    for start in range(0, samples, BLOCK_SAMPLES):
        end = min(start + BLOCK_SAMPLES, samples)
        while following is not None and following[1] < end:
            active.append(following)
            following = next(coming, None)
        blocks = [np.zeros((2, end - start), np.float32) for _ in range(tracks)]
        for track, at, piece in active:
            first, last = max(at, start), min(at + piece.shape[1], end)
            if first < last:
                blocks[track][:, first - start : last - start] += piece[:, first - at : last - at]
        active = [one for one in active if one[1] + one[2].shape[1] > end]
        yield blocks


def render_bed(timeline: Timeline, moods: Sequence[str]) -> Iterator[Block]:
    """Yield the music bed of a film, before it is ducked."""
    chords = ((0, chord.start, synthesize_chord(chord)) for chord in compose_chords(timeline, moods))
    return (blocks[0] for blocks in lay_pieces(chords, 1, timeline.samples))


def render_file(path: Path, samples: int, check: Callable[[], None] = lambda: None) -> Iterator[Block]:
    """Yield a music file at the level of music, repeated until so many samples are full.

    Its level is measured before; `check` is called for each block of that, and what it raises stops the work.
    Raises SoundUnfit for a file that is too short or too long, av.FFmpegError for one that can't be read.
    """
    level = measure_loudness(_watch(decode_blocks(path, channels=2), check)).integrated
    gain = np.float32(10 ** ((MUSIC_LUFS - level) / 20) if level > SILENCE_LUFS else 1.0)
    return _cut_evenly((block * gain for block in _repeat(path)), samples)


def render_effects(effects: Sequence[SpotEffect], samples: int) -> Iterator[Block]:
    """Yield the spot effects of a film."""
    ordered = sorted(effects, key=lambda effect: effect.start)
    pieces = ((0, effect.start, make_effect(effect.name)) for effect in ordered)
    return (blocks[0] for blocks in lay_pieces(pieces, 1, samples))


def render_ambience(ambiences: Sequence[Ambience], samples: int) -> Iterator[Block]:
    """Yield the ambience of a film."""
    reader = AmbienceReader(ambiences)
    for start in range(0, samples, BLOCK_SAMPLES):
        yield reader.read(start, min(BLOCK_SAMPLES, samples - start))


def duck(stem: Iterable[Block], spans: Sequence[tuple[int, int]], gain_db: float) -> Iterator[Block]:
    """Yield a stem that is lowered from shortly before each span of speech until shortly after it.

    Spans are first and last samples in the order of the film.
    """
    before, after = round(_DUCK_SEC * SAMPLE_RATE), round(_RECOVER_SEC * SAMPLE_RATE)
    lowered, start, coming = 10 ** (gain_db / 20), 0, list(spans)
    for block in stem:
        end = start + block.shape[1]
        coming = [span for span in coming if span[1] + after > start]
        at, gain = np.arange(start, end), np.ones(block.shape[1], np.float32)
        for first, last in coming:
            if first - before >= end:
                break
            edges, levels = (first - before, first, last, last + after), (1.0, lowered, lowered, 1.0)
            gain = np.minimum(gain, np.interp(at, edges, levels)).astype(np.float32)
        yield block * gain
        start = end


def fade(stem: Iterable[Block], samples: int) -> Iterator[Block]:
    """Yield a stem of a film of so many samples that fades in at its start and out at its end."""
    length, start = round(min(_FADE_SEC * SAMPLE_RATE, samples / 2)), 0
    for block in stem:
        at = np.arange(start, start + block.shape[1])
        gain = np.clip(np.minimum(at, samples - 1 - at) / max(length, 1), 0, 1)
        yield block * gain.astype(np.float32)
        start += block.shape[1]


def _watch(sound: Iterable[Block], check: Callable[[], None]) -> Iterator[Block]:
    for block in sound:
        check()
        yield block


def _repeat(path: Path) -> Iterator[Block]:
    """Yield a music file again and again; a short one is decoded once, for it would be opened very often."""
    length, kept = 0, list[Block]()
    for block in decode_blocks(path, channels=2):
        length += block.shape[1]
        if length <= _KEPT_SEC * SAMPLE_RATE:
            kept.append(block)
        yield block
    if length < SHORTEST_MUSIC_SEC * SAMPLE_RATE:
        raise SoundUnfit(f"The music is shorter than {SHORTEST_MUSIC_SEC:g} s.")
    is_short = length <= _KEPT_SEC * SAMPLE_RATE
    while True:
        yield from kept if is_short else decode_blocks(path, channels=2)


def _cut_evenly(sound: Iterator[Block], samples: int) -> Iterator[Block]:
    """Yield endless sound in blocks of one second, the last one shorter."""
    rest = np.zeros((2, 0), np.float32)
    for start in range(0, samples, BLOCK_SAMPLES):
        wanted = min(BLOCK_SAMPLES, samples - start)
        while rest.shape[1] < wanted:
            rest = np.concatenate([rest, next(sound)], axis=1)
        yield rest[:, :wanted]
        rest = rest[:, wanted:]
