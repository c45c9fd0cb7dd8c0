"""The conforming of a vendor's clip, so that it can be joined with our own."""

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Colorspace

from app.film.camera import Plane, split_planes
from app.film.clip import ClipPlan, encode_clip, finish_frames
from app.film.media import open_media

CONFORM_VERSION = "1"
"""Changes whenever the same clip and plan would give other pixels."""


class ClipEmpty(ValueError):
    """A clip has no picture."""


def conform(source: Path, plan: ClipPlan, path: Path, on_frame: Callable[[int], None] | None = None) -> None:
    """Write a clip of any size, rate and length to `path` as its plan has it, with captions and fades.

    The source is scaled to cover the frame and cropped around its centre. Each frame is the source's picture
    at that time; a source that is too short holds its last picture, one that is too long is cut. The clip
    begins with a cut, because the last frame of the clip before is not known. `on_frame` is called as by
    `render_clip`. Raises ClipEmpty, and av.FFmpegError for a file that can't be read.
    """
    encode_clip(finish_frames(_resample_frames(source, plan), plan), plan, path, on_frame)


def _resample_frames(source: Path, plan: ClipPlan) -> Iterator[Plane]:
    decoded = _decode_frames(source, plan.size)
    now, following = next(decoded, None), next(decoded, None)
    if now is None:
        raise ClipEmpty(f"{source.name} has no picture")
    begin = now[0]
    for index in range(plan.frames):
        time = begin + Fraction(index, plan.fps)
        while following is not None and following[0] <= time:
            now, following = following, next(decoded, None)
        yield now[1].copy()


def _decode_frames(source: Path, size: tuple[int, int]) -> Iterator[tuple[Fraction, Plane]]:
    """Yield each picture with its time in seconds."""
    with open_media(source) as file:
        if not file.streams.video:
            return
        for image in file.decode(video=0):
            yield (image.pts or 0) * (image.time_base or Fraction(1, 24)), _scale_to_cover(image, size)


def _scale_to_cover(image: av.VideoFrame, size: tuple[int, int]) -> Plane:
    """Return a picture in BT.709, scaled to cover the frame and cropped around its centre."""
    scale = max(size[0] / image.width, size[1] / image.height)
    width, height = (2 * math.ceil(side * scale / 2) for side in (image.width, image.height))
    scaled = np.asarray(
        image.reformat(width, height, "yuv420p", dst_colorspace=Colorspace.ITU709).to_ndarray(), np.uint8
    )
    picture = np.empty((size[1] * 3 // 2, size[0]), np.uint8)
    for whole, part in zip(split_planes(scaled), split_planes(picture), strict=True):
        top, left = ((large - small) // 2 for large, small in zip(whole.shape, part.shape, strict=True))
        part[:] = whole[top : top + part.shape[0], left : left + part.shape[1]]
    return picture
