"""Rain and snow that fall in front of a picture, in a loop."""

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.uint8]

# For each weather its layers: drops on a frame, their length and width in shares of its height, how far they
# fall in a second in heights, how much they drift across for that, and their opacity.
_LAYERS = {
    "rain": ((170, 0.045, 0.0016, 1.5, 0.22, 0.26), (80, 0.085, 0.0026, 2.4, 0.22, 0.32)),
    "snow": ((150, 0.0, 0.0034, 0.09, 0.10, 0.75), (60, 0.0, 0.0062, 0.15, -0.06, 0.9)),
}
# The luma of drops and flakes, 16 to 235.
_LUMA = 214


def paint_falling(luma: Field, weather: str, time: float) -> None:
    """Lay the drops of a weather over a luma plane (height, width), in place, at a time in seconds."""
    height, width = luma.shape
    for layer, (_, _, _, speed, drift, opacity) in enumerate(_LAYERS[weather]):
        tile = _draw_tile(weather, layer, (width, height))
        down = round(time * speed * height) % height
        across = -round(time * speed * drift * height) % width
        cover = np.roll(tile, (down, across), (0, 1))
        _brighten(luma, cover, opacity)


def _brighten(luma: Field, cover: Field, opacity: float) -> None:
    share = cv2.convertScaleAbs(cover, alpha=opacity)
    kept = cv2.multiply(luma, cv2.bitwise_not(share), scale=1 / 255)
    luma[:] = cv2.add(kept, cv2.convertScaleAbs(share, alpha=_LUMA / 255))


@lru_cache(maxsize=4)
def _draw_tile(weather: str, layer: int, size: tuple[int, int]) -> Field:
    """Return the cover of all drops of a layer, 0 to 255; it continues beyond its edges."""
    count, length, thickness, _, drift, _ = _LAYERS[weather][layer]
    width, height = size
    rng = np.random.default_rng(layer)
    tile = np.zeros((height, width), np.uint8)
    for x, y, share in rng.uniform((0, 0, 0.6), (width, height, 1.0), (count, 3)):
        for left in (x - width, x, x + width):
            for top in (y - height, y):
                _draw_drop(tile, (left, top), length * height * share, thickness * height, drift)
    return tile


def _draw_drop(tile: Field, at: tuple[float, float], length: float, thickness: float, drift: float) -> None:
    x, y = round(at[0]), round(at[1])
    if length:
        end = (round(x - length * drift), round(y + length))
        cv2.line(tile, (x, y), end, 255, max(1, round(thickness)), cv2.LINE_AA)
    else:
        cv2.circle(tile, (x, y), max(1, round(thickness)), 255, -1, cv2.LINE_AA)
