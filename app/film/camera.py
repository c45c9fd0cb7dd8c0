"""The camera: a still larger than the frame, and a rectangle that glides over it.

The still becomes YUV planes once; each frame samples them with sub-pixel precision, so that slow moves do
not jitter and nothing is converted between colour spaces twenty-four times a second.
"""

import io
import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from app.vocabulary.frame import still_size

CAMERA_VERSION = "1"
"""Changes whenever a clip of the same still and plan would have other pixels."""

Plane = NDArray[np.uint8]
Planes = tuple[Plane, Plane, Plane]

# Where the rectangle starts and ends: centre across, centre down, and its size, in shares of the still.
# No rectangle is smaller than 1 / OVERSCAN, so a still is never enlarged.
_Pose = tuple[float, float, float]
_MOVES: dict[str, tuple[_Pose, _Pose]] = {
    # A hold that breathes: two per cent over the whole shot is felt and not seen; dead stills look broken.
    "static": ((0.5, 0.5, 0.90), (0.5, 0.5, 0.88)),
    "push_in": ((0.5, 0.5, 1.0), (0.5, 0.49, 0.82)),
    "pull_out": ((0.5, 0.49, 0.82), (0.5, 0.5, 1.0)),
    "pan_left": ((0.57, 0.5, 0.86), (0.43, 0.5, 0.86)),
    "pan_right": ((0.43, 0.5, 0.86), (0.57, 0.5, 0.86)),
    "tilt_up": ((0.5, 0.56, 0.88), (0.5, 0.44, 0.88)),
    "tilt_down": ((0.5, 0.44, 0.88), (0.5, 0.56, 0.88)),
}
_SYNONYMS = {
    "zoom_in": "push_in",
    "dolly_in": "push_in",
    "zoom_out": "pull_out",
    "dolly_out": "pull_out",
    "track_left": "pan_left",
    "track_right": "pan_right",
    "crane_up": "tilt_up",
    "crane_down": "tilt_down",
}

# ITU-R BT.709, limited range, as an affine map from 8-bit RGB.
_BT709 = np.array(
    [
        [0.2126 * 219 / 255, 0.7152 * 219 / 255, 0.0722 * 219 / 255, 16],
        [-0.2126 / 1.8556 * 224 / 255, -0.7152 / 1.8556 * 224 / 255, 0.5 * 224 / 255, 128],
        [0.5 * 224 / 255, -0.7152 / 1.5748 * 224 / 255, -0.0722 / 1.5748 * 224 / 255, 128],
    ]
)
# Uploads are seldom in the film's aspect; what must go is taken rather from below, since faces sit high.
_CENTRING = (0.5, 0.4)
_PAPER = (255, 255, 255)

# Films are made by several workers at once; threads inside each would only fight over the same cores.
cv2.setNumThreads(1)


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a still that fills the frame, in still pixels; all four may be fractions."""

    x: float
    y: float
    width: float
    height: float


def known_move(move: str) -> str:
    """Give the nearest move the camera can make: itself, one it is a synonym of, or "static"."""
    name = move.strip().lower().replace(" ", "_").replace("-", "_")
    name = _SYNONYMS.get(name, name)
    return name if name in _MOVES else "static"


def crop(move: str, progress: float, still: tuple[int, int], frame_size: tuple[int, int]) -> Crop:
    """Place the camera at `progress` (0 to 1) of a move, eased in and out by a raised cosine."""
    eased = 0.5 - 0.5 * math.cos(math.pi * min(max(progress, 0.0), 1.0))
    across, down, share = (
        first + (last - first) * eased for first, last in zip(*_MOVES[known_move(move)], strict=True)
    )
    scale = share * min(still[0] / frame_size[0], still[1] / frame_size[1])
    width, height = frame_size[0] * scale, frame_size[1] * scale
    return Crop(across * still[0] - width / 2, down * still[1] - height / 2, width, height)


def planes(picture: bytes | NDArray[np.uint8], size: tuple[int, int]) -> Planes:
    """Turn a still into YUV 4:2:0 planes, BT.709 limited range, of `still_size(size)`.

    `picture` is an encoded image of any size and aspect, or an array (height, width, 3) of RGB; what does
    not fit the aspect of the frame is cut off. Raises PIL.UnidentifiedImageError for what is no image.
    """
    opened = Image.open(io.BytesIO(picture)) if isinstance(picture, bytes) else Image.fromarray(picture)
    upright = _upright_rgb(opened)
    fitted = ImageOps.fit(upright, still_size(size), Image.Resampling.LANCZOS, centering=_CENTRING)
    yuv = np.asarray(cv2.transform(np.asarray(fitted), _BT709), np.uint8)
    half = (yuv.shape[1] // 2, yuv.shape[0] // 2)
    luma, blue, red = (np.ascontiguousarray(yuv[..., channel]) for channel in range(3))
    return luma, _halved(blue, half), _halved(red, half)


def frame(still: Planes, move: str, index: int, count: int, size: tuple[int, int]) -> Plane:
    """Film frame `index` of `count`: an array (height * 3 / 2, width), the three planes one after another."""
    picture = np.empty((size[1] * 3 // 2, size[0]), np.uint8)
    still_shape = (still[0].shape[1], still[0].shape[0])
    view = crop(move, index / max(count - 1, 1), still_shape, size)
    scale = view.width / size[0]
    for source, target in zip(still, split(picture), strict=True):
        shrink = 1 if source is still[0] else 2
        # Pixel centres lie at half coordinates, hence the shift by half a pixel of either grid.
        shift_x = view.x / shrink + scale / 2 - 0.5
        shift_y = view.y / shrink + scale / 2 - 0.5
        cv2.warpAffine(
            source,
            np.array([[scale, 0, shift_x], [0, scale, shift_y]]),
            (target.shape[1], target.shape[0]),
            dst=target,
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
    return picture


def split(picture: Plane) -> Planes:
    """View the luma and the two chroma planes of a frame, without copying."""
    width, height = picture.shape[1], picture.shape[0] * 2 // 3
    flat, luma, chroma = picture.reshape(-1), width * height, width * height // 4
    halves = (height // 2, width // 2)
    return (
        flat[:luma].reshape(height, width),
        flat[luma : luma + chroma].reshape(halves),
        flat[luma + chroma :].reshape(halves),
    )


def _upright_rgb(image: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(image)
    if not upright.has_transparency_data:
        return upright.convert("RGB")
    paper = Image.new("RGB", upright.size, _PAPER)
    paper.paste(upright.convert("RGB"), mask=upright.convert("RGBA").getchannel("A"))
    return paper


def _halved(plane: Plane, size: tuple[int, int]) -> Plane:
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.uint8)
