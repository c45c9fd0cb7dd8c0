"""The reader by cue words: of languages that are not parsed, and of English without a parser."""

from collections.abc import Collection

from app.story.lexicon import casting, get_lexicon
from app.story.lexicon.speakers import find_speeches
from app.story.prose import Prose
from app.story.reading import StoryReading


def read(story: Prose, language: str, known: Collection[str] = ()) -> StoryReading:
    """Return cast, mentions and speeches of a story, in time linear in its length; it finds no beats.

    `known` are names of characters that need no further evidence.
    """
    lexicon = get_lexicon(language)
    cast = casting.find_cast(story, lexicon, known)
    return StoryReading(cast.people, cast.mentions, tuple(find_speeches(story, cast.mentions, lexicon)))
