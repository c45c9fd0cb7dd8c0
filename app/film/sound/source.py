"""Sound files of any format, decoded within bounds to the film's rate."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from app.film.media import open_media
from app.film.sound.filters import Block
from app.film.timeline import SAMPLE_RATE

LONGEST_TAKE_SEC, LONGEST_MUSIC_SEC = 600.0, 3600.0
SHORTEST_TAKE_SEC, SHORTEST_MUSIC_SEC = 0.1, 1.0
SAMPLE_RATES = range(8_000, 192_001)
MOST_CHANNELS = 8
# Samples of floating point may have any value. Those of recordings don't come near this one, and its square,
# which measurements compute, is far from the largest number.
_LARGEST_SAMPLE = 16.0


class SoundUnfit(ValueError):
    """The sound exceeds a bound; the message is one sentence."""


def measure_seconds(path: Path, longest_sec: float) -> float:
    """Return the length of a sound file in seconds, by decoding all of it; 0 for a file without sound.

    Raises SoundUnfit, and av.FFmpegError for a file that can't be read as media.
    """
    seconds = 0.0
    for frame in _decode_frames(path, longest_sec):
        seconds += frame.samples / frame.sample_rate
        if frame.format.name.startswith(("flt", "dbl")) and not np.isfinite(frame.to_ndarray()).all():
            raise SoundUnfit("The sound has samples that are no numbers.")
    return seconds


def decode_blocks(path: Path, channels: int, longest_sec: float = LONGEST_MUSIC_SEC) -> Iterator[Block]:
    """Yield a sound file as blocks at 48 kHz with one channel or two; none for a file without sound.

    Raises as `measure_seconds`, as soon as more than `longest_sec` are decoded.
    """
    resampler = av.AudioResampler("fltp", "mono" if channels == 1 else "stereo", SAMPLE_RATE)
    frame = None
    for frame in _decode_frames(path, longest_sec):
        yield from (_limit_samples(part) for part in resampler.resample(frame))
    if frame is not None:
        yield from (_limit_samples(part) for part in resampler.resample(None))


def load_sound(path: Path, channels: int = 1, longest_sec: float = LONGEST_TAKE_SEC) -> Block:
    """Return a whole sound file at 48 kHz, of shape (channels, samples), empty for a file without sound.

    Raises as `decode_blocks`.
    """
    blocks = decode_blocks(path, channels, longest_sec)
    return np.concatenate([np.zeros((channels, 0), np.float32), *blocks], axis=1)


def _decode_frames(path: Path, longest_sec: float) -> Iterator[av.AudioFrame]:
    """Yield the frames of a sound file, all of one rate and layout."""
    with open_media(path) as file:
        if not file.streams.audio:
            return
        seconds, first = 0.0, None
        for frame in file.decode(file.streams.audio[0]):
            shape = (frame.sample_rate, frame.layout.name, frame.format.name)
            if first is None:
                _check_shape(frame)
                first = shape
            if shape != first:
                raise SoundUnfit("The sound changes its sample rate or its channels in the middle.")
            seconds += frame.samples / frame.sample_rate
            if seconds > longest_sec:
                raise SoundUnfit(f"The sound is longer than {longest_sec / 60:g} minutes.")
            yield frame


def _check_shape(frame: av.AudioFrame) -> None:
    if frame.sample_rate not in SAMPLE_RATES:
        lowest, highest = SAMPLE_RATES[0], SAMPLE_RATES[-1]
        raise SoundUnfit(
            f"The sound has {frame.sample_rate:,} samples a second; {lowest:,} to {highest:,} are allowed."
        )
    if frame.layout.nb_channels > MOST_CHANNELS:
        raise SoundUnfit(
            f"The sound has {frame.layout.nb_channels} channels; at most {MOST_CHANNELS} are allowed."
        )


def _limit_samples(frame: av.AudioFrame) -> Block:
    block = np.asarray(frame.to_ndarray(), np.float32)
    return np.clip(np.nan_to_num(block, copy=False), -_LARGEST_SAMPLE, _LARGEST_SAMPLE)
