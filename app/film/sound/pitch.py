"""The pitch of speech: its median fundamental frequency, by normalized autocorrelation."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

LOWEST_HZ, HIGHEST_HZ = 55.0, 500.0
_WINDOW_SEC, _STEP_SEC = 0.05, 0.02
_VOICED_CORRELATION = 0.6
_PEAK_SHARE = 0.9
_QUIET_SHARE = 0.1


def measure_pitch(samples: NDArray[np.floating], rate: int) -> float | None:
    """Return the median pitch in hertz of the voiced parts of mono speech at `rate` hertz; None without any.

    Windows that are quieter than a tenth of the loudest one, or whose autocorrelation (Boersma 1993) has no
    strong peak between 55 and 500 Hz, count as unvoiced.
    """
    window, step = round(_WINDOW_SEC * rate), round(_STEP_SEC * rate)
    if len(samples) < window:
        return None
    frames = sliding_window_view(np.asarray(samples, np.float32), window)[::step]
    frames = frames - frames.mean(axis=1, keepdims=True)
    power = np.square(frames).mean(axis=1)
    pitches = _find_pitches(frames[power > _QUIET_SHARE**2 * power.max()], rate)
    voiced = pitches[pitches > 0]
    return float(np.median(voiced)) if voiced.size else None


def _find_pitches(frames: NDArray[np.floating], rate: int) -> NDArray[np.floating]:
    """Return the pitch of each frame in hertz; 0 for an unvoiced one."""
    shortest, longest = int(rate / HIGHEST_HZ), int(rate / LOWEST_HZ)
    strength = _correlate(frames)[:, shortest - 1 : longest + 2]
    inner = strength[:, 1:-1]
    is_peak = (inner >= strength[:, :-2]) & (inner >= strength[:, 2:])
    best = inner.max(axis=1, keepdims=True, initial=0)
    is_period = is_peak & (inner >= np.maximum(_PEAK_SHARE * best, _VOICED_CORRELATION))
    # Of the strong peaks the first is the period, and those after it are its multiples.
    lags = is_period.argmax(axis=1) + shortest
    return np.where(is_period.any(axis=1), rate / lags, 0.0)


def _correlate(frames: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return the autocorrelation of windowed frames by lag, divided by that of the window."""
    length = frames.shape[1]
    hann = np.hanning(length)
    spectrum = np.fft.rfft(frames * hann, 2 * length, axis=1)
    raw = np.fft.irfft(np.square(np.abs(spectrum)), axis=1)[:, :length]
    of_window = np.fft.irfft(np.square(np.abs(np.fft.rfft(hann, 2 * length))))[:length]
    share = np.maximum(of_window / of_window[0], 1e-3)
    return np.asarray(raw / np.maximum(raw[:, :1], 1e-12) / share)
