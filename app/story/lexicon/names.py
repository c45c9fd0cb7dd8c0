"""Proper names in a story: capitalised words, with the evidence that they name a character."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from app.story.lexicon.entries import Lexicon
from app.story.prose import Sentence, Word

_PLACE_PREPOSITIONS = frozenset(
    ["in", "at", "to", "from", "near", "through", "into", "of", "à", "en", "nach"]
)
_LONGEST_NAME = 4
_WORDS_OF_A_SKETCH = 150


@dataclass(frozen=True, slots=True)
class NameAt:
    """A proper name in a sentence, by word index; `honorific` is the title before it ("Mr", "King")."""

    index: int
    length: int
    name: str
    honorific: str = ""


@dataclass
class _Evidence:
    """What speaks for and against a capitalised word being the name of a character."""

    mentions: int = 0
    inside: int = 0
    personal: int = 0
    located: int = 0
    articled: int = 0
    acting: int = 0

    def is_convincing(self, needs_person: bool) -> bool:
        if needs_person:
            return self.personal > 0
        if self.articled * 2 > self.mentions:
            return False  # "the Kittiwake" is a ship
        if self.located * 2 > self.mentions and self.personal * 2 < self.mentions:
            return False
        often = self.mentions >= 2 and (self.inside >= 1 or self.acting >= 1)
        return self.personal > 0 or often or self.mentions >= 4


def find_names(
    sentences: Sequence[Sentence], lexicon: Lexicon, known: Collection[str] = ()
) -> list[list[NameAt]]:
    """Find the proper names of people in each sentence; a capital at its beginning proves nothing alone."""
    ordinary = {
        word.lower
        for sentence in sentences
        for word in sentence.words
        if word.text[0].islower() and not word.is_possessive
    }
    groups = [list(_find_candidates(sentence, lexicon, ordinary)) for sentence in sentences]
    evidence: dict[str, _Evidence] = {}
    for sentence, found in zip(sentences, groups, strict=True):
        for at in found:
            _add_evidence(evidence.setdefault(at.name, _Evidence()), sentence.words, at, lexicon)
    needs_person = lexicon.are_nouns_capitalised
    accepted = {
        name for name, proof in evidence.items() if name in known or proof.is_convincing(needs_person)
    }
    is_sketch = sum(len(sentence.words) for sentence in sentences) <= _WORDS_OF_A_SKETCH
    if is_sketch and not accepted and not needs_person:
        # "Mara found a lantern" may be all that a short text says of the only person in it.
        accepted = {name for name, proof in evidence.items() if proof.acting and not proof.articled}
    longer = _map_longer_names(evidence, accepted)
    return [[_rename(at, longer) for at in found if at.name in accepted] for found in groups]


def _find_candidates(sentence: Sentence, lexicon: Lexicon, ordinary: set[str]) -> Iterator[NameAt]:
    """Yield runs of capitalised words that could be names."""
    if sentence.is_heading:
        return
    words, index = sentence.words, 0
    while index < len(words):
        end = index
        while end < len(words) and end - index < _LONGEST_NAME and _is_candidate(words, end, index, lexicon):
            end += 1
        if end > index and not all(word.lower in ordinary for word in words[index:end]):
            before = words[index - 1] if index else None
            titled = before is not None and before.text[0].isupper() and before.lower in lexicon.honorifics
            name = " ".join(word.text for word in words[index:end])
            yield NameAt(index, end - index, name, before.lower if titled and before else "")
        index = max(end, index + 1)


def _is_candidate(words: Sequence[Word], index: int, first: int, lexicon: Lexicon) -> bool:
    word = words[index]
    if not word.text[0].isupper() or len(word.text) < 2 or word.lower in lexicon.not_names:
        return False
    if word.text.isupper() and len(word.text) > 3:
        return False
    if index > first:
        previous = words[index - 1]
        adjacent = word.start == previous.start + len(previous.text) + 1
        return adjacent and not previous.is_possessive
    return word.lower not in lexicon.character_nouns and word.lower not in lexicon.honorifics


def _add_evidence(proof: _Evidence, words: Sequence[Word], at: NameAt, lexicon: Lexicon) -> None:
    before = words[at.index - 1] if at.index else None
    end = at.index + at.length
    after = words[end] if end < len(words) else None
    proof.mentions += 1
    is_inside = before is not None and words[at.index].start - (before.start + len(before.text)) == 1
    proof.inside += is_inside
    proof.located += before is not None and before.lower in _PLACE_PREPOSITIONS
    articles = lexicon.definite | lexicon.indefinite if not at.honorific else frozenset[str]()
    proof.articled += is_inside and before is not None and before.lower in articles
    speaks = (before is not None and before.lower in lexicon.speech_verbs and is_inside) or (
        after is not None
        and after.lower in lexicon.speech_verbs
        and after.is_spoken == words[at.index].is_spoken
    )
    acts = after is not None and (after.lower.endswith("ed") or after.lower in lexicon.acts)
    proof.acting += acts
    is_called = before is not None and before.lower in lexicon.naming_words
    is_role = before is not None and before.lower in lexicon.character_nouns and is_inside
    owns = words[end - 1].is_possessive and not lexicon.are_nouns_capitalised
    proof.personal += bool(at.honorific) or speaks or is_called or is_role or owns or (acts and is_inside)


def _map_longer_names(evidence: dict[str, _Evidence], accepted: set[str]) -> dict[str, str]:
    """Map "Tom" to "Tom Thumb" where exactly one longer name begins or ends with it."""
    parts: Counter[str] = Counter()
    whole: dict[str, str] = {}
    for name in accepted:
        pieces = name.split()
        for part in {pieces[0], pieces[-1]} if len(pieces) > 1 else ():
            parts[part] += 1
            whole[part] = name
    renamed = {}
    for part, name in whole.items():
        if parts[part] == 1 and part in accepted:
            often = evidence[part].mentions >= 3 * evidence[name].mentions
            renamed.update({name: part} if often else {part: name})
    return renamed


def _rename(at: NameAt, longer: dict[str, str]) -> NameAt:
    return NameAt(at.index, at.length, longer.get(at.name, at.name), at.honorific)
