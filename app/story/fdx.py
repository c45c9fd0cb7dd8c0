"""Final Draft's FDX: XML that strangers send, read safely into the blocks of a screenplay."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.story.errors import StoryError
from app.story.screenplay import Block, speaker_name
from app.story.wording import speakable

_UNREADABLE = (
    "The file isn't readable FDX: export it from your screenwriting program again as Final Draft (.fdx)."
)
_CUES = ("Character", "Parenthetical", "Dialogue")


def read(text: str) -> list[Block]:
    """Read an FDX document into blocks; raises `StoryError` for XML that is malformed or no screenplay."""
    content = _root(text).find("Content")
    if content is None:
        raise StoryError(_UNREADABLE)
    blocks = list(_blocks(content))
    if not blocks:
        raise StoryError("The screenplay is empty: write at least one scene.")
    return blocks


def title(text: str) -> str:
    """Give the first line of the title page, or nothing."""
    page = _root(text).find("TitlePage/Content")
    lines = [] if page is None else [_text_of(paragraph) for paragraph in page.iter("Paragraph")]
    return next((line for line in lines if line), "")


def _root(text: str) -> Element:
    try:
        # An encoding named in the declaration no longer holds for text that is decoded already.
        root = fromstring(text.lstrip("\ufeff \n\r\t").encode())
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise StoryError(_UNREADABLE) from error
    if root.tag != "FinalDraft":
        raise StoryError(_UNREADABLE)
    return root


def _text_of(paragraph: Element) -> str:
    return "".join("".join(run.itertext()) for run in paragraph.findall("Text")).strip()


def _blocks(content: Element) -> Iterator[Block]:
    """Gather cue, parenthetical and dialogue into one block, laid out as in Fountain."""
    cue: list[tuple[str, str]] = []
    for paragraph in content.iter("Paragraph"):
        kind, text = paragraph.get("Type", "Action"), _text_of(paragraph)
        if not text:
            continue
        if cue and (kind not in _CUES or kind == "Character"):
            yield _speech(cue)
            cue = []
        if kind in _CUES:
            cue.append((kind, text))
        elif kind == "Scene Heading":
            yield Block("slug", text)
        elif kind in ("Transition", "Framing"):
            yield Block("note", text)
        else:
            yield Block("action", text, speakable(text))
    if cue:
        yield _speech(cue)


def _speech(cue: list[tuple[str, str]]) -> Block:
    written = "\n".join(text for _, text in cue)
    said = speakable(" ".join(text for kind, text in cue if kind == "Dialogue"))
    name = next((text for kind, text in cue if kind == "Character"), "")
    return Block("speech", written, said, speaker_name(name) if name else "")
