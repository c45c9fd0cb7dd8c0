"""Sound files of any kind, decoded to the film's rate."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from app.film.sound.filters import Block
from app.film.timeline import SAMPLE_RATE


def decoded(path: Path, channels: int) -> Iterator[Block]:
    """Decode a sound file to blocks of 48 kHz with one channel or two.

    A file without sound gives nothing. Raises av.FFmpegError for what cannot be read as media.
    """
    resampler = av.AudioResampler("fltp", "mono" if channels == 1 else "stereo", SAMPLE_RATE)
    with av.open(path) as file:
        if not file.streams.audio:
            return
        for frame in file.decode(audio=0):
            yield from (np.asarray(part.to_ndarray(), np.float32) for part in resampler.resample(frame))
        yield from (np.asarray(part.to_ndarray(), np.float32) for part in resampler.resample(None))


def whole(path: Path, channels: int = 1) -> Block:
    """Decode a sound file as one array; for narrations, which are short."""
    return np.concatenate([np.zeros((channels, 0), np.float32), *decoded(path, channels)], axis=1)
