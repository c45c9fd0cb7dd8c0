"""The nouns of an English text: the things and the people that it tells of."""

import re
from collections.abc import Iterator

from app.story.lexicon.entries import words
from app.vocabulary.plurals import singularize
from app.vocabulary.things.table import find_thing
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

_UNSEEN = (NounClass.NOTHING, NounClass.BODY_PART, NounClass.PLACE, NounClass.PERSON, NounClass.ANIMAL)
_MOST_THINGS = 3
_LIVING = (NounClass.PERSON, NounClass.ANIMAL, NounClass.ROBOT)
_WORD_OR_MARK = re.compile(r"[^\W\d_]+|[.,;:!?—’']")
_REACH = 3  # words from an article to its noun
_ARTICLES = words("a an the his her its their my our your this that these those two three four five some")
_COMPARING = words("like as")
# Forms of verbs that are nouns, too, and much rarer ones.
_NO_NOUNS = words(
    "fell still put light lights left saw felt rose shot bit lay found sweet sound sounds run sang"
)


def find_things(text: str) -> tuple[str, ...]:
    """Return the nouns of the things that an English text tells of, the first ones first."""
    return tuple(dict.fromkeys(filter(is_visible_thing, _list_nouns(text))))[:_MOST_THINGS]


def has_people(text: str) -> bool:
    """Return whether an English text tells of people or animals, by nouns."""
    found = map(find_noun, _list_nouns(text))
    return any(noun is not None and noun.noun_class in _LIVING for noun in found)


def _list_nouns(text: str) -> Iterator[str]:
    """Yield the words of a text that follow an article or the like; what is only compared is left out."""
    told = _WORD_OR_MARK.findall(text.casefold())
    for at, word in enumerate(told):
        before = _cut_at_mark(told[max(0, at - _REACH) : at])
        if is_modifier(word, *told[at + 1 : at + 2]):
            continue
        if word not in _NO_NOUNS and not _ARTICLES.isdisjoint(before) and _COMPARING.isdisjoint(before):
            yield singularize(word)


def _cut_at_mark(before: list[str]) -> list[str]:
    """Return the words after the last mark of some words."""
    marks = [place for place, word in enumerate(before) if word in ".,;:!?—"]
    return before[marks[-1] + 1 :] if marks else before


def is_modifier(word: str, following: str = "") -> bool:
    """Return whether a noun only tells of the thing right after it: "glass doors", "chestnut trees"."""
    is_pair = bool(following) and following.isalpha() and following not in _NO_NOUNS
    return is_pair and find_thing(word) is not None and find_thing(singularize(following)) is not None


def is_visible_thing(noun: str) -> bool:
    """Return whether a noun names a thing that can be seen."""
    found = find_noun(noun)
    if found is None:
        return " " in noun and find_thing(noun) is not None
    return found.noun_class not in _UNSEEN
