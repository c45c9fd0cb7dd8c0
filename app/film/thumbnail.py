"""The one picture that stands for a film."""

import io
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageOps

_LONGEST_SIDE = 640
_QUALITY = 85
# Away from the fade in at the start and the ending, which should not be given away.
_LOOKS = (0.15, 0.3, 0.45, 0.6)


def thumbnail(picture: Path | bytes) -> bytes:
    """Make a JPEG of at most 640 pixels a side from a film's most telling frame, or from a still.

    The most telling of a few key frames is the one with the most contrast. Raises av.FFmpegError or
    PIL.UnidentifiedImageError for what is neither.
    """
    image = _telling_frame(picture) if isinstance(picture, Path) else Image.open(io.BytesIO(picture))
    small = ImageOps.exif_transpose(image).convert("RGB")
    small.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    jpeg = io.BytesIO()
    small.save(jpeg, "JPEG", quality=_QUALITY, optimize=True)
    return jpeg.getvalue()


def _telling_frame(path: Path) -> Image.Image:
    with av.open(path) as film:
        length = film.duration or 0
        images = []
        for share in _LOOKS:
            film.seek(int(length * share))
            images.append(Image.fromarray(next(film.decode(video=0)).to_ndarray(format="rgb24")))
    return max(images, key=lambda image: float(np.asarray(image.convert("L")).std()))
