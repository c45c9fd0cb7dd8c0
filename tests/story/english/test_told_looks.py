"""What the narration tells of people's looks and ages, and who is one person under several words."""

import pytest

from app.story.segmentation import cut
from app.vocabulary.looks import CharacterLook
from app.vocabulary.people import Age
from tests.story.english.stories import list_names, read


def look_of(story: str, name: str) -> CharacterLook:
    """Return a character's look in the first scene that has it."""
    for scene in cut(story, "prose", "en"):
        looks = dict(zip(scene.characters, scene.looks, strict=True))
        if (look := looks.get(name)) is not None:
            return look
    raise AssertionError(f"nobody is called {name}")


@pytest.mark.parametrize(
    ("sentence", "age"),
    [
        ("Greta, a potter of seventy, closed the door.", "old"),
        ("Greta, who was in her eighties, closed the door.", "old"),
        ("Greta, aged eleven, closed the door.", "child"),
        ("Greta, a sixteen-year-old runner, closed the door.", "teen"),
        ("Greta closed the door. She had turned eight in June.", "child"),
        ("Greta closed the door. She was seventy-one years old.", "old"),
    ],
)
def test_years_tell_an_age(sentence: str, age: Age) -> None:
    assert look_of(sentence, "Greta").age == age


@pytest.mark.parametrize(
    ("story", "name", "age"),
    [
        ("Paul sat down. He was ten. His sister Ida sat beside him. Ida laughed.", "Ida", "child"),
        ("Paul sat down. His grandson Max laughed. Max was seven.", "Paul", "old"),
        ("Old Paul sat down. His daughter Ida brought the tea.", "Ida", "adult"),
        ("Ida sat down. She was fifteen. Her little brother Max laughed.", "Max", "child"),
    ],
)
def test_kinship_tells_an_age(story: str, name: str, age: Age) -> None:
    assert look_of(story, name).age == age


def test_clothes_and_hair_are_told_in_many_ways() -> None:
    story = (
        "A tall man with a black beard and round glasses came in. He wore a green coat and a straw hat. "
        "Nina sat at the bar in a yellow dress. Her hair was short and red. The man waved at Nina."
    )

    man, nina = look_of(story, "The Tall Man"), look_of(story, "Nina")

    assert (man.beard, man.hair_colour, man.worn) == ("full", "black", ("glasses",))
    assert (man.clothes, man.clothes_colour, man.headwear) == ("coat", "green", "straw")
    assert (nina.clothes, nina.clothes_colour, nina.hair_colour) == ("dress", "yellow", "red")


@pytest.mark.parametrize(
    ("sentence", "worn"),
    [
        ("Omar, who had a bandage round his head, sat down.", "head bandage"),
        ("Omar sat down with his arm in a sling.", "sling"),
        ("Omar, a man with an eye patch, sat down.", "eye patch"),
        ("Omar tied his blue scarf and sat down.", "blue scarf"),
        ("Omar, a sailor with a wooden leg, sat down.", "wooden leg"),
    ],
)
def test_accessories_are_worn_for_the_whole_story(sentence: str, worn: str) -> None:
    assert look_of(f"{sentence} Omar smiled.", "Omar").worn == (worn,)


def test_what_is_not_worn_is_not_told() -> None:
    look = look_of("Omar had not taken his hat. Omar took off his scarf and sat down.", "Omar")

    assert look.headwear is None


@pytest.mark.parametrize(
    ("story", "names"),
    [
        ("The nurse, a tall man in a blue cap, opened the door. The nurse waved.", ["The Nurse"]),
        ("The guard, a bear of a man, opened the door. The guard waved.", ["The Guard"]),
        ("Their dog, an old collie named Bo, ran ahead. Bo barked.", ["Bo"]),
        ("The robot, a dented machine called Zed, rolled in. Zed waved.", ["Zed"]),
        ("Milo, the engineer, slept. The engineer snored.", ["Milo"]),
        ("I was twelve. They called me Robin. I ran to the sea.", ["Robin"]),
    ],
)
def test_an_apposition_is_the_same_person(story: str, names: list[str]) -> None:
    assert list_names(read(story)) == names


@pytest.mark.parametrize(
    ("story", "names"),
    [
        (
            "My grandmother Rosa was old. Kai waved. “Come,” said Grandma. Kai smiled.",
            ["Kai", "Narrator", "Rosa"],
        ),
        ("There was a king. The king was blind. The old king wept.", ["The King"]),
        ("A beggar knocked. She was an old woman. The beggar smiled.", ["The Beggar"]),
    ],
)
def test_a_description_finds_whom_it_describes(story: str, names: list[str]) -> None:
    assert list_names(read(story)) == names


def test_relatives_by_blood_have_one_skin() -> None:
    story = "Ruth baked bread. Her grandson Timo ran in. Her daughter Mia laughed. Timo ate. Mia sat down."

    looks = [look_of(story, name) for name in ("Ruth", "Timo", "Mia")]

    assert looks[0].skin
    assert {look.skin for look in looks} == {looks[0].skin}


def test_a_collective_noun_is_a_group() -> None:
    assert look_of("The team ran onto the field. The team waved.", "The Team").is_group
