"""The spans of a reading index the story itself."""

import pytest

from tests.story.english.stories import list_speakers, read

_OPENINGS = [("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")]


@pytest.mark.parametrize(("opening", "closing"), _OPENINGS)
def test_each_style_of_quotation_has_its_words_and_its_speaker(opening: str, closing: str) -> None:
    story = f"Tom opened the door. {opening}Come in, Anna,{closing} said Tom. Anna sat down."

    reading = read(story)

    assert [story[one.start : one.end] for one in reading.speeches] == ["Come in, Anna,"]
    assert list_speakers(reading) == ["Tom"]


def test_mentions_reproduce_their_words_around_a_quotation_in_a_wrapped_line() -> None:
    story = "The old miller shook\nhis head. “We have\nnone,” he said, and the old miller\nshut the door."

    reading = read(story)

    mentions = [mention for sentence in reading.mentions for mention in sentence if not mention.is_spoken]
    assert [story[one.start : one.end] for one in mentions] == [
        "The old miller",
        "his",
        "he",
        "the old miller",
    ]


def test_beats_reproduce_their_clauses_after_a_quotation() -> None:
    story = "“I am not afraid,” said Anna.\n\nShe took the lamp and climbed the stairs."

    reading = read(story)

    spans = {beat.verb: story[beat.start : beat.end] for beat in reading.beats}
    assert spans["take"].startswith("She took the lamp")
    assert spans["climb"] == "climbed the stairs"


def test_every_span_lies_in_the_sentence_that_it_belongs_to() -> None:
    story = "Tom ran. “Wait!” cried Anna. ‘No,’ he said. They laughed — and Anna threw the ball to him."

    reading = read(story)

    assert all(story[m.start : m.end].strip() for sentence in reading.mentions for m in sentence)
    assert all(0 <= beat.start < beat.end <= len(story) for beat in reading.beats)
