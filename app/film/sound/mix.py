"""The mix: each narration at its exact sample, and music that is ducked under speech."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from app.film.sound.bed import compose_chords, synthesize_chord
from app.film.sound.filters import BLOCK_SAMPLES, Block, fade_ends, split_blocks
from app.film.sound.loudness import TARGET_LUFS, measure_loudness, normalize
from app.film.sound.source import decode_blocks, load_sound
from app.film.sound.voice import shape_voice
from app.film.timeline import SAMPLE_RATE, Timeline, whole_samples

SOUND_VERSION = "1"
"""Changes whenever the same takes and music would give other samples."""

Music = Literal["none", "bed"] | Path
"""No music, the bed made from the moods, or the user's own sound file."""

# A voice in both channels measures −17 LUFS: music is 10 LU below it in the gaps and 18 LU under speech.
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
    """Return the sound of a whole film: shape (2, `timeline.samples`), −16 LUFS at `volume` 1.

    `narrations` has one take or None for each shot; a take longer than the rest of the film is faded out. A
    music file repeats until the film ends. `track` is an array of zeros to mix into, such as a memory map for
    long films. Raises av.FFmpegError for a file that can't be read.
    """
    sound = np.zeros((2, timeline.samples), np.float32) if track is None else track
    spoken = [(number, path) for number, path in enumerate(narrations) if path is not None]
    if music != "none":
        _lay_music(sound, _render_music(timeline, music, moods))
        _duck(sound, [_speech_span(timeline, number) for number, _ in spoken])
    for number, path in spoken:
        _lay_voice(sound, shape_voice(load_sound(path)), timeline.narration_sample(number))
    normalize(sound, TARGET_LUFS)
    for block in split_blocks(sound):
        block *= volume
    return sound


def _render_music(timeline: Timeline, music: Music, moods: Sequence[str]) -> Iterator[tuple[int, Block]]:
    """Yield pieces of music with the samples at which they start."""
    if not isinstance(music, Path):
        yield from ((chord.start, synthesize_chord(chord)) for chord in compose_chords(timeline, moods))
        return
    position = 0
    while position < timeline.samples:
        before = position
        for block in decode_blocks(music, channels=2):
            yield position, block
            position += block.shape[1]
            if position >= timeline.samples:
                return
        if position == before:
            return


def _lay_music(sound: Block, pieces: Iterable[tuple[int, Block]]) -> None:
    for start, piece in pieces:
        _add_at(sound, piece, start)
    level = measure_loudness(split_blocks(sound))
    if not level.is_silent:
        for block in split_blocks(sound):
            block *= 10 ** ((_MUSIC_LUFS - level.integrated) / 20)
    fade_ends(sound, round(_FADE_SEC * SAMPLE_RATE))


def _duck(music: Block, spans: Sequence[tuple[int, int]]) -> None:
    """Lower music in place from shortly before each span of speech until shortly after it."""
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


def _speech_span(timeline: Timeline, number: int) -> tuple[int, int]:
    start = timeline.narration_sample(number)
    return start, start + whole_samples(timeline.shots[number].narration_sec or 0.0)


def _lay_voice(sound: Block, voice: Block, start: int) -> None:
    room = sound.shape[1] - start
    if voice.shape[1] > room > 0:
        voice = voice[:, :room].copy()
        fade = min(room, round(_CUT_FADE_SEC * SAMPLE_RATE))
        voice[:, -fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
    _add_at(sound, voice, start)


def _add_at(sound: Block, piece: Block, start: int) -> None:
    fitting = piece[:, : max(0, sound.shape[1] - start)]
    sound[:, start : start + fitting.shape[1]] += fitting
