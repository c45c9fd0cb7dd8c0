"""Final Draft's FDX: untrusted XML, read safely into the blocks of a screenplay."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.story.directions import read_direction
from app.story.errors import StoryError
from app.story.screenplay import Block, read_speaker_name
from app.story.wording import make_speakable

_UNREADABLE = (
    "The file isn't readable FDX: export it from your screenwriting program again as Final Draft (.fdx)."
)
_MOST_LEVELS = 32
_SUNG = ("Lyrics", "Singing")
_SAID = ("Dialogue", *_SUNG)
_CUES = ("Character", "Parenthetical", *_SAID)
# Paragraphs of any other kind, such as transitions, acts and outlines, are neither spoken nor seen.
_ACTIONS = ("Action", "General", "Normal Text")
# What holds paragraphs beside the story: summaries of scenes, remarks, scenes that were taken out.
_NO_STORY = frozenset(["SceneProperties", "ScriptNote", "OmittedScene"])


def read(text: str) -> list[Block]:
    """Read an FDX document into blocks; raises `StoryError` for XML that is malformed or no screenplay."""
    content = _parse(text).find("Content")
    if content is None:
        raise StoryError(_UNREADABLE)
    return list(_read_blocks(content))


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
    """Gather cue, parenthetical and dialogue into one block, laid out and marked as in Fountain.

    The description of a scene is read again as Fountain, so what is not spoken needs its marks.
    """
    cue: list[tuple[str, str]] = []
    for paragraph in _list_paragraphs(content):
        kind, text = paragraph.get("Type", "Action"), _read_text(paragraph)
        if not text:
            continue
        if cue and (kind not in _CUES or kind == "Character"):
            yield _make_speech(cue)
            cue = []
        if kind in _CUES:
            cue.append((kind, text))
        else:
            yield _read_block(kind, text, is_centred=paragraph.get("Alignment") == "Center")
    if cue:
        yield _make_speech(cue)


def _list_paragraphs(element: Element) -> Iterator[Element]:
    """Yield all paragraphs of the story, those of dual dialogue too, in order."""
    for child in element:
        if child.tag not in _NO_STORY:
            if child.tag == "Paragraph":
                yield child
            yield from _list_paragraphs(child)


def _read_block(kind: str, text: str, *, is_centred: bool) -> Block:
    if kind == "Scene Heading":
        return Block("slug", text)
    found = read_direction(text)
    if found or (kind in _ACTIONS and not is_centred):
        return found or Block("action", text, make_speakable(text))
    if kind == "Shot":
        return Block("shot", f"[[{text}]]", shown=text)
    return Block("note", f"> {text} <" if is_centred else f"# {text}")


def _make_speech(cue: list[tuple[str, str]]) -> Block:
    written = "\n".join(f"~{text}" if kind in _SUNG else text for kind, text in cue)
    said = make_speakable(" ".join(text for kind, text in cue if kind in _SAID))
    name = next((text for kind, text in cue if kind == "Character"), "")
    cue_length = len(name) if written.startswith(name) else 0
    return Block("speech", written, said, read_speaker_name(name) if name else "", cue_length=cue_length)
