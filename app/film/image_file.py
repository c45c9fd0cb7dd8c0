"""Image files from users and vendors, opened only within bounds that are known before a pixel is decoded."""

import io
import re
from collections.abc import Iterator

from PIL import Image, ImageOps

MAX_PIXELS = 40_000_000
MAX_SIDE = 20_000
# The usual progressive JPEG has ten scans; each one costs a pass over the whole picture.
MAX_SCANS = 64
MAX_PARTS = 20_000
# A JPEG segment holds no more. Entries of EXIF may all refer to the same bytes, so that reading them needs a
# multiple of its size, which grows with the square.
MAX_EXIF_BYTES = 1 << 16

_FORMATS = ("PNG", "JPEG", "WEBP")
_PNG_MAGIC, _JPEG_MAGIC = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
# A marker, behind what decoders skip: entropy-coded data, its stuffing, restart markers and padding. Only one
# byte of padding is in the pattern, because with any number of them a search could take quadratic time.
_MARKER = re.compile(rb"\xff([^\xff\x00\xd0-\xd7\x01])")
_START_OF_SCAN, _END_OF_IMAGE, _START_OF_IMAGE = 0xDA, 0xD9, 0xD8
# ImageMagick's text chunk, in which EXIF is written as hexadecimal digits.
_RAW_EXIF = "Raw profile type exif"


class ImageUnfit(ValueError):
    """The image exceeds a bound; the message is one sentence."""


def open_image(data: bytes) -> Image.Image:
    """Return a PNG, JPEG or WebP that is within the bounds and not decoded yet.

    Raises ImageUnfit for one that is not within them, PIL.UnidentifiedImageError for bytes of another kind.
    """
    if data.startswith(_JPEG_MAGIC):
        _check_jpeg(data)
    elif data.startswith(_PNG_MAGIC):
        _check_png(data)
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageUnfit(f"The image has more than the {MAX_PIXELS:,} pixels allowed.") from error
    _check_size(*image.size)
    return image


def load_upright(data: bytes) -> Image.Image:
    """Return a decoded image, turned as its EXIF says. Raises as `open_image`, and what decoders raise."""
    image = open_image(data)
    image.load()
    # A PNG may have EXIF behind its pixels, so that it is complete only now.
    for name in ("exif", _RAW_EXIF):
        if len(image.info.get(name, "")) > MAX_EXIF_BYTES:
            raise ImageUnfit("The image has too much EXIF data.")
    ImageOps.exif_transpose(image, in_place=True)
    return image


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise ImageUnfit(f"The image has {width * height:,} pixels; at most {MAX_PIXELS:,} are allowed.")
    if max(width, height) > MAX_SIDE:
        raise ImageUnfit(f"The image is {width:,} × {height:,} pixels; a side may have {MAX_SIDE:,}.")


def _check_jpeg(data: bytes) -> None:
    scans = exif_bytes = 0
    for parts, (marker, start, end) in enumerate(_list_segments(data), 1):
        scans += marker == _START_OF_SCAN
        exif_bytes += end - start if data.startswith(b"Exif\x00", start + 2) else 0
        if scans > MAX_SCANS:
            raise ImageUnfit(f"The JPEG has more than {MAX_SCANS} scans; save it as a usual one.")
        if parts > MAX_PARTS or exif_bytes > MAX_EXIF_BYTES + 2:
            raise ImageUnfit("The JPEG has too much data besides its picture.")


def _list_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the segments that have a length, as decoders find them: marker, start, end."""
    place = 0
    while found := _MARKER.search(data, place):
        marker, place = found[1][0], found.end()
        if marker == _END_OF_IMAGE:
            return
        if marker != _START_OF_IMAGE:
            end = place + max(2, int.from_bytes(data[place : place + 2]))
            yield marker, place, end
            place = end


def _check_png(data: bytes) -> None:
    place = len(_PNG_MAGIC)
    for _ in range(MAX_PARTS):
        length, kind, content = _read_number(data, place), data[place + 4 : place + 8], place + 8
        if kind == b"IHDR":
            _check_size(_read_number(data, content), _read_number(data, content + 4))
        if kind == b"eXIf" and length > MAX_EXIF_BYTES:
            raise ImageUnfit("The PNG has too much EXIF data.")
        place = content + length + 4
        if kind == b"IEND" or place >= len(data):
            return
    raise ImageUnfit(f"The PNG has more than {MAX_PARTS:,} chunks.")


def _read_number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4])
