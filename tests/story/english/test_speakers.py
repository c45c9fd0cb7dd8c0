"""Who says what."""

from tests.story.english.stories import find_person, list_speakers, read


def test_speakers_take_turns() -> None:
    story = (
        "“Where is the key?” asked Anna.\n\n“I lost it,” said Tom.\n\n“Again?”\n\n“Again.”\n\n"
        "Anna laughed. Tom shut the box."
    )

    assert list_speakers(read(story)) == ["Anna", "Tom", "Anna", "Tom"]


def test_who_is_called_by_name_answers() -> None:
    story = "Anna and Tom sat by the fire.\n\n“Are you cold, Tom?”\n\n“A little.”\n\nAnna nodded. Tom slept."

    assert list_speakers(read(story)) == ["Anna", "Tom"]


def test_a_form_of_address_tells_who_is_spoken_to() -> None:
    story = (
        "Anna and Tom met Maria. Tom took off his hat. He smiled. Anna saw that she was tired.\n\n"
        "“Good evening, sir,” said Maria. She nodded.\n\n“Good evening.”\n\nTom and Anna sat down."
    )

    assert list_speakers(read(story))[-1] == "Tom"


def test_a_name_that_its_bearer_gives_is_learned() -> None:
    reading = read("“My name is Tove,” said the girl. The girl sat down. Tove drank the tea.")

    assert [person.name for person in reading.people] == ["Tove"]
    assert find_person(reading, "Tove").gender == "female"
