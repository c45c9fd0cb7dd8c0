"""The parts of a screenplay that become scenes: the blocks under one slug line, no more than fit a scene."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, takewhile

from app.story import prose
from app.story.headings import names_act
from app.story.prose import LONGEST_SECONDS
from app.story.screenplay import Block, mask_unspoken
from app.story.wording import make_speakable
from app.vocabulary.shots import ShotType
from app.vocabulary.speech_clock import speaking_seconds


@dataclass(frozen=True, slots=True)
class ScenePart:
    """The blocks of one scene draft under their slug line."""

    slug: str
    blocks: tuple[Block, ...]

    @property
    def narration(self) -> str:
        return " ".join(block.spoken for block in self.blocks if block.spoken)

    @property
    def action(self) -> str:
        shown = (block.spoken if block.kind == "action" else block.shown for block in self.blocks)
        return " ".join(text for text in shown if text)

    @property
    def opening_shot(self) -> ShotType | None:
        """The size of shot by which the scene opens, None where it opens by action or speech."""
        opening = next((block for block in self.blocks if block.kind not in ("slug", "note")), None)
        return opening.shot_type if opening else None


def split_by_slug(blocks: Sequence[Block]) -> Iterator[ScenePart]:
    """Yield a part for each slug line, and one for what is told before the first."""
    slug, body = "", list[Block]()
    for block in blocks:
        if block.kind == "slug":
            # What stands before the first slug line, such as FADE IN:, is no scene of its own.
            if any(written.kind != "note" for written in body):
                headings = _count_headings_at_end(body)
                yield ScenePart(slug, tuple(body[: len(body) - headings]))
                body = body[len(body) - headings :]
            slug = block.text
        body.append(block)
    if body:
        yield ScenePart(slug, tuple(body))


def _count_headings_at_end(blocks: Sequence[Block]) -> int:
    """Return how many blocks at the end are headings of the act that follows, so parts of its first scene."""
    headings = takewhile(
        lambda block: block.kind == "note" and names_act(block.text.strip()), reversed(blocks)
    )
    return sum(1 for _ in headings)


def split_long_part(scene: ScenePart, language: str) -> Iterator[ScenePart]:
    """Split a scene of more than thirty seconds evenly, between blocks or between a block's sentences."""
    total = speaking_seconds(scene.narration, language)
    even = total / math.ceil(max(total, 1) / LONGEST_SECONDS)
    pending: list[Block] = []
    seconds = 0.0
    for block in chain.from_iterable(_split_block(whole, language) for whole in scene.blocks):
        length = speaking_seconds(block.spoken, language)
        if seconds and (seconds + length > LONGEST_SECONDS or seconds + length / 2 > even):
            yield replace(scene, blocks=tuple(_join_pieces(pending)))
            pending, seconds = [], 0.0
        pending.append(block)
        seconds += length
    if pending:
        yield replace(scene, blocks=tuple(_join_pieces(pending)))


def _join_pieces(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join the pieces of one block that stay in one scene, so that a speech is one again under its cue."""
    whole: Block | None = None
    for block in blocks:
        if whole and block.is_continued:
            whole = replace(
                whole, text=f"{whole.text}{block.text}", spoken=f"{whole.spoken} {block.spoken}".strip()
            )
            continue
        if whole:
            yield replace(whole, text=whole.text.strip())
        whole = block
    if whole:
        yield replace(whole, text=whole.text.strip())


def _split_block(block: Block, language: str) -> Iterator[Block]:
    if speaking_seconds(block.spoken, language) <= LONGEST_SECONDS:
        yield block
        return
    masked = mask_unspoken(block)
    ends = [sentence.end for sentence in prose.read(masked, language).sentences][:-1]
    for start, end in pairwise([0, *ends, len(masked)]):
        piece = replace(block, text=block.text[start:end], spoken=make_speakable(masked[start:end]))
        yield replace(piece, is_continued=start > 0)
