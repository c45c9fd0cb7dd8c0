import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.words import classify_ending, join_words, split_words, time_words


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_no_letter_is_lost_in_any_script(text: str) -> None:
    assert "".join(split_words(text)) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Who is there?” she said.", ["“Who", "is", "there?”", "she", "said."]),
        ("他说：“好。”走了", ["他", "说：", "“好。”", "走", "了"]),
        ("ちょっと、待って！", ["ちょっ", "と、", "待っ", "て！"]),
        ("한 왕이 살았습니다.", ["한", "왕이", "살았습니다."]),
        ("用Python写", ["用", "Python", "写"]),
    ],
)
def test_words_are_cut_where_a_line_may_break(text: str, words: list[str]) -> None:
    assert split_words(text) == words
    assert join_words(words).replace(" ", "") == text.replace(" ", "")


def test_words_join_with_spaces_only_where_the_script_has_them() -> None:
    assert join_words(["Hello", "there."]) == "Hello there."
    assert join_words(["从", "前", "Anna", "说："]) == "从前Anna说："


@pytest.mark.parametrize(
    ("word", "closes"),
    [("end.”", "sentence"), ("好。", "sentence"), ("so,", "clause"), ("كذا،", "clause"), ("a", "")],
)
def test_punctuation_tells_what_a_word_closes(word: str, closes: str) -> None:
    assert classify_ending(word) == closes


@given(st.lists(st.sampled_from(["a", "lighthouse,", "end.", "海", "😀"]), min_size=1), st.floats(0.1, 900))
def test_guessed_times_move_forward_and_stay_within_the_stretch(words: list[str], seconds: float) -> None:
    spoken = time_words(" ".join(words), seconds, start_sec=1.0)

    edges = [edge for word in spoken for edge in (word.start_sec, word.end_sec)]
    assert edges == sorted(edges)
    assert edges[0] == 1.0
    assert edges[-1] <= 1.0 + seconds + 0.001
