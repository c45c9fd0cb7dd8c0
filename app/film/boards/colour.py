"""Mixing colours the way paint looks: in OKLab, where equal steps look equal.

Formulas: Björn Ottosson, "A perceptual color space for image processing" (2020).
"""

from functools import lru_cache

Lab = tuple[float, float, float]


def rgb(colour: str) -> tuple[int, int, int]:
    """Split `#rrggbb` into its three channels."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=4096)
def lab(colour: str) -> Lab:
    """Convert `#rrggbb` to OKLab lightness (0 to 1), a and b."""
    red, green, blue = (_to_linear(channel) for channel in rgb(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_lab(lightness: float, a: float, b: float) -> str:
    """Convert OKLab back to `#rrggbb`, clipping what a screen cannot show."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{_to_byte(channel):02x}" for channel in channels)


@lru_cache(maxsize=8192)
def mix(first: str, second: str, share: float) -> str:
    """Blend two colours; `share` is how much of the second there is, 0 to 1."""
    one, two = lab(first), lab(second)
    return from_lab(*(p + (q - p) * share for p, q in zip(one, two, strict=True)))


@lru_cache(maxsize=4096)
def tune(colour: str, saturation: float = 1.0, exposure: float = 1.0) -> str:
    """Scale a colour's chroma and lightness."""
    lightness, a, b = lab(colour)
    return from_lab(min(1.0, lightness * exposure), a * saturation, b * saturation)


def _to_linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _to_byte(channel: float) -> int:
    value = max(0.0, min(1.0, channel))
    value = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(value * 255)
