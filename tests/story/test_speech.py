"""Who speaks in prose, and that it stands in the narration."""

import pytest

from app.story.scene import SceneDraft
from app.story.segmentation import cut


def lines(scenes: list[SceneDraft]) -> list[tuple[str, str]]:
    return [(line.character, line.line) for scene in scenes for line in scene.dialogue]


@pytest.mark.parametrize(
    "story",
    [
        '"Come in," said the miller.',
        "“Come in,” said the miller.",
        "‘Come in,’ said the miller.",
        "'Come in,' said the miller.",
        "The miller said: “Come in,”",
        "«Come in,» said the miller.",
    ],
)
def test_a_speech_verb_names_the_speaker_in_any_quotation_marks(story: str) -> None:
    assert lines(cut(story)) == [("The Miller", "Come in,")]


def test_a_pronoun_speaks_for_the_last_fitting_person() -> None:
    found = lines(cut('Marta met the king. Marta bowed. "Good day," she said. "Who are you?" he asked.'))

    assert found == [("Marta", "Good day,"), ("The King", "Who are you?")]


def test_speakers_take_turns_where_nothing_is_said_of_them() -> None:
    story = '"Where to?" asked the fox.\n\n"Home," said the owl.\n\n"So far away?"\n\n"So far away."'

    assert [name for name, _ in lines(cut(story))] == ["The Fox", "The Owl", "The Fox", "The Owl"]


def test_a_divided_speech_has_one_speaker() -> None:
    found = lines(cut("‘Fool!’ said the wife, ‘that is not your cat at all.’"))

    assert found == [("The Wife", "Fool!"), ("The Wife", "that is not your cat at all.")]


def test_the_next_sentence_is_no_tag_of_the_speech_before_it() -> None:
    found = lines(cut("‘I look at my cat,’ said Hans, ‘on the roof.’ The wife said: ‘Go on.’"))

    assert [name for name, _ in found] == ["Hans", "Hans", "The Wife"]


def test_every_line_stands_word_for_word_in_its_narration() -> None:
    scenes = cut('"Run,\n  *now*!" cried Tom -- and  they ran. Then Tom said, "Too -- late, all of us."')

    assert len(scenes[0].dialogue) == 2
    assert all(line.line in scene.narration for scene in scenes for line in scene.dialogue)


def test_an_apostrophe_opens_no_speech() -> None:
    assert lines(cut("The ants’ eggs lay ’neath the miller’s floor; ’twas the boys’ fault.")) == []
