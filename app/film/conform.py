"""Conforming: a clip that somebody else filmed becomes one that joins with ours."""

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Colorspace

from app.film.camera import Plane, split
from app.film.clip import ClipPlan, encode, finished

CONFORM_VERSION = "1"
"""Changes whenever the same clip and plan would give other pixels."""


class ClipEmpty(ValueError):
    """A clip without a single picture."""


def conform(source: Path, plan: ClipPlan, path: Path, on_frame: Callable[[int], None] | None = None) -> None:
    """Bring a clip of any size, rate and length to its plan, with the plan's captions and fades.

    It is scaled to cover the frame and cropped around its centre. Each frame shows what the source shows at
    that time; a source that is too short holds its last picture, one that is too long is cut. It begins with
    a cut, for how the clip before ends is not known. `on_frame` as for `render_clip`. Raises ClipEmpty, and
    av.FFmpegError for a file that cannot be read.
    """
    encode(finished(_resampled(source, plan), plan), plan, path, on_frame)


def _resampled(source: Path, plan: ClipPlan) -> Iterator[Plane]:
    shots = _decoded(source, plan.size)
    now, following = next(shots, None), next(shots, None)
    if now is None:
        raise ClipEmpty(f"{source.name} holds no picture")
    begin = now[0]
    for index in range(plan.frames):
        time = begin + Fraction(index, plan.fps)
        while following is not None and following[0] <= time:
            now, following = following, next(shots, None)
        yield now[1].copy()


def _decoded(source: Path, size: tuple[int, int]) -> Iterator[tuple[Fraction, Plane]]:
    """Give each picture with its time in seconds."""
    with av.open(source) as file:
        if not file.streams.video:
            return
        for image in file.decode(video=0):
            yield (image.pts or 0) * (image.time_base or Fraction(1, 24)), _covering(image, size)


def _covering(image: av.VideoFrame, size: tuple[int, int]) -> Plane:
    """Scale a picture until it covers the frame, as BT.709, and cut off what is too much on both sides."""
    scale = max(size[0] / image.width, size[1] / image.height)
    width, height = (2 * math.ceil(side * scale / 2) for side in (image.width, image.height))
    scaled = np.asarray(
        image.reformat(width, height, "yuv420p", dst_colorspace=Colorspace.ITU709).to_ndarray(), np.uint8
    )
    picture = np.empty((size[1] * 3 // 2, size[0]), np.uint8)
    for whole, part in zip(split(scaled), split(picture), strict=True):
        top, left = ((large - small) // 2 for large, small in zip(whole.shape, part.shape, strict=True))
        part[:] = whole[top : top + part.shape[0], left : left + part.shape[1]]
    return picture
