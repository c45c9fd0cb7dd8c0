"""The camera: a rectangle that moves over a still larger than the frame.

The still is converted to YUV planes once; each frame samples them with sub-pixel precision, so that slow
moves do not jitter and no frame needs a conversion between colour spaces.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from app.film.image_file import load_upright
from app.vocabulary.frame import still_size

CAMERA_VERSION = "2"
"""Changes whenever a clip of the same still and plan would have other pixels."""

Plane = NDArray[np.uint8]
Planes = tuple[Plane, Plane, Plane]

# The rectangle's first and last pose: its centre (across, down) and its size, in shares of the still.
# No rectangle is smaller than 1 / OVERSCAN, so a still is never enlarged.
_Pose = tuple[float, float, float]
_MOVES: dict[str, tuple[_Pose, _Pose]] = {
    "static": ((0.5, 0.5, 0.88), (0.5, 0.5, 0.88)),
    "push_in": ((0.5, 0.5, 0.96), (0.5, 0.49, 0.84)),
    "pull_out": ((0.5, 0.49, 0.84), (0.5, 0.5, 0.96)),
    "pan_left": ((0.55, 0.5, 0.87), (0.45, 0.5, 0.87)),
    "pan_right": ((0.45, 0.5, 0.87), (0.55, 0.5, 0.87)),
    "tilt_up": ((0.5, 0.55, 0.88), (0.5, 0.45, 0.88)),
    "tilt_down": ((0.5, 0.45, 0.88), (0.5, 0.55, 0.88)),
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

# RGB to YCbCr by Recommendation ITU-R BT.709, limited range, as an affine map of 8-bit values.
_BT709 = np.array(
    [
        [0.2126 * 219 / 255, 0.7152 * 219 / 255, 0.0722 * 219 / 255, 16],
        [-0.2126 / 1.8556 * 224 / 255, -0.7152 / 1.8556 * 224 / 255, 0.5 * 224 / 255, 128],
        [0.5 * 224 / 255, -0.7152 / 1.5748 * 224 / 255, -0.0722 / 1.5748 * 224 / 255, 128],
    ]
)
# Uploads seldom have the film's aspect; more is cropped from below than from above, as faces are high up.
_CENTRING = (0.5, 0.4)
_BACKDROP = (255, 255, 255)

# Several workers render at once, so that OpenCV's own threads would only compete for the same cores.
cv2.setNumThreads(1)


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a still that fills the frame, in the still's pixels; all four may be fractions."""

    x: float
    y: float
    width: float
    height: float


def normalize_move(move: str) -> str:
    """Return the move that the camera knows for a name or a synonym of it, "static" for any other."""
    name = move.strip().lower().replace(" ", "_").replace("-", "_")
    name = _SYNONYMS.get(name, name)
    return name if name in _MOVES else "static"


def compute_crop(
    move: str,
    progress: float,
    still: tuple[int, int],
    frame_size: tuple[int, int],
    parallax: float = 0.0,
) -> Crop:
    """Return the camera's rectangle at `progress` (0 to 1) of a move, eased in and out by a raised cosine.

    For what is behind, `parallax` (0 to 1) is the share by which the rectangle moves less.
    """
    eased = 0.5 - 0.5 * math.cos(math.pi * min(max(progress, 0.0), 1.0))
    eased += (0.5 - eased) * parallax
    across, down, share = (
        first + (last - first) * eased for first, last in zip(*_MOVES[normalize_move(move)], strict=True)
    )
    scale = share * min(still[0] / frame_size[0], still[1] / frame_size[1])
    width, height = frame_size[0] * scale, frame_size[1] * scale
    return Crop(across * still[0] - width / 2, down * still[1] - height / 2, width, height)


def load_planes(picture: bytes | NDArray[np.uint8], size: tuple[int, int]) -> Planes:
    """Return a still as YUV 4:2:0 planes, BT.709 limited range, of `still_size(size)`.

    `picture` is an encoded image of any size and aspect, or an array (height, width, 3) of RGB; it is scaled
    to cover the still and cropped. Raises ImageUnfit for an image that is too large, and
    PIL.UnidentifiedImageError for bytes that are no image.
    """
    image = load_upright(picture) if isinstance(picture, bytes) else Image.fromarray(picture)
    upright = _convert_to_rgb(image)
    fitted = ImageOps.fit(upright, still_size(size), Image.Resampling.LANCZOS, centering=_CENTRING)
    return _split_yuv(np.asarray(cv2.transform(np.asarray(fitted), _BT709), np.uint8))


def convert_to_planes(pixels: NDArray[np.uint8]) -> Planes:
    """Return BGR pixels (height, width, 3), whose sides are even, as planes of their own size."""
    return _split_yuv(np.asarray(cv2.transform(pixels, _BT709[:, [2, 1, 0, 3]]), np.uint8))


def sample(still: Planes, view: Crop, size: tuple[int, int]) -> Plane:
    """Return what a rectangle shows: YUV 4:2:0 planes one below the other, (height * 3 / 2, width)."""
    picture = np.empty((size[1] * 3 // 2, size[0]), np.uint8)
    scale = view.width / size[0]
    for source, target in zip(still, split_planes(picture), strict=True):
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


def split_planes(picture: Plane) -> Planes:
    """Return views of a frame's luma plane (height, width) and its two chroma planes, half as large."""
    width, height = picture.shape[1], picture.shape[0] * 2 // 3
    flat, luma, chroma = picture.reshape(-1), width * height, width * height // 4
    halves = (height // 2, width // 2)
    return (
        flat[:luma].reshape(height, width),
        flat[luma : luma + chroma].reshape(halves),
        flat[luma + chroma :].reshape(halves),
    )


def _convert_to_rgb(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    backdrop = Image.new("RGB", image.size, _BACKDROP)
    backdrop.paste(image.convert("RGB"), mask=image.convert("RGBA").getchannel("A"))
    return backdrop


def _split_yuv(yuv: NDArray[np.uint8]) -> Planes:
    half = (yuv.shape[1] // 2, yuv.shape[0] // 2)
    luma, blue, red = (np.ascontiguousarray(yuv[..., channel]) for channel in range(3))
    return luma, _halve(blue, half), _halve(red, half)


def _halve(plane: Plane, size: tuple[int, int]) -> Plane:
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.uint8)
