"""Shots cut in two and joined, by a person's hand."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.story.coverage.clauses import WORD_START
from app.story.shot import ShotDraft
from app.vocabulary.speech_clock import speaking_seconds

_SAID = re.compile(r"[^\W_]")
_STEM = 3  # letters of a verb that its forms share


class EmptyShotError(ValueError):
    """A shot can't be cut there: one of its parts would have no word."""


def split_shot(shot: ShotDraft, at: int) -> tuple[ShotDraft, ShotDraft]:
    """Return the two parts of a shot, cut at the beginning of the word that is nearest to an offset.

    Seconds are shared out by the words, and each beat goes with the part that tells it. Raises
    `EmptyShotError` where a part would have no word.
    """
    starts = [0, *(match.start() for match in WORD_START.finditer(shot.text))]
    cut = min(starts, key=lambda start: abs(start - at))
    opening = re.search(r"\S*$", shot.text[:cut])  # An opening quotation mark belongs to the word after it.
    cut = opening.start() if opening and not _SAID.search(opening[0]) else cut
    texts = shot.text[:cut], shot.text[cut:]
    if not all(_SAID.search(text) for text in texts):
        raise EmptyShotError("A shot needs at least one word: split it between two of its words.")
    shares = [speaking_seconds(text) for text in texts]
    first_sec = round(shot.duration_sec * shares[0] / (sum(shares) or 1.0), 3)
    count = sum(at < cut for at in _locate_beats(shot))
    return (
        replace(shot, text=texts[0], duration_sec=first_sec, beats=shot.beats[:count]),
        replace(
            shot,
            text=texts[1],
            duration_sec=round(shot.duration_sec - first_sec, 3),
            beats=shot.beats[count:],
        ),
    )


def _locate_beats(shot: ShotDraft) -> Iterator[int]:
    """Yield about where the words of each beat stand in a shot's text, in order.

    The offsets of beats are those of the scene's description; the stem of the verb shows the place.
    """
    text, position = shot.text.casefold(), 0
    for beat in shot.beats:
        stem = beat.verb.casefold().split(" ")[0][:_STEM]
        found = text.find(stem, position) if stem else -1
        position = found if found >= 0 else max(position, beat.start - shot.beats[0].start)
        yield position


def join_shots(first: ShotDraft, second: ShotDraft) -> ShotDraft:
    """Return one shot of two that follow each other: the first one's picture over the words of both."""
    return replace(
        first,
        text=first.text + second.text,
        duration_sec=round(first.duration_sec + second.duration_sec, 3),
        beats=(*first.beats, *second.beats),
    )
