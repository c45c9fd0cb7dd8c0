"""A film's sound track: each narration at its exact sample, music that is ducked under speech, as AAC."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import av
import numpy as np
from av.audio.stream import AudioStream

from app.film.sound.bed import compose_chords, synthesize_chord
from app.film.sound.filters import BLOCK_SAMPLES, Block, fade_ends, split_blocks
from app.film.sound.loudness import TARGET_LUFS, measure_loudness, normalize
from app.film.sound.source import SHORTEST_MUSIC_SEC, SoundUnfit, decode_blocks, load_sound
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
_AAC_BITS_PER_SECOND = 192_000
_AAC_SAMPLES = 1024


@dataclass(frozen=True, slots=True)
class TrackSettings:
    """A sound track's music and volume (0 to 1); `moods` has one mood for each shot, for the music bed."""

    music: Music = "none"
    moods: tuple[str, ...] = ()
    volume: float = 1.0


def write_track(
    timeline: Timeline,
    narrations: Sequence[Path | None],
    settings: TrackSettings,
    path: Path,
    on_progress: Callable[[float], None] | None = None,
) -> None:
    """Mix the sound of a whole film and write it as AAC to `path` (.m4a), exactly as long as the timeline.

    The mix is kept in a file beside `path`, not in memory. `on_progress` is called with the share done, 0 to
    1; what it raises stops the work, and no partial file stays behind. Raises as `mix` does.
    """
    report = on_progress or (lambda _: None)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            track = np.memmap(Path(folder) / "mix.f32", np.float32, "w+", shape=(2, timeline.samples))
            music, moods, volume = settings.music, settings.moods, settings.volume
            mix(timeline, narrations, music, moods, volume, track, lambda: report(0.0))
            report(0.5)
            _write_aac(track, path, report)
            # The memory map holds its file open, and some systems delete no open file.
            del track
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    report(1.0)


def mix(
    timeline: Timeline,
    narrations: Sequence[Path | None],
    music: Music = "none",
    moods: Sequence[str] = (),
    volume: float = 1.0,
    track: Block | None = None,
    check: Callable[[], None] = lambda: None,
) -> Block:
    """Return the sound of a whole film: shape (2, `timeline.samples`), −16 LUFS at `volume` 1.

    `narrations` has one take or None for each shot; shots of one scene share a take, of which each has its
    part, and one longer than the rest of the film is faded out. A
    music file repeats until the film ends. `track` is an array of zeros to mix into, such as a memory map for
    long films. `check` is called at least once for every second of music and for every take; what it raises
    stops the work. Raises SoundUnfit for sound out of bounds, av.FFmpegError for a file that can't be read.
    """
    sound = np.zeros((2, timeline.samples), np.float32) if track is None else track
    spoken = [(number, path) for number, path in enumerate(narrations) if path is not None]
    if music != "none":
        if isinstance(music, Path):
            _lay_file(sound, music, check)
        else:
            _lay_bed(sound, timeline, moods, check)
        _level_music(sound)
        _duck(sound, [_speech_span(timeline, number) for number, _ in spoken])
    for path, shots in groupby(spoken, key=lambda one: one[1]):
        check()
        voice = shape_voice(load_sound(path))
        for start, part in _cut_voices(timeline, [number for number, _ in shots], voice):
            _lay_voice(sound, part, start)
    normalize(sound, TARGET_LUFS, check)
    for block in split_blocks(sound):
        block *= volume
    return sound


def _lay_bed(sound: Block, timeline: Timeline, moods: Sequence[str], check: Callable[[], None]) -> None:
    for chord in compose_chords(timeline, moods):
        check()
        _add_at(sound, synthesize_chord(chord), chord.start)


def _lay_file(sound: Block, path: Path, check: Callable[[], None]) -> None:
    """Add a music file to silence, repeated until the end; the file is decoded once."""
    length = 0
    for block in decode_blocks(path, channels=2):
        check()
        _add_at(sound, block, length)
        length += block.shape[1]
        if length >= sound.shape[1]:
            return
    if length < SHORTEST_MUSIC_SEC * SAMPLE_RATE:
        raise SoundUnfit(f"The music is shorter than {SHORTEST_MUSIC_SEC:g} s.")
    for start in range(length, sound.shape[1], BLOCK_SAMPLES):
        check()
        end = min(start + BLOCK_SAMPLES, sound.shape[1])
        # A block is no longer than the music, so that what it repeats is complete.
        sound[:, start:end] = sound[:, start - length : end - length]


def _level_music(sound: Block) -> None:
    """Bring music to its level under a narration, in place, and fade its ends."""
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


def _cut_voices(timeline: Timeline, numbers: Sequence[int], voice: Block) -> Iterator[tuple[int, Block]]:
    """Yield the part of a take that is heard in each of some shots, and the sample at which it begins.

    With the last words of the take comes all that follows them.
    """
    for number, after in zip(numbers, [*numbers[1:], None], strict=True):
        first = timeline.shots[number].take_sec
        end = timeline.shots[after].take_sec if after is not None else 0.0
        part = slice(whole_samples(first), whole_samples(end) if end > first else None)
        yield timeline.narration_sample(number), voice[:, part]


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


def _write_aac(sound: Block, path: Path, report: Callable[[float], None]) -> None:
    # The length is written in this unit; its default, a millisecond, would cut the end off.
    options = {"movflags": "+faststart", "movie_timescale": str(SAMPLE_RATE), "fflags": "+bitexact"}
    with av.open(path, "w", format="mp4", options=options) as file:
        stream = file.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        stream.bit_rate = _AAC_BITS_PER_SECOND
        # At this bit rate the fast search is closer to the original than the default, in a quarter of the
        # time.
        stream.options = {"aac_coder": "fast"}
        for packet in _encode_aac(sound, stream, report):
            file.mux(packet)


def _encode_aac(
    sound: Block, stream: AudioStream, report: Callable[[float], None]
) -> "Iterator[av.Packet[Any]]":
    for start in range(0, sound.shape[1], _AAC_SAMPLES):
        piece = np.ascontiguousarray(sound[:, start : start + _AAC_SAMPLES], np.float32)
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, start, Fraction(1, SAMPLE_RATE)
        yield from stream.encode(frame)
        report(0.5 + 0.5 * start / sound.shape[1])
    yield from stream.encode()
