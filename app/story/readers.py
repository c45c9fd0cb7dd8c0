"""The choice of a reader: English prose is parsed, other languages are read by their lexicons."""

import threading
from collections.abc import Callable, Collection

from app.story.english.parser import load_parser
from app.story.lexicon import reader as lexicon_reader
from app.story.location import Location
from app.story.prose import Prose
from app.story.reading import StoryReading

Reader = Callable[[Prose, str, Location, Collection[str]], StoryReading]
"""Reads prose in a language; the story stands at a location, and some names are known already."""
LONGEST_SCENE = 5000
"""The most characters of a scene added by hand that are parsed: a request waits for it."""
# The parser is loaded once, and what it remembers of a story is freed after it for all threads at once.
_parsing = threading.Lock()


def is_parsed() -> bool:
    """Return whether English stories are read over a parse; it loads the parser."""
    with _parsing:
        return load_parser() is not None


def read_prose(story: Prose, language: str, before: Location, known: Collection[str] = ()) -> StoryReading:
    """Read a story's prose; `before` is where it stands, `known` are characters established elsewhere.

    English is read over a dependency parse where a model of the parser can be loaded.
    """
    if language != "en":
        return lexicon_reader.read(story, language, known)
    with _parsing:
        parser = load_parser()
        if parser is None:
            return lexicon_reader.read(story, language, known)
        from app.story.english import reader

        return reader.read(story, parser, before, known)


def read_scene(story: Prose, language: str, before: Location, known: Collection[str] = ()) -> StoryReading:
    """Read a scene that is added by hand, as `read_prose` does; a long one is read by cue words."""
    if len(story.text) > LONGEST_SCENE:
        return lexicon_reader.read(story, language, known)
    return read_prose(story, language, before, known)
