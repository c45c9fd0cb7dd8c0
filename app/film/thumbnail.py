"""A film's thumbnail."""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from app.film.image_file import load_upright
from app.film.media import open_media

_LONGEST_SIDE = 640
_QUALITY = 85
# Shares of the film's length: none in the fade-in at its start, and none in its end, a spoiler.
_POSITIONS = (0.15, 0.3, 0.45, 0.6)


def make_thumbnail(picture: Path | bytes) -> bytes:
    """Return a JPEG of at most 640 pixels a side, of a film's frame or of a still's bytes.

    Of four key frames the one with the highest contrast is taken. Raises av.FFmpegError for a file that is
    no film, ImageUnfit and PIL.UnidentifiedImageError as `load_upright` does.
    """
    image = _select_frame(picture) if isinstance(picture, Path) else load_upright(picture)
    small = image.convert("RGB")
    small.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    jpeg = io.BytesIO()
    small.save(jpeg, "JPEG", quality=_QUALITY, optimize=True)
    return jpeg.getvalue()


def _select_frame(path: Path) -> Image.Image:
    with open_media(path) as film:
        length = film.duration or 0
        images = []
        for share in _POSITIONS:
            film.seek(int(length * share))
            images.append(Image.fromarray(next(film.decode(video=0)).to_ndarray(format="rgb24")))
    return max(images, key=lambda image: float(np.asarray(image.convert("L")).std()))
