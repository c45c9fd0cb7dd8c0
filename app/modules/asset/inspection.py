"""The inspection of an uploaded file: whether it is of its content type, and within bounds when decoded.

It runs in a process of its own, whose CPU time, memory and length are limited: see `inspector_process`.
"""

from pathlib import Path
from typing import Any

import puremagic

from app.modules.asset.formats import Format, get_format

HEAD_BYTES = 4096
Facts = dict[str, float]


class FileUnfit(ValueError):
    """The file is not of its announced type, or can't be used; the message is one sentence."""


def inspect_file(path: Path, asset_type: str, content_type: str) -> Facts:
    """Check a file's first bytes, and that it can be decoded within bounds.

    Returns `width` and `height` in pixels of an image or film, `duration_sec` of sound or film. Raises
    FileUnfit.
    """
    expected = get_format(asset_type, content_type)
    if expected is None:
        raise FileUnfit(f"{content_type} can't be used as {asset_type}.")
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not expected.magic & _read_suffixes(head):
        raise FileUnfit(f"The file's first bytes are not those of {expected.content_type}.")
    try:
        return _inspect_decoded(path, asset_type, expected)
    except FileUnfit:
        raise
    except MemoryError as error:
        raise FileUnfit("The file needs too much memory to be decoded.") from error
    except Exception as error:  # A broken file makes decoders raise anything.
        raise FileUnfit("The file can't be decoded.") from error


def _read_suffixes(head: bytes) -> set[str]:
    try:
        return {
            ".jpg" if m.extension in {".jpeg", ".jfif"} else m.extension for m in puremagic.magic_string(head)
        }
    except (puremagic.PureError, ValueError):
        return set()


def _inspect_decoded(path: Path, asset_type: str, expected: Format) -> Facts:
    if expected.medium == "image":
        return _inspect_image(path)
    return _inspect_sound(path, asset_type) if expected.medium == "sound" else _inspect_film(path)


def _inspect_image(path: Path) -> Facts:
    from app.film.image_file import ImageUnfit, load_upright

    try:
        image: Any = load_upright(path.read_bytes())
    except ImageUnfit as error:
        raise FileUnfit(str(error)) from error
    # Phones add further pictures to JPEGs, which are no animations.
    if image.format in {"PNG", "WEBP"} and getattr(image, "n_frames", 1) > 1:
        raise FileUnfit("The image is animated; only still pictures can be used.")
    width, height = image.size
    return {"width": width, "height": height}


def _inspect_sound(path: Path, asset_type: str) -> Facts:
    from app.film.sound import source

    is_music = asset_type == "music"
    longest = source.LONGEST_MUSIC_SEC if is_music else source.LONGEST_TAKE_SEC
    shortest = source.SHORTEST_MUSIC_SEC if is_music else source.SHORTEST_TAKE_SEC
    try:
        seconds = source.measure_seconds(path, longest)
    except source.SoundUnfit as error:
        raise FileUnfit(str(error)) from error
    if not seconds:
        raise FileUnfit("The file has no sound.")
    if seconds < shortest:
        raise FileUnfit(f"The sound is shorter than {shortest:g} s, which {asset_type} must have.")
    return {"duration_sec": round(seconds, 3)}


def _inspect_film(path: Path) -> Facts:
    import av

    from app.film.image_file import MAX_PIXELS
    from app.film.media import open_media

    with open_media(path) as file:
        if not file.streams.video:
            raise FileUnfit("The file has no picture.")
        picture = file.streams.video[0]
        if picture.width * picture.height > MAX_PIXELS:
            raise FileUnfit(f"The film has more than {MAX_PIXELS:,} pixels in a picture.")
        if next(file.decode(picture), None) is None:
            raise FileUnfit("The film has no picture that can be decoded.")
        seconds = round((file.duration or 0) / av.time_base, 3)
        return {"duration_sec": seconds, "width": picture.width, "height": picture.height}
