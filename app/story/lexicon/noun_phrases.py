"""Characters named by noun phrases: "the old woman", "a fox", "the youngest", "the king of the ants"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.story.lexicon.entries import CharacterNoun, Lexicon
from app.story.people import Mention
from app.story.prose import Sentence, Word

_FURTHEST_DETERMINER = 4


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase for a character, by word index of its noun.

    `marks` tell people of one noun apart (old, eldest), `adjectives` are the others, `owner` the
    possessive word before it ("his"), `realm` what a king is king of.
    """

    index: int
    noun: CharacterNoun
    marks: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    is_indefinite: bool = False
    owner: str = ""
    realm: str = ""


def find_noun_phrases(sentence: Sentence, lexicon: Lexicon) -> Iterator[NounPhrase]:
    """Yield the people of a sentence who are named by a noun with a determiner, from left to right."""
    if sentence.is_heading:
        return
    words = sentence.words
    for index, word in enumerate(words):
        if lexicon.are_nouns_capitalised and word.text[0].islower():
            continue
        noun = _find_noun(word.lower, lexicon)
        if noun is None:
            noun = _find_ordinal_noun(words, index, lexicon)
        if noun is not None and not _is_part_of_more(words, index, lexicon):
            found = _read_phrase(words, index, noun, lexicon)
            if found:
                yield found


def _find_noun(word: str, lexicon: Lexicon) -> CharacterNoun | None:
    return lexicon.character_nouns.get(word) or lexicon.character_nouns.get(
        word.split("’")[-1].split("'")[-1]
    )


def _find_ordinal_noun(words: Sequence[Word], index: int, lexicon: Lexicon) -> CharacterNoun | None:
    """Return a noun for "the youngest" alone; "the second" needs a noun of its own."""
    ordinal = words[index].lower
    if not ordinal.endswith("est") or ordinal not in lexicon.ordinals:
        return None
    for follower in words[index + 1 : index + 3]:
        if _find_noun(follower.lower, lexicon) and _is_adjacent(words, index):
            return None
    return CharacterNoun(f"The {ordinal.title()}", ordinal)


def _is_adjacent(words: Sequence[Word], index: int) -> bool:
    """Return whether only a blank parts the word from the next one."""
    return (
        index + 1 < len(words) and words[index + 1].start == words[index].start + len(words[index].text) + 1
    )


def _is_part_of_more(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Leave "fox fur", and the "shepherd" of "shepherd boy", to the noun that follows."""
    return (
        _is_adjacent(words, index)
        and not words[index].is_possessive
        and not words[index + 1].text[0].isupper()
        and words[index + 1].lower in lexicon.character_nouns
    )


def _read_phrase(
    words: Sequence[Word], index: int, noun: CharacterNoun, lexicon: Lexicon
) -> NounPhrase | None:
    """Walk back over adjectives to the determiner; without one the noun is no person of the story."""
    adjectives: list[str] = []
    determiner = ""
    unknown = 0
    if words[index].lower not in lexicon.character_nouns and noun.head not in lexicon.ordinals:
        determiner = "the"  # an elided article, as in l’ours
    for back in range(index - 1, max(-1, index - 1 - _FURTHEST_DETERMINER), -1):
        if determiner or not _is_near(words, back):
            break
        word = words[back]
        if word.lower in lexicon.definite or word.lower in lexicon.indefinite or word.is_possessive:
            determiner = word.lower
            before = words[back - 1].lower if back else ""
            if before in lexicon.similes or (word.is_possessive and word.is_spoken):
                return None
            if word.lower in lexicon.modifiers and before in lexicon.definite | {"with"}:
                determiner = before
        elif word.lower in lexicon.modifiers or word.lower in lexicon.ordinals:
            adjectives.insert(0, word.lower)
        elif not unknown and _is_adjacent(words, back) and _may_describe(word, lexicon):
            unknown = 1
        else:
            break
    noun = lexicon.character_nouns.get(f"{determiner} {words[index].lower}", noun)
    if not noun.gender and not noun.is_plural:
        noun = replace(noun, gender=lexicon.article_genders.get(determiner, ""))
    return _build_phrase(words, index, noun, adjectives, determiner, lexicon) if determiner else None


def _may_describe(word: Word, lexicon: Lexicon) -> bool:
    return word.text.islower() and word.lower not in lexicon.stop_words | lexicon.subordinators


def _is_near(words: Sequence[Word], index: int) -> bool:
    gap = words[index + 1].start - (words[index].start + len(words[index].text))
    return gap <= 3


def _build_phrase(
    words: Sequence[Word],
    index: int,
    noun: CharacterNoun,
    adjectives: list[str],
    determiner: str,
    lexicon: Lexicon,
) -> NounPhrase:
    marks = [lexicon.ordinals[word] for word in adjectives if word in lexicon.ordinals]
    marks += ["old"] if {"old", "aged", "ancient", "elderly"} & set(adjectives) else []
    return NounPhrase(
        index=index,
        noun=noun,
        marks=tuple(marks),
        adjectives=tuple(word for word in adjectives if word not in lexicon.ordinals),
        is_indefinite=determiner in lexicon.indefinite,
        owner=determiner if determiner in lexicon.possessives else "",
        realm=_read_realm(words, index, lexicon),
    )


def is_apposition(at: NounPhrase, words: Sequence[Word], last: Mention) -> bool:
    """Return whether a noun between two commas says who was named before: "Tom, the baker, laughed"."""
    if not last.person.proper_name or {last.person.gender, at.noun.gender} == {"male", "female"}:
        return False
    first = at.index - 1 - len(at.adjectives) - len(at.marks)
    if first < 0 or at.is_indefinite or at.noun.is_plural or at.index + 1 >= len(words):
        return False
    after = words[at.index].start + len(words[at.index].text)
    return words[first].start == last.end + 2 and words[at.index + 1].start == after + 2


def _read_realm(words: Sequence[Word], index: int, lexicon: Lexicon) -> str:
    """Read "of the ants" after a king: he is not the king."""
    after = [word.lower for word in words[index + 1 : index + 4]]
    if (
        len(after) == 3
        and after[:2] == ["of", "the"]
        and (noun := lexicon.character_nouns.get(after[2]))
        and noun.is_plural
    ):
        return noun.title
    return ""


def write_title(at: NounPhrase, lexicon: Lexicon) -> str:
    """Return the name on screen: "The Old Woman", "The Second Brother", "The King of the Ants"."""
    if not lexicon.article:
        return at.noun.title
    noun = at.noun.title.split(" ", 1)[1]
    shown = [mark for mark in at.marks if mark != "old" or at.noun.head in lexicon.generic_heads]
    if (
        shown
        and shown[0] in ("eldest", "youngest")
        and at.noun.head in ("brother", "sister", "son", "daughter")
    ):
        noun, shown = shown[0].title(), []
    realm = f" of {at.realm[0].lower()}{at.realm[1:]}" if at.realm else ""
    return " ".join(["The", *(mark.title() for mark in shown), noun]) + realm
