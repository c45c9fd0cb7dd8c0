"""The typefaces of films, which are installed from wheels, and the characters that they lack.

All text in pictures is set in these, so that a film looks the same on every machine.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

_FILES = {
    "sans": ("font_source_sans_pro", "files/SourceSansPro-Regular.ttf"),
    "sans-bold": ("font_source_sans_pro", "files/SourceSansPro-Semibold.ttf"),
    "hand": ("font_amatic_sc", "files/AmaticSC-Bold.ttf"),
    "typewriter": ("screenplain", "export/courier_prime/Courier Prime.ttf"),
    "typewriter-bold": ("screenplain", "export/courier_prime/Courier Prime Bold.ttf"),
}
FACES = tuple(_FILES)

# A noncharacter of Unicode, which no font has: its glyph is the one for every missing character.
_NONCHARACTER = "\U0010fffe"


@lru_cache(maxsize=8)
def font_path(face: str) -> Path:
    """Return the path of a face's file.

    Raises KeyError for a face that is not in `FACES`, FileNotFoundError where its wheel is not installed.
    """
    package, file = _FILES[face]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The wheel that carries the {face!r} face is not installed: {package}")
    return Path(spec.origin).parent / file


@lru_cache(maxsize=64)
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a face at a size in pixels; raises as `font_path`."""
    return ImageFont.truetype(font_path(face), size, layout_engine=ImageFont.Layout.BASIC)


def unsupported_characters(text: str, face: str = "sans") -> str:
    """Return the distinct characters of a text that a face has no glyph for, in order of appearance."""
    return "".join(dict.fromkeys(character for character in text if not _is_supported(character, face)))


@lru_cache(maxsize=4096)
def _is_supported(character: str, face: str) -> bool:
    if character.isspace() or character in "\u200b\u200c\u200d\u2060\ufeff\u00ad":
        return True
    return _render_glyph(character, face) != _render_glyph(_NONCHARACTER, face)


def _render_glyph(character: str, face: str) -> tuple[tuple[int, int], bytes]:
    mask = font(face, 32).getmask(character, mode="L")
    return mask.size, bytes(mask)
