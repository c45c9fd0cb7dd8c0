"""What ambiguous nouns mean by the rest of the story."""

import pytest

from tests.story.english.stories import find_person, list_names, list_settings, read


@pytest.mark.parametrize(
    ("story", "settings"),
    [
        ("Ada came into the stadium. In the third lane stood Rosa.", ["stadium", "stadium"]),
        ("The airlock closed. Back in the base Omar took off his gloves.", ["spaceship", "space station"]),
        ("Ida was in the museum. A guard led her through the hall.", ["museum", "museum"]),
        ("They stood on the deck. Jon threw the net into the lake.", ["ship", "ship"]),
        ("They stood on the deck. On the quay Jon's aunt was waiting.", ["ship", "harbour"]),
        ("Lena walked in the forest. She led him to the hearth.", ["forest", "room"]),
        ("Lena was in the garden. The tram stopped. She got on.", ["garden", "garden", "bus"]),
        ("Tim ran down the stairs. His aunt sat at the table.", ["staircase", "kitchen"]),
    ],
)
def test_a_place_is_read_with_what_was_told_before(story: str, settings: list[str]) -> None:
    assert list_settings(read(story).moments) == settings


def test_a_description_after_a_name_is_not_of_somebody_with_another_name() -> None:
    story = "Nora nodded. Beside her stood Edda, the small dark girl. Edda smiled. Nora smiled, too."

    assert list_names(read(story)) == ["Edda", "Nora"]


def test_the_noun_before_a_name_tells_its_kind() -> None:
    reading = read("The robot Tik rolled after Vera. “Wait,” said Tik. Vera waited.")

    assert find_person(reading, "Tik").kind == "robot"


def test_who_has_a_little_sister_is_a_child() -> None:
    reading = read("Max got up. His little sister Ella sat at the table. “Good morning,” said Ella.")

    assert {person.age for person in reading.people} == {"child"}
