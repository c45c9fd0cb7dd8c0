"""The mood of a scene, by the words that express it."""

from collections import Counter
from collections.abc import Sequence

from app.story.lexicon.entries import Lexicon
from app.story.prose import Sentence

_CALM = "calm"


def find_mood(sentences: Sequence[Sentence], lexicon: Lexicon, weather: str | None = None) -> str:
    """Return the mood that most words of the scene express: of equals the strongest, of none "calm".

    A weather counts as one word more.
    """
    counts = Counter(
        lexicon.moods[word] for word in (*_list_words(sentences), weather or "") if word in lexicon.moods
    )
    order = list(dict.fromkeys(lexicon.moods.values()))
    return max(counts, key=lambda mood: (counts[mood], -order.index(mood)), default=_CALM)


def _list_words(sentences: Sequence[Sentence]) -> list[str]:
    return [word.lower for sentence in sentences for word in sentence.words]
