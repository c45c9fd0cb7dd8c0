"""Whom pronouns and common nouns mean."""

from tests.story.english.stories import find_beat, list_mentioned, read


def test_she_is_the_subject_of_the_sentence_before() -> None:
    story = "Anna gave Maria a letter. She smiled and left the room."

    assert list_mentioned(read(story), story, "She") == ["Anna"]


def test_he_is_the_man_and_she_is_the_woman() -> None:
    story = "Anna met Tom at the bridge. He took off his hat. She shook his hand."

    reading = read(story)

    assert list_mentioned(reading, story, "He") == ["Tom"]
    assert list_mentioned(reading, story, "She") == ["Anna"]


def test_they_are_those_who_acted_together() -> None:
    story = "Hansel and Gretel walked into the forest. They sat down under a tree."

    assert list_mentioned(read(story), story, "They") == ["Gretel", "Hansel"]


def test_a_passive_clause_has_its_agent_after_by() -> None:
    beat = find_beat(read("The door was opened by Anna. Anna came in."), "open")

    assert beat.agents == ("Anna",)
    assert beat.patients == ("door",)


def test_an_inverted_subject_acts() -> None:
    beat = find_beat(read("On a bench sat Anna. Anna fed the ducks."), "sit")

    assert beat.agents == ("Anna",)


def test_it_is_the_thing_told_of_last() -> None:
    beat = find_beat(read("Anna took the newspaper, and then she dropped it. Anna laughed."), "drop")

    assert beat.patients == ("newspaper",)


def test_pronouns_in_a_quotation_are_the_speaker_and_the_other_one() -> None:
    story = "“I saw you, Tom,” said Anna. Tom ran away, and Anna followed Tom."

    reading = read(story)

    assert list_mentioned(reading, story, "“I") == ["Anna"]
    assert list_mentioned(reading, story, "you") == ["Tom"]
