"""The quality report: a film's picture, sound and subtitles, measured on the file itself."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from app.film.media import open_media
from app.film.sound.loudness import SILENCE_LUFS, TARGET_LUFS, measure_loudness
from app.film.sound.source import decode_blocks
from app.film.subtitles import Cue
from app.film.timeline import Timeline

_LOUDNESS_TOLERANCE_LU = 1.0
_HIGHEST_PEAK_DBTP = -1.0
_FASTEST_CPS = 21.0
_MOST_BLACK, _MOST_FROZEN = 0.2, 0.05
_BLACK_LUMA = 22.0
_FROZEN_DIFFERENCE = 0.05
_ANALYSIS_SIZE = (192, 108)


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture track. The shares are of key frames, of which there is one every two seconds."""

    frames: int
    seconds: float
    width: int
    height: int
    black_share: float
    frozen_share: float


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound track: its length in seconds, loudness in LUFS and true peak in dBTP."""

    seconds: float
    loudness_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class ReadingSpeed:
    """How fast the subtitles must be read, in characters a second."""

    cues: int
    mean_cps: float
    fastest_cps: float


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The measured values, and in `problems` a sentence for each one outside its limits.

    `duration_error_ms` is the film's length minus the timeline's, `sound_offset_ms` the sound's length minus
    the picture's (None without sound).
    """

    size_bytes: int
    duration_error_ms: float
    sound_offset_ms: float | None
    picture: Picture
    sound: Sound | None
    reading: ReadingSpeed
    problems: tuple[str, ...]


def inspect(
    path: Path, timeline: Timeline, cues: Sequence[Cue] = (), audio_volume: float | None = 1.0
) -> QualityReport:
    """Return the report on a film, measured against its timeline and its cues.

    It is cheap enough for every film: of the picture only the key frames are decoded, the sound once.
    `audio_volume` is the volume at which the film was mixed (0 to 1), None for a film without sound. Raises
    av.FFmpegError when the file can't be read.
    """
    picture, sound, reading = _measure_picture(path), _measure_sound(path), _measure_reading(cues)
    problems = [
        *_check_picture(picture, timeline),
        *_check_sound(sound, picture, timeline, audio_volume),
        *_check_reading(reading),
    ]
    return QualityReport(
        size_bytes=path.stat().st_size,
        duration_error_ms=round((picture.seconds - timeline.seconds) * 1000, 2),
        sound_offset_ms=round((sound.seconds - picture.seconds) * 1000, 2) if sound else None,
        picture=picture,
        sound=sound,
        reading=reading,
        problems=tuple(problems),
    )


def _measure_picture(path: Path) -> Picture:
    with open_media(path) as film:
        stream = film.streams.video[0]
        frames = sum(1 for packet in film.demux(stream) if packet.pts is not None)
        seconds = float((stream.duration or 0) * (stream.time_base or 0))
        width, height = stream.width, stream.height
    key_frames = _decode_key_frames(path)
    # The first key frame is left out, because a film may fade in from black.
    black = [float(luma.mean()) < _BLACK_LUMA for luma in key_frames[1:]]
    frozen = [float(np.abs(one - two).mean()) < _FROZEN_DIFFERENCE for one, two in pairwise(key_frames)]
    return Picture(frames, round(seconds, 6), width, height, _share(black), _share(frozen))


def _decode_key_frames(path: Path) -> list[NDArray[np.float32]]:
    """Return the luma of the key frames, scaled down to the analysis size."""
    with open_media(path) as film:
        stream = film.streams.video[0]
        stream.codec_context.skip_frame = "NONKEY"
        lumas = (frame.to_ndarray(format="gray8") for frame in film.decode(stream))
        return [
            np.asarray(cv2.resize(luma, _ANALYSIS_SIZE, interpolation=cv2.INTER_AREA), np.float32)
            for luma in lumas
        ]


def _measure_sound(path: Path) -> Sound | None:
    with open_media(path) as film:
        if not film.streams.audio:
            return None
        stream = film.streams.audio[0]
        seconds = float((stream.duration or 0) * (stream.time_base or 0))
    level = measure_loudness(decode_blocks(path, channels=2))
    return Sound(round(seconds, 6), round(level.integrated, 2), round(level.true_peak, 2))


def _measure_reading(cues: Sequence[Cue]) -> ReadingSpeed:
    speeds = [cue.cps for cue in cues]
    mean = sum(speeds) / len(speeds) if speeds else 0.0
    return ReadingSpeed(len(speeds), round(mean, 1), round(max(speeds, default=0.0), 1))


def _check_picture(picture: Picture, timeline: Timeline) -> Iterator[str]:
    if picture.frames != timeline.frames:
        yield f"The film has {picture.frames} frames instead of {timeline.frames}."
    if picture.black_share > _MOST_BLACK:
        yield f"{picture.black_share:.0%} of the key frames are black."
    if picture.frozen_share > _MOST_FROZEN:
        yield f"{picture.frozen_share:.0%} of the key frames are the same as the one before."


def _check_sound(
    sound: Sound | None, picture: Picture, timeline: Timeline, volume: float | None
) -> Iterator[str]:
    if (sound is None) != (volume is None):
        yield "The film has no sound." if sound is None else "The film has sound, but was made without."
    if sound is None:
        return
    if abs(sound.seconds - picture.seconds) > 1 / timeline.fps:
        yield f"Sound and picture differ by {abs(sound.seconds - picture.seconds) * 1000:.0f} ms."
    if sound.true_peak_dbtp > _HIGHEST_PEAK_DBTP:
        yield f"The sound peaks at {sound.true_peak_dbtp} dBTP, above {_HIGHEST_PEAK_DBTP}."
    if volume:
        wanted = TARGET_LUFS + 20 * math.log10(volume)
        if sound.loudness_lufs <= SILENCE_LUFS:
            yield "The sound track is silent."
        elif abs(sound.loudness_lufs - wanted) > _LOUDNESS_TOLERANCE_LU:
            yield f"The film's loudness is {sound.loudness_lufs} LUFS instead of {wanted:.1f}."


def _check_reading(reading: ReadingSpeed) -> Iterator[str]:
    if reading.fastest_cps > _FASTEST_CPS:
        yield f"A subtitle must be read at {reading.fastest_cps} characters a second."


def _share(marks: Sequence[bool]) -> float:
    return round(sum(marks) / len(marks), 3) if marks else 0.0
