"""Closed vocabularies: every text has a nearest word."""

import pytest

from app.vocabulary import closed

VOCABULARIES = {
    name.lower(): value for name, value in vars(closed).items() if isinstance(value, closed.Vocabulary)
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_is_its_own_nearest(name: str) -> None:
    vocabulary = VOCABULARIES[name]

    assert [vocabulary.nearest(word) for word in vocabulary.words] == list(vocabulary.words)
    assert vocabulary.default in vocabulary.words
    assert set(vocabulary.synonyms.values()) <= set(vocabulary.words)


@pytest.mark.parametrize("name", VOCABULARIES)
@pytest.mark.parametrize("text", ["", " ", "bananas", "\x00", "É", "x" * 100_000, "word_" * 1000])
def test_a_text_like_no_word_means_the_default(name: str, text: str) -> None:
    assert VOCABULARIES[name].nearest(text) == VOCABULARIES[name].default


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("shot_type", "Close-Up", "close_up"),
        ("shot_type", "MEDIUM SHOT", "medium"),
        ("shot_type", "POV", "point_of_view"),
        ("scene_shot_type", "insert", "close_up"),
        ("scene_shot_type", "establishing shot", "extreme_wide"),
        ("angle", "bird's eye", "overhead"),
        ("camera_move", "slow push in", "push_in"),
        ("time_of_day", "late evening", "dusk"),
        ("mood", "Happy!", "joyful"),
        ("age", "teenager", "teen"),
        ("gender", "woman", "female"),
        ("kind", "human", "person"),
        ("style", "film noir", "noir"),
    ],
)
def test_another_word_means_the_nearest_one(name: str, text: str, word: str) -> None:
    assert VOCABULARIES[name].nearest(text) == word
