"""Names by cue words: what a noun between commas says of the one named before it."""

from app.story import prose
from app.story.lexicon.reader import read


def test_a_noun_between_commas_is_the_one_named_before_it() -> None:
    story = "Herr Krause, der Hausmeister, wischte den Flur. Der Hausmeister lachte."

    assert [person.name for person in read(prose.read(story, "de"), "de").people] == ["Krause"]


def test_a_list_of_people_names_each_of_them() -> None:
    story = "Da kamen der König, die Königin, der Prinz und zwei Hunde."

    names = [person.name for person in read(prose.read(story, "de"), "de").people]
    assert names == ["Der König", "Die Königin", "Der Prinz", "Die Hunde"]
