"""The quality of a sound track: what is measured on it, and the limits that it must keep."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from app.film.media import measure_seconds, open_media
from app.film.sound.loudness import SILENCE_LUFS, TARGET_LUFS, measure_loudness
from app.film.sound.mix import MixReport
from app.film.sound.silence import Silence
from app.film.sound.source import decode_blocks

_LOUDNESS_TOLERANCE_LU, _HIGHEST_PEAK_DBTP = 1.0, -1.5
_LONGEST_SILENCE_SEC, _LEAST_SPEECH_OVER_BED_DB = 0.5, 12.0


@dataclass(frozen=True, slots=True)
class TrackQuality:
    """The sound track: its length in seconds, loudness in LUFS and true peak in dBTP, and how it is mixed.

    `range_lu` is the loudness range, `longest_silence_sec` the longest digital silence. `speech_over_bed_db`
    is how far speech is above music and ambience, None without the one or the other. `pitches_hz` has the
    median pitch of each speaker who is heard long enough, the narrator as "". Tracks of earlier versions lack
    all four.
    """

    seconds: float
    loudness_lufs: float
    true_peak_dbtp: float
    range_lu: float | None = None
    longest_silence_sec: float | None = None
    speech_over_bed_db: float | None = None
    pitches_hz: Mapping[str, float] | None = None

    @classmethod
    def load(cls, meta: Mapping[str, Any]) -> "TrackQuality":
        """Return the values that were stored with a track, among others."""
        return cls(**{field.name: meta[field.name] for field in fields(cls) if field.name in meta})


def measure_track(path: Path, mixed: MixReport) -> TrackQuality:
    """Return the measured values of a sound track, which is decoded once. Raises av.FFmpegError."""
    with open_media(path) as file:
        seconds = measure_seconds(file.streams.audio[0])
    silence = Silence()
    level = measure_loudness(silence.listen(decode_blocks(path, channels=2, longest_sec=math.inf)))
    return TrackQuality(
        seconds,
        round(level.integrated, 2),
        round(level.true_peak, 2),
        round(level.range_lu, 2),
        round(silence.longest_sec, 2),
        mixed.speech_over_bed_db,
        mixed.pitches_hz,
    )


def check_track(
    sound: TrackQuality | None, picture_sec: float, fps: int, volume: float | None
) -> Iterator[str]:
    """Yield a sentence for each measured value outside its limits.

    `volume` is the one at which the track was mixed (0 to 1), None for a film that is made without sound.
    """
    if (sound is None) != (volume is None):
        yield "The film has no sound." if sound is None else "The film has sound, but was made without."
    if sound is None:
        return
    if abs(sound.seconds - picture_sec) > 1 / fps:
        yield f"Sound and picture differ by {abs(sound.seconds - picture_sec) * 1000:.0f} ms."
    if sound.true_peak_dbtp > _HIGHEST_PEAK_DBTP:
        yield f"The sound peaks at {sound.true_peak_dbtp} dBTP, above {_HIGHEST_PEAK_DBTP}."
    if (sound.longest_silence_sec or 0.0) > _LONGEST_SILENCE_SEC and volume:
        yield f"Nothing at all is heard for {sound.longest_silence_sec} s."
    if sound.speech_over_bed_db is not None and sound.speech_over_bed_db < _LEAST_SPEECH_OVER_BED_DB:
        yield f"Speech is only {sound.speech_over_bed_db} dB above what is heard with it."
    if volume:
        wanted = TARGET_LUFS + 20 * math.log10(volume)
        if sound.loudness_lufs <= SILENCE_LUFS:
            yield "The sound track is silent."
        elif abs(sound.loudness_lufs - wanted) > _LOUDNESS_TOLERANCE_LU:
            yield f"The film's loudness is {sound.loudness_lufs} LUFS instead of {wanted:.1f}."
