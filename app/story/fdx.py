"""Final Draft's FDX: untrusted XML, read safely into the blocks of a screenplay."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.story.errors import StoryError
from app.story.screenplay import Block, read_speaker_name
from app.story.wording import make_speakable

_UNREADABLE = (
    "The file isn't readable FDX: export it from your screenwriting program again as Final Draft (.fdx)."
)
_MOST_LEVELS = 32
_CUES = ("Character", "Parenthetical", "Dialogue")


def read(text: str) -> list[Block]:
    """Read an FDX document into blocks; raises `StoryError` for XML that is malformed or no screenplay."""
    content = _parse(text).find("Content")
    if content is None:
        raise StoryError(_UNREADABLE)
    blocks = list(_read_blocks(content))
    if not blocks:
        raise StoryError("The screenplay is empty: write at least one scene.")
    return blocks


def read_title(text: str) -> str:
    """Return the first line of the title page, "" where there is none."""
    page = _parse(text).find("TitlePage/Content")
    lines = [] if page is None else [_read_text(paragraph) for paragraph in page.iter("Paragraph")]
    return next((line for line in lines if line), "")


def _parse(text: str) -> Element:
    try:
        # An encoding named in the declaration no longer holds for text that is decoded already.
        root = fromstring(text.lstrip("\ufeff \n\r\t").encode())
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise StoryError(_UNREADABLE) from error
    if root.tag != "FinalDraft" or _is_deep(root):
        raise StoryError(_UNREADABLE)
    return root


def _read_text(paragraph: Element) -> str:
    """Return a paragraph's own text. A paragraph inside its text is read as one of its own."""
    return "".join(_read_run(run) for run in paragraph.findall("Text")).strip()


def _read_run(run: Element) -> str:
    parts = [run.text or ""]
    for child in run:
        parts += ["" if child.tag == "Paragraph" else _read_run(child), child.tail or ""]
    return "".join(parts)


def _is_deep(root: Element) -> bool:
    """Return whether elements are nested deeper than any screenwriting program nests them."""
    level = [root]
    for _ in range(_MOST_LEVELS):
        level = [child for element in level for child in element]
    return bool(level)


def _read_blocks(content: Element) -> Iterator[Block]:
    """Gather cue, parenthetical and dialogue into one block, laid out as in Fountain."""
    cue: list[tuple[str, str]] = []
    for paragraph in content.iter("Paragraph"):
        kind, text = paragraph.get("Type", "Action"), _read_text(paragraph)
        if not text:
            continue
        if cue and (kind not in _CUES or kind == "Character"):
            yield _make_speech(cue)
            cue = []
        if kind in _CUES:
            cue.append((kind, text))
        elif kind == "Scene Heading":
            yield Block("slug", text)
        elif kind in ("Transition", "Framing"):
            yield Block("note", text)
        else:
            yield Block("action", text, make_speakable(text))
    if cue:
        yield _make_speech(cue)


def _make_speech(cue: list[tuple[str, str]]) -> Block:
    written = "\n".join(text for _, text in cue)
    said = make_speakable(" ".join(text for kind, text in cue if kind == "Dialogue"))
    name = next((text for kind, text in cue if kind == "Character"), "")
    return Block("speech", written, said, read_speaker_name(name) if name else "")
