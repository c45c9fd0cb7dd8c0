"""The reader by cue words: of languages that are not parsed, and of English without a parser."""

from collections.abc import Collection

from app.story.lexicon import casting, get_lexicon
from app.story.lexicon.deeds import find_beats
from app.story.lexicon.speakers import find_speeches
from app.story.prose import Prose
from app.story.reading import StoryReading


def read(story: Prose, language: str, known: Collection[str] = ()) -> StoryReading:
    """Return cast, mentions, speeches and beats of a story, in time linear in its length.

    `known` are names of characters that need no further evidence.
    """
    lexicon = get_lexicon(language)
    cast = casting.find_cast(story, lexicon, known)
    speeches = tuple(find_speeches(story, cast.mentions, lexicon))
    beats = tuple(find_beats(story, cast.mentions, lexicon.deeds))
    return StoryReading(cast.people, cast.mentions, speeches, beats=beats)
