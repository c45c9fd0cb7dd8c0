"""Loudness after EBU R128: measured, then brought to what streaming platforms ask for."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from app.film.sound.filters import Block, blocks, filtered, measured

TARGET_LUFS = -16.0
# Encoding to AAC raises peaks by some tenths of a decibel; half of one is kept in hand for −1.0 dBTP.
CEILING_DBTP = -1.6
SILENCE_LUFS = -70.0
_TOLERANCE_LU = 0.2
_MOST_PASSES = 6
_MOST_GAIN_DB = 40.0


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS and true peak in dBTP; −70 or below means silence."""

    integrated: float
    true_peak: float

    @property
    def is_silent(self) -> bool:
        """Whether nothing passed the gate of the measurement (also: shorter than 0.4 s)."""
        return self.integrated <= SILENCE_LUFS


def loudness(sound: Iterable[Block]) -> Loudness:
    """Measure sound by EBU R128 (ITU-R BS.1770 gating, oversampled peaks)."""
    report = measured(sound, ("ebur128", "peak=true:metadata=1"))
    integrated = float(report.get("lavfi.r128.I", "-inf"))
    peak = float(report.get("lavfi.r128.true_peak", "0"))
    if not math.isfinite(integrated):
        integrated = SILENCE_LUFS
    return Loudness(max(integrated, SILENCE_LUFS), _decibels(peak))


def normalise(sound: Block, target: float = TARGET_LUFS) -> Loudness:
    """Bring sound to `target` LUFS below the peak ceiling, in place, and give what was reached.

    One gain for the whole film keeps its dynamics; only peaks that would pass the ceiling are held down
    by a limiter that looks at them four times oversampled. What that costs in loudness is given back in
    a further pass. Silence stays silence.
    """
    reached = loudness(blocks(sound))
    for _ in range(_MOST_PASSES):
        gain = min(target - reached.integrated, _MOST_GAIN_DB)
        settled = abs(gain) <= _TOLERANCE_LU and reached.true_peak <= CEILING_DBTP + _TOLERANCE_LU
        if reached.is_silent or settled:
            break
        _amplify(sound, gain, is_limited=reached.true_peak + gain > CEILING_DBTP)
        reached = loudness(blocks(sound))
    return reached


def _amplify(sound: Block, gain_db: float, is_limited: bool) -> None:
    if not is_limited:
        for block in blocks(sound):
            block *= 10 ** (gain_db / 20)
        return
    limit = 10 ** (CEILING_DBTP / 20)
    steps = [
        ("volume", f"{gain_db}dB"),
        ("aresample", "192000"),
        ("alimiter", f"limit={limit}:attack=5:release=80:level=disabled:latency=1"),
    ]
    position = 0
    # The filters run behind what they have read, so writing over it is safe.
    for block in filtered(blocks(sound), steps):
        kept = block[:, : sound.shape[1] - position]
        sound[:, position : position + kept.shape[1]] = kept
        position += kept.shape[1]


def _decibels(amplitude: float) -> float:
    return 20 * math.log10(max(amplitude, 1e-6))
