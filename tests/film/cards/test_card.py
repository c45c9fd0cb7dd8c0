"""What cards say, and how they are painted."""

import io

import numpy as np
import pytest
from PIL import Image

from app.film.boards.canvas import Box
from app.film.brief import Look
from app.film.cards.card import Card, CardKind, name_act, name_end
from app.film.cards.painting import is_legible, paint_card
from app.vocabulary.frame import ASPECT_RATIOS, OVERSCAN, STYLES, frame_size, still_size

LONG = "The Strange History of the Donaudampfschifffahrtsgesellschaftskapitänsmütze " * 2


def find_letters(card: Card, look: Look) -> Box:
    """Return the box of what differs from a card that says nothing, in shares of the frame."""
    said, blank = (
        np.asarray(Image.open(io.BytesIO(paint_card(one, look))).convert("L"), np.int16)
        for one in (card, Card(card.kind, "\u4e16", card.time_of_day, card.mood))
    )
    width, height = look.size
    rows, columns = np.nonzero(np.abs(said - blank) > 90)
    left, top = (said.shape[1] - width) / 2, (said.shape[0] - height) / 2
    return Box(
        (columns.min() - left) / width,
        (rows.min() - top) / height,
        (columns.max() - left) / width,
        (rows.max() - top) / height,
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("aspect", ASPECT_RATIOS)
def test_a_long_title_stays_within_the_frame(style: str, aspect: str) -> None:
    look = Look(frame_size("480p", aspect), style)

    letters = find_letters(Card(CardKind.TITLE, LONG), look)

    assert min(letters.left, letters.top) > 0.03
    assert max(letters.right, letters.bottom) < 0.97
    assert letters.width > 0.4


def test_letters_are_told_from_the_paper_by_day_and_by_night() -> None:
    for style in STYLES:
        for time in ("day", "night"):
            letters = find_letters(Card(CardKind.END, "The End", time), Look((426, 240), style))
            assert letters.width > 0.15


def test_the_same_card_has_the_same_bytes_and_another_seed_other_ones() -> None:
    card, look = Card(CardKind.CHAPTER, "Chapter 2", "dusk", "sad"), Look((426, 240))

    first, again, other = (paint_card(card, one) for one in (look, look, Look((426, 240), seed=7)))

    assert first == again != other
    assert Image.open(io.BytesIO(first)).size == still_size((426, 240))
    assert OVERSCAN > 1


def test_credits_stand_at_the_foot() -> None:
    card = Card(CardKind.END, "\u4e16", lines=("Drawn after Ada.",))

    letters = find_letters(card, Look((426, 240)))

    assert 0.75 < letters.top < letters.bottom < 0.97


@pytest.mark.parametrize(
    ("text", "legible"), [("Söhne", True), ("Война", True), ("世界", False), ("—", False)]
)
def test_a_title_without_a_letter_that_can_be_set_is_not_legible(text: str, legible: bool) -> None:
    assert is_legible(text) == legible


def test_words_of_cards_are_in_the_language_of_the_story() -> None:
    assert [name_end(one) for one in ("de-AT", "fr", "xx")] == ["Ende", "Fin", "The End"]
    assert name_act("es", 2) == "Acto 2"
