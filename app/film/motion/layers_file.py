"""The layers of a still in its PNG file, in a private chunk that viewers skip (PNG 1.2, section 3.3).

Only files that the storyboard artist drew are read: an upload may hold anything under the chunk's name.
"""

import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import cv2
import numpy as np

from app.film.motion.layered_still import Face, Flicker, Layers, Near, Patch, Pixels

# Ancillary, private, and not to be copied once the pixels have changed.
_CHUNK = b"asLY"
_MAGIC_LENGTH, _END_LENGTH = 8, 12
_JPEG_QUALITY = 92


def add_layers(png: bytes, layers: Layers) -> bytes:
    """Return a PNG file with layers before its end."""
    images: list[bytes] = []
    head = json.dumps(_write(layers, images), separators=(",", ":")).encode()
    data = struct.pack(">I", len(head)) + head
    data += b"".join(struct.pack(">I", len(image)) + image for image in images)
    chunk = struct.pack(">I", len(data)) + _CHUNK + data + struct.pack(">I", zlib.crc32(_CHUNK + data))
    return png[:-_END_LENGTH] + chunk + png[-_END_LENGTH:]


def read_layers(png: bytes) -> Layers:
    """Return the layers of a PNG file that `add_layers` wrote; one without any has empty layers."""
    for name, data in _list_chunks(png):
        if name == _CHUNK:
            length = _read_number(data, 0)
            return _read(json.loads(data[4 : 4 + length]), list(_list_images(data, 4 + length)))
    return Layers()


def _write(layers: Layers, images: list[bytes]) -> Mapping[str, Any]:
    near, dry = layers.near, layers.dry
    return {
        "near": near
        and {
            "behind": _write_patch(near.behind, images),
            "cover": _add_image(near.cover, ".png", images),
            "parallax": near.parallax,
        },
        "faces": [
            {
                "eyes": _write_patch(face.eyes, images),
                "mouth": face.mouth and _write_patch(face.mouth, images),
            }
            for face in layers.faces
        ],
        "flickers": [asdict(flicker) for flicker in layers.flickers],
        "water": layers.water,
        "falling": layers.falling,
        "dry": None if dry is None else _add_image(dry, ".jpg", images),
    }


def _write_patch(patch: Patch, images: list[bytes]) -> Mapping[str, int]:
    return {"left": patch.left, "top": patch.top, "image": _add_image(patch.pixels, ".jpg", images)}


def _add_image(pixels: Pixels, suffix: str, images: list[bytes]) -> int:
    options = (cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY) if suffix == ".jpg" else ()
    done, packed = cv2.imencode(suffix, pixels, options)
    if not done:
        raise ValueError("A layer could not be encoded")
    images.append(packed.tobytes())
    return len(images) - 1


def _read(head: Mapping[str, Any], images: list[bytes]) -> Layers:
    near, water, dry = head["near"], head["water"], head["dry"]
    return Layers(
        near=near
        and Near(
            _read_patch(near["behind"], images),
            _decode(images[near["cover"]], cv2.IMREAD_GRAYSCALE),
            near["parallax"],
        ),
        faces=tuple(
            Face(_read_patch(face["eyes"], images), face["mouth"] and _read_patch(face["mouth"], images))
            for face in head["faces"]
        ),
        flickers=tuple(Flicker(**flicker) for flicker in head["flickers"]),
        water=(water[0], water[1]) if water else None,
        falling=head["falling"],
        dry=None if dry is None else _decode(images[dry], cv2.IMREAD_COLOR),
    )


def _read_patch(patch: Mapping[str, int], images: list[bytes]) -> Patch:
    return Patch(patch["left"], patch["top"], _decode(images[patch["image"]], cv2.IMREAD_COLOR))


def _decode(image: bytes, way: int) -> Pixels:
    pixels = cv2.imdecode(np.frombuffer(image, np.uint8), way)
    if pixels is None:
        raise ValueError("A layer of a still can't be decoded")
    return np.asarray(pixels, np.uint8)


def _list_chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = _MAGIC_LENGTH
    while place + _END_LENGTH <= len(png):
        length, content = _read_number(png, place), place + 8
        yield png[place + 4 : content], png[content : content + length]
        place = content + length + 4


def _list_images(data: bytes, place: int) -> Iterator[bytes]:
    while place < len(data):
        length = _read_number(data, place)
        yield data[place + 4 : place + 4 + length]
        place += 4 + length


def _read_number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4])
