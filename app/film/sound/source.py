"""Sound files of any format, decoded to the film's rate."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from app.film.sound.filters import Block
from app.film.timeline import SAMPLE_RATE


def decode_blocks(path: Path, channels: int) -> Iterator[Block]:
    """Yield a sound file as blocks at 48 kHz with one channel or two; none for a file without sound.

    Raises av.FFmpegError for a file that can't be read as media.
    """
    resampler = av.AudioResampler("fltp", "mono" if channels == 1 else "stereo", SAMPLE_RATE)
    with av.open(path) as file:
        if not file.streams.audio:
            return
        for frame in file.decode(audio=0):
            yield from (np.asarray(part.to_ndarray(), np.float32) for part in resampler.resample(frame))
        yield from (np.asarray(part.to_ndarray(), np.float32) for part in resampler.resample(None))


def load_sound(path: Path, channels: int = 1) -> Block:
    """Return a whole sound file at 48 kHz, of shape (channels, samples), empty for a file without sound.

    Raises as `decode_blocks`.
    """
    return np.concatenate([np.zeros((channels, 0), np.float32), *decode_blocks(path, channels)], axis=1)
