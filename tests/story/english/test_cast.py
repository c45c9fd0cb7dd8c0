"""Who is a character of a story, and who is not."""

import pytest

from tests.story.english.stories import find_person, list_mentioned, list_names, read


def test_the_guests_of_a_tea_party_are_its_cast() -> None:
    story = (
        "There was a table under a tree, and the Rabbit and the Baker were having tea at it. "
        "Clara sat down. “No room!” cried the Rabbit. “There is,” said Clara. The Baker poured the tea."
    )

    reading = read(story)

    assert list_names(reading) == ["Clara", "The Baker", "The Rabbit"]
    assert find_person(reading, "The Rabbit").is_animal


@pytest.mark.parametrize("thing", ["The ship", "The tower", "The month", "The measure", "The storm"])
def test_a_thing_is_nobody(thing: str) -> None:
    reading = read(f"Anna looked up. {thing} came at last. {thing} was long. Anna smiled.")

    assert list_names(reading) == ["Anna"]


def test_a_name_that_is_said_to_be_a_mare_is_an_animal() -> None:
    story = "Bess was the mare. Bess ran across the field, and Tom followed her. Tom caught Bess."

    reading = read(story)

    assert find_person(reading, "Bess").is_animal
    assert not find_person(reading, "Tom").is_animal


def test_first_names_that_are_common_words_are_names() -> None:
    story = "Will ran to the barn. June came out of the house. In the yard Will took the rope. June laughed."

    assert list_names(read(story)) == ["June", "Will"]


def test_a_number_is_a_part_of_a_name() -> None:
    story = (
        "“My name is Unit 12,” said the robot. Unit 12 stood by the wall. Anna waved at Unit 12. Anna sat."
    )

    reading = read(story)

    assert list_names(reading) == ["Anna", "Unit 12"]
    assert find_person(reading, "Unit 12").kind == "robot"


def test_a_newcomer_is_joined_with_the_name_that_follows() -> None:
    story = (
        "Anna waited at the pond. On the bench sat a woman in a red coat. The woman stood up and waved. "
        "“You are late,” Pilar said. Anna shook her hand."
    )

    reading = read(story)

    assert list_names(reading) == ["Anna", "Pilar"]
    assert list_mentioned(reading, story, "The woman") == ["Pilar"]


def test_known_years_and_relatives_tell_age_and_gender() -> None:
    story = "Grandpa Amos lay on the bed. Thabo was eleven. Thabo shook Amos. His grandfather woke up."

    reading = read(story)

    assert find_person(reading, "Thabo").age == "child"
    assert len(reading.people) == 2


def test_the_old_man_is_the_one_whom_the_last_sentence_was_not_about() -> None:
    story = (
        "Mr Brown, the owner, slept in a chair. Tom shook Mr Brown. The old man opened one eye. Tom waited."
    )

    reading = read(story)

    assert list_mentioned(reading, story, "The old man") == ["Mr Brown"]


def test_an_aunt_with_a_name_is_my_aunt_later() -> None:
    story = "“Come in,” said my aunt Vera. She sat down. My aunt poured the tea, and I drank it."

    assert list_names(read(story)) == ["Narrator", "Vera"]


def test_who_answers_a_question_for_a_name_bears_it() -> None:
    story = (
        "A girl sat on the stairs. “Go away,” said the girl. “Who are you?” I asked. “Greta. Now go.” "
        "I laughed. Greta stood up. Greta shook my hand and left."
    )

    assert list_names(read(story)) == ["Greta", "Narrator"]


def test_a_sister_who_is_called_comes_under_her_name() -> None:
    story = "Tom called his sister. June came out of the house. June waved at Tom, and Tom waved back."

    assert list_names(read(story)) == ["June", "Tom"]


def test_the_teacher_who_speaks_is_the_only_one_with_a_courtesy_title() -> None:
    story = "“Sit,” said Mr Brown. Anna sat down. “Thank you,” said the teacher. Anna smiled at Mr Brown."

    assert list_names(read(story)) == ["Anna", "Mr Brown"]
