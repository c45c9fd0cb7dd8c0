"""Readings of short stories, for tests."""

from collections.abc import Sequence

from app.story import prose
from app.story.beat import Beat
from app.story.english import reader
from app.story.english.parser import load_parser
from app.story.location import Location
from app.story.people import Person
from app.story.reading import Moment, StoryReading


def read(story: str) -> StoryReading:
    """Return the reading of a story that begins anywhere, by day."""
    parser = load_parser()
    assert parser is not None
    return reader.read(prose.read(story, "en"), parser, Location())


def list_names(reading: StoryReading) -> list[str]:
    """Return the names of the cast, in alphabetical order."""
    return sorted(person.name for person in reading.people)


def find_person(reading: StoryReading, name: str) -> Person:
    """Return the character of a name."""
    return next(person for person in reading.people if person.name == name)


def list_mentioned(reading: StoryReading, story: str, words: str) -> list[str]:
    """Return whom the first mention that ends where some words of the story end stands for."""
    end = story.index(words) + len(words)
    mentions = (mention for sentence in reading.mentions for mention in sentence)
    return sorted(mention.person.name for mention in mentions if mention.end == end)


def list_speakers(reading: StoryReading) -> list[str]:
    """Return who speaks, quotation by quotation; "" for nobody."""
    return [speech.speaker.name if speech.speaker else "" for speech in reading.speeches]


def list_seen(reading: StoryReading) -> list[str]:
    """Return the verbs that happen before the camera, in their order."""
    return [beat.verb for beat in reading.beats if beat.status == "seen"]


def find_beat(reading: StoryReading, verb: str) -> Beat:
    """Return the first beat of a verb."""
    return next(beat for beat in reading.beats if beat.verb == verb)


def list_settings(moments: Sequence[Moment]) -> list[str]:
    """Return where each sentence plays."""
    return [moment.location.setting for moment in moments]
