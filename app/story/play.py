"""Plays, transcripts and other stories that are nearly all talk, read into the blocks of a screenplay."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.story.quotation import find_quotations
from app.story.screenplay import Block, mask_unspoken, read_speaker_name
from app.story.wording import make_speakable
from app.vocabulary.first_names import find_name_gender

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n")
_NAME = r"[^\W\d_a-zß-öø-ÿ](?:[\w'’-]|[ .](?=\w)){0,39}"
_ASIDE = r"(?: ?[(\[][^()\[\]]*[)\]])?"
# "ROMEO: But soft!", "Ada (laughing): No." and, in capitals, "ROMEO. But soft!"
_CUE = re.compile(rf"[ \t]*(?P<name>{_NAME}{_ASIDE})(?::(?!//)|(?<=[^\Wa-z]{{3}})\.)(?=\s|$)\s*")
_CUE_ALONE = re.compile(rf"[ \t]*(?P<name>{_NAME}{_ASIDE})[.:]?[ \t]*\n(?=[ \t]*\S)")
_STAGE_DIRECTION = re.compile(r"[ \t]*(?:\[[^\[\]]*\]|\([^()]*\))[ \t]*")
_SCENE = re.compile(r"[ \t]*(?:ACT\b[^\n]*)?SCENE\b[^\n]*")
_ACT = re.compile(r"[ \t]*(?:ACT|PROLOGUE|EPILOGUE|CURTAIN|EXEUNT|THE END)\b[^\na-z]*")
_CHAPTER = re.compile(r"(?:chapter|part|book|episode)\b", re.IGNORECASE)
_LEAST_SHARE = 0.5
_LONGEST_NAME = 4  # words
_SMALL_WORDS = frozenset(["of", "the", "and", "de", "von", "van", "la", "le"])
_LABELS = frozenset(
    [
        "title",
        "author",
        "by",
        "note",
        "notes",
        "date",
        "chapter",
        "part",
        "subject",
        "from",
        "to",
        "warning",
        "ps",
    ]
)
_UNNAMED = ("First Voice", "Second Voice")
_VOCATIVE = re.compile(r"(?:^|,\s)([^\W\d_][\w’'-]+)(?=[,.!?…]|$)")


def read(text: str, speakers: frozenset[str] = frozenset()) -> list[Block]:
    """Read a story, or a scene of one whose speakers are known, into blocks; empty where it is prose.

    A story is a play where at least two paragraphs and half of all begin with a name and a colon, and the
    names come back; or where every paragraph is a quotation, in which case two people speak in turn.
    """
    paragraphs = [paragraph.strip("\n") for paragraph in _split_paragraphs(text) if paragraph.strip()]
    names = [_name_speaker(cue) for paragraph in paragraphs if (cue := _find_cue(paragraph))]
    if not speakers.isdisjoint(names):
        return [_read_paragraph(paragraph) for paragraph in paragraphs]
    if len(names) < 2:
        return _read_quotations(paragraphs)
    if len(names) < _LEAST_SHARE * len(paragraphs) or len(set(names)) > max(2, len(names) / 2):
        return []
    return [_read_paragraph(paragraph) for paragraph in paragraphs]


def _split_paragraphs(text: str) -> Iterator[str]:
    """Part at blank lines, and before each line that begins with a cue."""
    for paragraph in _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        pending: list[str] = []
        for line in paragraph.split("\n"):
            if pending and (_CUE.match(line) or _STAGE_DIRECTION.fullmatch(line) or _SCENE.fullmatch(line)):
                yield "\n".join(pending)
                pending = []
            pending.append(line)
        yield "\n".join(pending)


def _find_cue(paragraph: str) -> re.Match[str] | None:
    cue = _CUE.match(paragraph)
    if cue is None:
        alone = _CUE_ALONE.match(paragraph)
        cue = alone if alone and alone["name"].isupper() else None
    if cue is None or _SCENE.match(paragraph) or _ACT.fullmatch(paragraph):
        return None
    return cue if _is_name(_name_speaker(cue)) else None


def _is_name(name: str) -> bool:
    """Return whether a cue can be a name: few words, all with a capital, and not the label of a fact."""
    words = name.split()
    has_capitals = all(word[0].isupper() or word[0].isdigit() or word in _SMALL_WORDS for word in words)
    return (
        len(words) <= _LONGEST_NAME
        and has_capitals
        and not (name.casefold() in _LABELS or _CHAPTER.match(name))
    )


def _read_paragraph(paragraph: str) -> Block:
    if _SCENE.fullmatch(paragraph):
        return Block("slug", paragraph)
    if _ACT.fullmatch(paragraph):
        return Block("note", paragraph)
    cue = _find_cue(paragraph)
    if cue is None:
        return Block("action", paragraph, make_speakable(paragraph.strip(" \t()[]")))
    return _make_speech(paragraph, _name_speaker(cue), cue.end())


def _name_speaker(cue: re.Match[str]) -> str:
    return read_speaker_name(cue["name"].replace("[", "(").replace("]", ")"))


def _make_speech(text: str, speaker: str, cue_length: int) -> Block:
    block = Block("speech", text, speaker=speaker, cue_length=cue_length)
    return replace(block, spoken=make_speakable(mask_unspoken(block)))


def _read_quotations(paragraphs: Sequence[str]) -> list[Block]:
    """Read paragraphs that are one quotation each; a name that one calls is the other's."""
    lines = [_unquote(paragraph) for paragraph in paragraphs]
    if len(lines) < 2 or not all(lines):
        return []
    names = [
        _find_called(lines[other::2]) or unnamed for other, unnamed in zip((1, 0), _UNNAMED, strict=True)
    ]
    return [
        Block("speech", paragraph, make_speakable(line), names[index % 2])
        for index, (paragraph, line) in enumerate(zip(paragraphs, lines, strict=True))
    ]


def _unquote(paragraph: str) -> str:
    """Return what is said in a paragraph that is one quotation, "" for any other."""
    bare = paragraph.strip()
    quoted = find_quotations(bare, 0, len(bare))
    return (
        bare[slice(*quoted[0])] if len(quoted) == 1 and quoted[0][1] - quoted[0][0] >= len(bare) - 2 else ""
    )


def _find_called(lines: Sequence[str]) -> str:
    """Return the first name by which somebody is called in these lines, "" where there is none."""
    called = (name for line in lines for name in _VOCATIVE.findall(line))
    return next((name for name in called if name[0].isupper() and find_name_gender(name) != "neutral"), "")
