"""Who is in a story, and what they are called."""

import pytest

from app.story import prose
from app.story.lexicon import casting, get_lexicon


def people(story: str, language: str = "en") -> list[str]:
    found = casting.find_cast(prose.read(story, language), get_lexicon(language))
    seen = {mention.person.name for at in found.mentions for mention in at if mention.weight >= 0.5}
    return sorted(seen)


@pytest.mark.parametrize(
    ("story", "cast"),
    [
        ("Suddenly it rained. However, Tom ran. Then Tom hid. Tomorrow came.", ["Tom"]),
        ("In Paris it snowed. They left Paris. Paris slept.", []),
        ("The boy was called Hans. The boy ran. Hans fell.", ["Hans"]),
        ("There stood a goat, whose name was Button. Button ran.", ["Button"]),
        ("The fox met the cat. Mr Fox bowed.", ["The Cat", "The Fox"]),
        ("An old woman came. The old woman was in truth a witch. The witch ate.", ["The Witch"]),
        ("The youngest laughed. The youngest brother ran.", ["The Youngest"]),
        ("The king of the ants came to the king.", ["The King", "The King of the Ants"]),
        ("The king's daughter slept.", ["The Daughter"]),
        ("He ran like a wolf.", []),
        ("The cobbler sang. The shoemaker slept.", ["The Shoemaker"]),
        ("The ship came. The Kittiwake sank. The Kittiwake lay there.", []),
        (
            "A miller had a wife. His wife sang. The mother wept. The mother ran.",
            ["The Miller", "The Mother"],
        ),
    ],
)
def test_people_are_named_once_and_things_never(story: str, cast: list[str]) -> None:
    assert people(story) == cast


def test_german_nouns_are_no_names() -> None:
    assert people("Der Tisch stand im Haus. „Komm“, sagte Hänsel. Hänsel lief zum Brunnen.", "de") == [
        "Hänsel"
    ]
