"""A story in parsed passages: narration whose quotations are stubs, each token with its offset."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Token

from app.story.english.tagging import repair_names
from app.story.prose import Prose, Sentence
from app.story.quotation import Span

STUB = "Yes"
"""The word that stands for a quotation: the parser takes it for what is said."""
_LONGEST_PASSAGE = 3000  # characters; a paragraph may have a whole book's length
_BATCH = 32
_SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
_MARKS = "“”‘’\"'„«»「」『』‟‚—–"
_GOES_ON = re.compile(
    r"\s*(?:\S+\s+){0,3}?(?:said|says|asked|asks|repli|cri|add|answer|whisper|shout|mutter|call|exclaim)"
)


@dataclass(slots=True)
class Passage:
    """A paragraph or a part of one: its parse, and where its tokens stand in the story.

    `quotes` maps the index of a stub's token to the number of its quotation in the story.
    """

    doc: Doc
    paragraph: int
    _origins: Sequence[tuple[int, int]]
    _sentence_starts: Sequence[int]
    quotes: dict[int, int] = field(default_factory=dict)

    def locate(self, token: Token) -> int:
        """Return the offset of a token in the story."""
        return self.find_origin(token.idx)

    def find_origin(self, offset: int) -> int:
        """Return the offset in the story of an offset in the parsed text."""
        at = bisect_right(self._origins, (offset, 1 << 60)) - 1
        masked, origin = self._origins[at]
        return origin + offset - masked

    def find_sentence(self, token: Token) -> int:
        """Return the index of the story's sentence in which a token stands."""
        return max(0, bisect_right(self._sentence_starts, self.locate(token)) - 1)


def parse(prose: Prose, parser: Language) -> list[Passage]:
    """Parse a story's narration, in batches, in time and memory linear in its length."""
    starts = [sentence.start for sentence in prose.sentences]
    masked = [_mask(prose, sentences) for sentences in _split_passages(prose)]
    masked = [passage for passage in masked if passage[3] or _is_prose(passage[0])]
    docs = parser.pipe((text for text, _, _, _ in masked), batch_size=_BATCH)
    passages = []
    for doc, (_, paragraph, origins, stubs) in zip(docs, masked, strict=True):
        doc.tensor = doc.tensor[:0]  # The vectors take more memory than all the rest of a parse.
        passage = Passage(doc, paragraph, origins, starts)
        numbers = {offset: number for number, offset in stubs}
        passage.quotes = {token.i: numbers[token.idx] for token in doc if token.idx in numbers}
        passages.append(passage)
    repair_names(passage.doc for passage in passages)
    return passages


def _is_prose(text: str) -> bool:
    """Return whether most of a text is words: signs and emoji say nothing to the parser, and cost it much."""
    return 2 * sum(char.isalpha() or char.isspace() for char in text) > len(text)


def _split_passages(prose: Prose) -> Iterator[list[Sentence]]:
    told = (sentence for sentence in prose.sentences if not sentence.is_heading)
    for _, paragraph in groupby(told, key=lambda sentence: sentence.paragraph):
        pending: list[Sentence] = []
        for sentence in paragraph:
            is_quoted = _is_inside_quote(prose, sentence.start)
            if pending and sentence.end - pending[0].start > _LONGEST_PASSAGE and not is_quoted:
                yield pending
                pending = []
            pending.append(sentence)
        yield pending


def _is_inside_quote(prose: Prose, offset: int) -> bool:
    at = bisect_right(prose.quotes, (offset, 1 << 60)) - 1
    return at >= 0 and prose.quotes[at][0] < offset < prose.quotes[at][1]


def _mask(
    prose: Prose, sentences: Sequence[Sentence]
) -> tuple[str, int, list[tuple[int, int]], list[tuple[int, int]]]:
    """Return a passage's text, its paragraph, the origins of its pieces, and its stubs' offsets."""
    start, end = sentences[0].start, sentences[-1].end
    pieces: list[str] = []
    origins: list[tuple[int, int]] = []
    stubs: list[tuple[int, int]] = []
    length, position = 0, start
    first = bisect_right(prose.quotes, (start, 0))
    for number in range(max(0, first - 1), len(prose.quotes)):
        inner, close = prose.quotes[number]
        if inner >= end:
            break
        if close <= start:
            continue
        opening = inner - 1 if inner > start and prose.text[inner - 1] in _MARKS else inner
        closing = close + 1 if close < len(prose.text) and prose.text[close] in _MARKS else close
        origins.append((length, position))
        pieces.append(_flatten(prose.text[position:opening]))
        length += len(pieces[-1])
        stub = f'"{STUB}{_choose_stop(prose.text, (inner, close), closing)}"'
        stubs.append((number, length + 1))
        origins.append((length, opening))
        pieces.append(stub)
        length += len(stub)
        position = min(closing, end)
    origins.append((length, position))
    pieces.append(_flatten(prose.text[position:end]))
    return "".join(pieces), sentences[0].paragraph, origins, stubs


def _choose_stop(text: str, quote: Span, closing: int) -> str:
    """Return a comma where the narration goes on with the quoted sentence, else a full stop or nothing."""
    follows = text[closing : closing + 60].split("\n\n")[0]
    last = text[quote[0] : quote[1]].rstrip()[-1:]
    first = follows.lstrip()[:1]
    introduces_next = ":" in follows.split(".")[0] and first.isupper()
    if not introduces_next and (first.islower() or (follows.strip() and _GOES_ON.match(follows))):
        return ","
    return "." if last in ".!?…" or not follows.strip() else "," if last in ",;—" else ""


def _flatten(text: str) -> str:
    """Return a text of the same length that the parser reads better: no line breaks, marks or capitals."""
    flat = text.replace("\n", " ").replace("\r", " ").replace("--", " -").replace("_", " ").replace("*", " ")
    flat = flat.replace("’", "'").replace("‘", "'")
    return _SHOUTED.sub(lambda match: match[0].capitalize(), flat)
