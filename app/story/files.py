"""The decoding of story files into text, with their format and title."""

import re
from pathlib import PurePath

from app.story import fdx, fountain
from app.story.errors import StoryError
from app.story.headings import measure_heading, names_act

MOST_CHARACTERS = 200_000
_FORMATS = {".txt": "prose", ".md": "prose", ".markdown": "prose", ".fountain": "fountain", ".fdx": "fdx"}
_SIGNATURES = (
    b"PK\x03\x04",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
_NOT_TEXT = (
    "{} isn't a text file: save the story as plain text (.txt, .md), Fountain (.fountain) or FDX (.fdx)."
)
_SLUG = re.compile(r"^(?:INT|EXT|EST|INT\./EXT|I/E)[. ].+$", re.MULTILINE)
_FDX = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<FinalDraft\b")
_MARKDOWN_HEADING = re.compile(r"^#{1,2}\s+(.+?)[\s#]*$", re.MULTILINE)
_LONGEST_TITLE = 80
_MOST_CONTROLS = 0.02


def read(data: bytes, filename: str) -> tuple[str, str, str]:
    """Decode a story file into its text, its format (`prose`, `fountain`, `fdx`) and its title.

    Reads UTF-8, UTF-16 with a byte order mark, and Windows-1252. The name's ending gives the format; any
    other name, such as `-`, has it found in the text. Raises `StoryError` for a file that isn't text, an
    empty one, or one of more than 200,000 characters.
    """
    text = _decode(data, filename).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise StoryError("The story file is empty: write at least one sentence.")
    if len(text) > MOST_CHARACTERS:
        raise StoryError(
            f"The story is {len(text):,} characters long, {MOST_CHARACTERS:,} at most: cut it into parts."
        )
    story_format = _FORMATS.get(PurePath(filename).suffix.lower()) or _detect_format(text)
    title = _find_title(text, story_format)
    if story_format == "prose" and title:
        text = _remove_title(title, text)
    return text, story_format, (title or _make_title(filename))[:200]


def _decode(data: bytes, filename: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_as(data, "utf-16", filename)
    if data.startswith(_SIGNATURES) or b"\x00" in data:
        raise StoryError(_NOT_TEXT.format(_name_input(filename)))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_as(data, "cp1252", filename)


def _decode_as(data: bytes, encoding: str, filename: str) -> str:
    """Decode by an encoding that takes nearly anything, so check that text came of it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise StoryError(_NOT_TEXT.format(_name_input(filename))) from error
    controls = sum(not char.isprintable() and not char.isspace() for char in text)
    if controls > _MOST_CONTROLS * len(text):
        raise StoryError(_NOT_TEXT.format(_name_input(filename)))
    return text


def _name_input(filename: str) -> str:
    return "The input" if filename == "-" else f"The file {PurePath(filename).name}"


def _detect_format(text: str) -> str:
    if _FDX.match(text):
        return "fdx"
    return "fountain" if _SLUG.search(text) or fountain.read_title_page(text).get("Title") else "prose"


def _find_title(text: str, story_format: str) -> str:
    if story_format == "fdx":
        return fdx.read_title(text)
    if story_format == "fountain":
        return " ".join(fountain.read_title_page(text).get("Title", [])).strip("_* ")
    heading = _MARKDOWN_HEADING.search(text)
    if heading and not names_act(heading.group(1).strip("_* ")):
        return heading.group(1).strip("_* ")
    if measure_heading(text.lstrip()):
        return ""
    first, _, rest = text.strip().partition("\n")
    is_title = rest.strip() and len(first) <= _LONGEST_TITLE and first.strip()[-1].isalnum()
    return first.strip() if is_title else ""


def _remove_title(title: str, text: str) -> str:
    """Leave out a title on a line of its own at the top: the film bears it, so it is not narrated."""
    first, _, rest = text.lstrip().partition("\n")
    is_alone = first.strip("#*_ ") == title and rest.strip() and (first.startswith("#") or rest[:1].isspace())
    return rest.lstrip("\n") if is_alone else text


def _make_title(filename: str) -> str:
    stem = PurePath(filename).stem if filename != "-" else ""
    words = re.sub(r"[-_\s]+", " ", stem).strip()
    return words[:1].upper() + words[1:] if words else "Untitled"
