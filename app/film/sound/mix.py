"""The mix: every narration on its sample, and music that makes way for it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from app.film.sound.bed import play, score
from app.film.sound.filters import BLOCK_SAMPLES, Block, blocks, fade_ends
from app.film.sound.loudness import TARGET_LUFS, loudness, normalise
from app.film.sound.source import decoded, whole
from app.film.sound.voice import shaped
from app.film.timeline import SAMPLE_RATE, Timeline, whole_samples

SOUND_VERSION = "1"
"""Changes whenever the same takes and music would be mixed to other samples."""

Music = Literal["none", "bed"] | Path
"""No music, the bed composed from the moods, or a sound file of one's own."""

# A voice in both channels measures −17 LUFS: music lies 10 LU below in the gaps and 18 under speech.
_MUSIC_LUFS = -27.0
_DUCKED = 10 ** (-8 / 20)
_DUCK_SEC, _RECOVER_SEC = 0.4, 1.0
_FADE_SEC, _CUT_FADE_SEC = 1.5, 0.3


def mix(
    timeline: Timeline,
    narrations: Sequence[Path | None],
    music: Music = "none",
    moods: Sequence[str] = (),
    volume: float = 1.0,
    track: Block | None = None,
) -> Block:
    """Mix the sound of a whole film: stereo of exactly `timeline.samples`, −16 LUFS at `volume` 1.

    `narrations` holds one take a shot or None; what is longer than the rest of the film is faded out.
    The music file repeats until the film ends. `track` is memory to mix in (zeros, for example a file
    mapped into memory for long films).
    """
    sound = np.zeros((2, timeline.samples), np.float32) if track is None else track
    spoken = [(number, path) for number, path in enumerate(narrations) if path is not None]
    if music != "none":
        _lay_music(sound, _music(timeline, music, moods))
        _duck(sound, [_span(timeline, number) for number, _ in spoken])
    for number, path in spoken:
        _lay_voice(sound, shaped(whole(path)), timeline.narration_sample(number))
    normalise(sound, TARGET_LUFS)
    for block in blocks(sound):
        block *= volume
    return sound


def _music(timeline: Timeline, music: Music, moods: Sequence[str]) -> Iterator[tuple[int, Block]]:
    """Give pieces of music and the samples they begin on."""
    if not isinstance(music, Path):
        yield from ((chord.start, play(chord)) for chord in score(timeline, moods))
        return
    position = 0
    while position < timeline.samples:
        before = position
        for block in decoded(music, channels=2):
            yield position, block
            position += block.shape[1]
            if position >= timeline.samples:
                return
        if position == before:
            return


def _lay_music(sound: Block, pieces: Iterable[tuple[int, Block]]) -> None:
    for start, piece in pieces:
        _add(sound, piece, start)
    level = loudness(blocks(sound))
    if not level.is_silent:
        for block in blocks(sound):
            block *= 10 ** ((_MUSIC_LUFS - level.integrated) / 20)
    fade_ends(sound, round(_FADE_SEC * SAMPLE_RATE))


def _duck(music: Block, spans: Sequence[tuple[int, int]]) -> None:
    """Turn music down from shortly before each span of speech until some time after it."""
    before, after = round(_DUCK_SEC * SAMPLE_RATE), round(_RECOVER_SEC * SAMPLE_RATE)
    for start in range(0, music.shape[1], BLOCK_SAMPLES):
        block = music[:, start : start + BLOCK_SAMPLES]
        at = np.arange(start, start + block.shape[1])
        gain = np.ones(block.shape[1], np.float32)
        for first, last in spans:
            if first - before < start + BLOCK_SAMPLES and last + after > start:
                edges, levels = (first - before, first, last, last + after), (1.0, _DUCKED, _DUCKED, 1.0)
                gain = np.minimum(gain, np.interp(at, edges, levels)).astype(np.float32)
        block *= gain


def _span(timeline: Timeline, number: int) -> tuple[int, int]:
    start = timeline.narration_sample(number)
    return start, start + whole_samples(timeline.shots[number].narration_sec or 0.0)


def _lay_voice(sound: Block, voice: Block, start: int) -> None:
    room = sound.shape[1] - start
    if voice.shape[1] > room > 0:
        voice = voice[:, :room].copy()
        fade = min(room, round(_CUT_FADE_SEC * SAMPLE_RATE))
        voice[:, -fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
    _add(sound, voice, start)


def _add(sound: Block, piece: Block, start: int) -> None:
    kept = piece[:, : max(0, sound.shape[1] - start)]
    sound[:, start : start + kept.shape[1]] += kept
