"""Loudness by EBU R 128: its measurement, and normalization to a usual level of streaming platforms."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.film.sound.filters import Block, apply_filters, collect_metadata, split_blocks

TARGET_LUFS = -16.0
# AAC raises peaks by some tenths of a decibel, so that this leaves the encoded film below −1.5 dBTP.
CEILING_DBTP = -2.2
SILENCE_LUFS = -70.0
_TOLERANCE_LU = 0.2
_MOST_PASSES = 6
_MOST_GAIN_DB = 40.0


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS, true peak in dBTP, and range in LU; −70 LUFS or less is silence."""

    integrated: float
    true_peak: float
    range_lu: float

    @property
    def is_silent(self) -> bool:
        """Whether no block passed the gate of the measurement, as in sound shorter than 0.4 s."""
        return self.integrated <= SILENCE_LUFS


def measure_loudness(sound: Iterable[Block]) -> Loudness:
    """Return the loudness of sound by EBU R 128: gating and peak by ITU-R BS.1770, range by Tech 3342."""
    report = collect_metadata(sound, ("ebur128", "peak=true:metadata=1"))
    integrated = float(report.get("lavfi.r128.I", "-inf"))
    peak = float(report.get("lavfi.r128.true_peak", "0"))
    if not math.isfinite(integrated):
        integrated = SILENCE_LUFS
    range_lu = float(report.get("lavfi.r128.LRA", "0"))
    return Loudness(max(integrated, SILENCE_LUFS), _to_decibels(peak), range_lu)


def normalize(
    sound: Block, target: float = TARGET_LUFS, check: Callable[[], None] = lambda: None
) -> Loudness:
    """Bring stereo sound to `target` LUFS below CEILING_DBTP, in place, and return the loudness reached.

    One gain for the whole film preserves its dynamics; only peaks above the ceiling are limited, at four
    times the sample rate. Loudness lost by limiting is made up for in another pass. Silence stays silence.
    `check` is called before each pass; what it raises stops the work.
    """
    reached = measure_loudness(split_blocks(sound))
    for _ in range(_MOST_PASSES):
        check()
        gain = min(target - reached.integrated, _MOST_GAIN_DB)
        is_reached = abs(gain) <= _TOLERANCE_LU and reached.true_peak <= CEILING_DBTP + _TOLERANCE_LU
        if reached.is_silent or is_reached:
            break
        _amplify(sound, gain, is_limited=reached.true_peak + gain > CEILING_DBTP)
        reached = measure_loudness(split_blocks(sound))
    return reached


def _amplify(sound: Block, gain_db: float, is_limited: bool) -> None:
    if not is_limited:
        for block in split_blocks(sound):
            block *= 10 ** (gain_db / 20)
        return
    limit = 10 ** (CEILING_DBTP / 20)
    steps = [
        ("volume", f"{gain_db}dB"),
        ("aresample", "192000"),
        ("alimiter", f"limit={limit}:attack=5:release=80:level=disabled:latency=1"),
    ]
    position = 0
    # The filters return only samples that they have read already, so those may be overwritten.
    for block in apply_filters(split_blocks(sound), steps):
        piece = block[:, : sound.shape[1] - position]
        sound[:, position : position + piece.shape[1]] = piece
        position += piece.shape[1]


def _to_decibels(amplitude: float) -> float:
    return 20 * math.log10(max(amplitude, 1e-6))
