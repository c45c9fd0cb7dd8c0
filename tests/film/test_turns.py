"""Which words of a narration each speaker says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.turns import NARRATOR, Turn, find_turns
from app.film.words import locate_words, split_words

TEXT = "Mara ran. “Wait!” cried Tom. “Wait for me.” “Never!”"
LINES = [("Tom", "Wait!"), ("Tom", "Wait for me."), ("Mara", "Never!")]


def test_quoted_words_are_their_speakers_and_the_rest_the_narrators() -> None:
    assert find_turns(TEXT, LINES) == (
        Turn(NARRATOR, 2),
        Turn("Tom", 1),
        Turn(NARRATOR, 2),
        Turn("Tom", 3),
        Turn("Mara", 1),
    )


def test_a_line_that_is_not_in_the_text_is_left_out() -> None:
    assert find_turns("Nobody spoke.", [("Tom", "Wait!"), ("Tom", "")]) == (Turn(NARRATOR, 2),)


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_text_without_words_has_no_turns(text: str) -> None:
    assert find_turns(text, LINES) == ()


@given(st.text(max_size=80), st.lists(st.tuples(st.sampled_from("ab"), st.text(max_size=5)), max_size=4))
def test_every_word_is_in_one_turn(text: str, lines: list[tuple[str, str]]) -> None:
    turns = find_turns(text, lines)

    assert sum(turn.words for turn in turns) == len(split_words(text))
    assert all(turn.words for turn in turns)


@given(st.text(max_size=80))
def test_words_are_found_where_they_stand(text: str) -> None:
    assert [text[start:end] for start, end in locate_words(text)] == split_words(text)
