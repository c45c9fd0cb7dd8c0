"""The speech clock: one for the plan, for silent takes and for estimates."""

import pytest

from app.vocabulary.speech_clock import natural_seconds, speaking_seconds


def test_a_narrator_says_a_hundred_and_fifty_five_english_words_a_minute() -> None:
    assert speaking_seconds("word " * 155) == pytest.approx(60)


def test_german_words_take_longer_than_english_ones() -> None:
    assert speaking_seconds("Wort " * 155, "de") == pytest.approx(60 * 228 / 179)


@pytest.mark.parametrize(
    ("text", "language", "shortest", "longest"),
    [("从前有一个国王他住在森林里他有一个女儿她喜欢唱", "zh", 7, 12), ("ก" * 400, "th", 20, 60)],
)
def test_scripts_without_spaces_are_timed_by_their_characters(
    text: str, language: str, shortest: float, longest: float
) -> None:
    assert shortest < speaking_seconds(text, language) < longest


@pytest.mark.parametrize("text", ["", "...", "—", "\n"])
def test_nothing_said_takes_no_time(text: str) -> None:
    assert speaking_seconds(text) == 0


def test_a_scene_of_few_words_lasts_two_and_a_half_seconds() -> None:
    assert natural_seconds("Hush.") == 2.5
