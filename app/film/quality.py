"""The quality report: what was promised of a film, measured on the file itself."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from app.film.sound.loudness import SILENCE_LUFS, TARGET_LUFS, loudness
from app.film.sound.source import decoded
from app.film.subtitles import Cue
from app.film.timeline import Timeline

_LOUDNESS_TOLERANCE_LU = 1.0
_HIGHEST_PEAK_DBTP = -1.0
_FASTEST_CPS = 21.0
_MOST_BLACK, _MOST_FROZEN = 0.2, 0.05
_BLACK_LUMA = 22.0
_FROZEN_DIFFERENCE = 0.05
_GLANCE = (192, 108)


@dataclass(frozen=True, slots=True)
class Picture:
    """What the picture track holds; the shares are of the key frames looked at, one every two seconds."""

    frames: int
    seconds: float
    width: int
    height: int
    black_share: float
    frozen_share: float


@dataclass(frozen=True, slots=True)
class Sound:
    """What the sound track holds: its length, loudness in LUFS and true peak in dBTP."""

    seconds: float
    loudness_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard the subtitles are to read, in characters a second."""

    cues: int
    mean_cps: float
    fastest_cps: float


@dataclass(frozen=True, slots=True)
class QualityReport:
    """What was measured, and in `problems` a sentence for everything outside the limits.

    `duration_error_ms` is film less timeline, `sound_offset_ms` sound less picture (None without sound).
    """

    size_bytes: int
    duration_error_ms: float
    sound_offset_ms: float | None
    picture: Picture
    sound: Sound | None
    reading: Reading
    problems: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Give the report as what JSON can hold."""
        return asdict(self) | {"problems": list(self.problems)}


def inspect(
    path: Path, timeline: Timeline, cues: Sequence[Cue] = (), audio_volume: float | None = 1.0
) -> QualityReport:
    """Measure a film against its timeline; cheap enough to do after every one.

    Packets are counted, not decoded; pictures are judged by key frames, sound is decoded once.
    `audio_volume` is the volume it was mixed at (0 to 1), None when it was to have no sound.
    Raises av.FFmpegError when the file cannot be read.
    """
    picture, sound, reading = _picture(path), _sound(path), _reading(cues)
    complaints = [
        *_picture_problems(picture, timeline),
        *_sound_problems(sound, picture, timeline, audio_volume),
        *_reading_problems(reading),
    ]
    return QualityReport(
        size_bytes=path.stat().st_size,
        duration_error_ms=round((picture.seconds - timeline.seconds) * 1000, 2),
        sound_offset_ms=round((sound.seconds - picture.seconds) * 1000, 2) if sound else None,
        picture=picture,
        sound=sound,
        reading=reading,
        problems=tuple(complaints),
    )


def _picture(path: Path) -> Picture:
    with av.open(path) as film:
        stream = film.streams.video[0]
        frames = sum(1 for packet in film.demux(stream) if packet.pts is not None)
        seconds = float((stream.duration or 0) * (stream.time_base or 0))
        width, height = stream.width, stream.height
    glances = _glances(path)
    # A film may open from black.
    black = [float(glance.mean()) < _BLACK_LUMA for glance in glances[1:]]
    frozen = [float(np.abs(one - two).mean()) < _FROZEN_DIFFERENCE for one, two in pairwise(glances)]
    return Picture(frames, round(seconds, 6), width, height, _share(black), _share(frozen))


def _glances(path: Path) -> list[NDArray[np.float32]]:
    """Decode the key frames alone, their luma made small."""
    with av.open(path) as film:
        stream = film.streams.video[0]
        stream.codec_context.skip_frame = "NONKEY"
        lumas = (frame.to_ndarray(format="gray8") for frame in film.decode(stream))
        return [
            np.asarray(cv2.resize(luma, _GLANCE, interpolation=cv2.INTER_AREA), np.float32) for luma in lumas
        ]


def _sound(path: Path) -> Sound | None:
    with av.open(path) as film:
        if not film.streams.audio:
            return None
        stream = film.streams.audio[0]
        seconds = float((stream.duration or 0) * (stream.time_base or 0))
    level = loudness(decoded(path, channels=2))
    return Sound(round(seconds, 6), round(level.integrated, 2), round(level.true_peak, 2))


def _reading(cues: Sequence[Cue]) -> Reading:
    speeds = [cue.cps for cue in cues]
    mean = sum(speeds) / len(speeds) if speeds else 0.0
    return Reading(len(speeds), round(mean, 1), round(max(speeds, default=0.0), 1))


def _picture_problems(picture: Picture, timeline: Timeline) -> Iterator[str]:
    if picture.frames != timeline.frames:
        yield f"The film has {picture.frames} frames instead of {timeline.frames}."
    if picture.black_share > _MOST_BLACK:
        yield f"{picture.black_share:.0%} of the pictures looked at are black."
    if picture.frozen_share > _MOST_FROZEN:
        yield f"{picture.frozen_share:.0%} of the pictures looked at stand still."


def _sound_problems(
    sound: Sound | None, picture: Picture, timeline: Timeline, volume: float | None
) -> Iterator[str]:
    if (sound is None) != (volume is None):
        yield "The film has no sound." if sound is None else "The film has sound that nobody asked for."
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
            yield f"The film is {sound.loudness_lufs} LUFS loud instead of {wanted:.1f}."


def _reading_problems(reading: Reading) -> Iterator[str]:
    if reading.fastest_cps > _FASTEST_CPS:
        yield f"A subtitle must be read at {reading.fastest_cps} characters a second."


def _share(marks: Sequence[bool]) -> float:
    return round(sum(marks) / len(marks), 3) if marks else 0.0
