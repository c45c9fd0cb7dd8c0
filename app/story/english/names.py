"""Proper names of a story: the evidence that a capitalised noun phrase names a character."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from app.story.english.naming import find_called
from app.story.english.passages import STUB, Passage
from app.story.english.phrases import TITLES, Phrase, is_character_noun, is_head, read_phrase
from app.story.lexicon.entries import words
from app.story.prose import Prose
from app.vocabulary.first_names import find_name_gender
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.wordnet.verbs import find_verb

_PLACES = frozenset(["GPE", "LOC", "FAC", "ORG", "WORK_OF_ART", "DATE", "NORP", "EVENT", "PRODUCT"])
_LOCATIVES = words("in at to from near through into of on over across under past toward towards")
_VOCATIVE = re.compile(r"(?:^|[,;.!?…—-] ?)([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[,.!?…]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_NEVER = words("i god lord heaven heavens goodness christ yes no oh ah well please thanks hello hi hey")


@dataclass(slots=True)
class Evidence:
    """What speaks for and against a name being a character's, counted over the whole story."""

    counts: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)

    @property
    def is_place(self) -> bool:
        """Whether the name is more often a place's."""
        counts = self.counts
        is_taken_for_one = counts["act"] < 2 and 2 * counts["place"] > counts["mentions"]
        return is_taken_for_one or 2 * counts["located"] > counts["mentions"]

    @property
    def is_character(self) -> bool:
        """Whether the name is convincingly a character's."""
        counts = self.counts
        voiced = (
            counts["speech"] + counts["title"] + counts["who"] + counts["is character"] + counts["called"]
        )
        if voiced:
            return True
        if counts["article"] * 2 > counts["mentions"]:
            return counts["character noun"] > 0 and counts["act"] + counts["mind"] > 0
        if self.is_place:
            return counts["vocative"] > 0 and counts["act"] + counts["mind"] > 0
        human = (
            2 * counts["vocative"] + 2 * counts["mind"] + counts["person"] + counts["act"] + counts["owner"]
        )
        return human + 2 * counts["first name"] >= 2


class Names:
    """All names of a story with their evidence."""

    def __init__(self, prose: Prose, passages: Sequence[Passage], known: Collection[str] = ()) -> None:
        self._evidence: dict[tuple[str, ...], Evidence] = defaultdict(Evidence)
        self._lower: Counter[str] = Counter()
        self._called: Counter[str] = Counter()
        self._ordinary = {word for word in _WORD.findall(prose.text) if word[0].islower()}
        for passage in passages:
            for token in passage.doc:
                if token.pos_ == "NOUN" and token.text.islower():
                    self._lower[token.lemma_] += 1
                if token.text[0].isupper() and is_head(token):
                    self._count(token)
        self._count_vocatives(prose)
        self._accepted = {key for key, evidence in self._evidence.items() if evidence.is_character}
        self._accepted |= {tuple(name.split()) for name in known}
        self._words = {word for key in self._accepted for word in key}

    def is_character(self, phrase: Phrase) -> bool:
        """Return whether a phrase with a name means a character."""
        key = phrase.name_words
        if key in self._accepted:
            return True
        evidence = self._evidence.get(key)
        if evidence is None:
            return False
        if len(key) == 1:
            return key[0] in self._words
        return (key[0],) in self._accepted and not evidence.is_place

    def has_accepted(self, name: str) -> bool:
        """Return whether the narration uses a name as a character's."""
        return tuple(name.split()) in self._accepted

    def is_vocative(self, name: str) -> bool:
        """Return whether a name that only quotations have is called by somebody."""
        first = name.split()[0]
        word = first.lower()
        if word in _NEVER or word in TITLES or word in self._ordinary:
            return False
        if find_name_gender(first) != "neutral":
            return True
        is_word = find_noun(word) is not None or find_verb(word) is not None or not word.isalpha()
        return self._called[name] > 1 and not is_word

    def is_animal(self, phrase: Phrase) -> bool:
        """Return whether a bare name is an animal's noun, as Fox is in a fable."""
        evidence = self._evidence.get(phrase.name_words)
        is_common = phrase.noun is not None and phrase.noun.species == phrase.lemma
        is_first_name = evidence is not None and evidence.counts["first name"] > 0
        return self._lower[phrase.lemma] > 0 or (is_common and not is_first_name)

    def _count(self, token: Token) -> None:
        phrase = read_phrase(token)
        key = phrase.name_words
        if not key or phrase.is_plural or token.text == STUB or key[0].lower() in _NEVER:
            return
        evidence = self._evidence[key]
        counts = evidence.counts
        counts["mentions"] += 1
        counts["title"] += (bool(phrase.title) and phrase.noun is None) or phrase.title in (
            "mr",
            "mrs",
            "miss",
            "ms",
            "dr",
        )
        counts["article"] += any(child.lower_ in ("the", "a", "an") for child in token.children)
        counts["person"] += token.ent_type_ == "PERSON"
        is_acting = token.dep_ == "nsubj" and token.ent_type_ == "DATE"
        counts["place"] += token.ent_type_ in _PLACES and not is_acting
        counts["first name"] = int(find_name_gender(key[0]) != "neutral")
        counts["located"] += token.dep_ == "pobj" and token.head.lower_ in _LOCATIVES
        counts["owner"] += token.dep_ == "poss"
        counts["character noun"] += is_character_noun(phrase.noun)
        counts["who"] += any(
            c.dep_ == "relcl" and any(g.lower_ == "who" for g in c.children) for c in token.children
        )
        apposed = (child for child in token.children if child.dep_ == "appos" and child.tag_ == "NN")
        counts["is character"] += any(is_character_noun(find_noun(c.lemma_.lower())) for c in apposed)
        is_given = token.dep_ == "oprd" and token.head.lemma_ in ("call", "name")
        counts["called"] += is_given or find_called(token) is not None
        self._count_acts(token, counts)

    def _count_acts(self, token: Token, counts: Counter[str]) -> None:
        head = token
        while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        if head.dep_ not in ("nsubj", "nsubjpass"):
            return
        governor = head.head
        if governor.lemma_ == "be":
            attributes = [c for c in governor.children if c.dep_ == "attr"]
            counts["is character"] += any(is_character_noun(find_noun(c.lemma_.lower())) for c in attributes)
            return
        verb = find_verb(governor.lemma_.lower())
        if verb is None or governor.pos_ != "VERB":
            return
        near = range(max(0, governor.i - 6), min(len(governor.doc), governor.i + 8))
        has_quote = any(governor.doc[i].text == STUB for i in near)
        counts["speech"] += verb.is_speech and has_quote
        counts["mind"] += verb.is_mental
        counts["act"] += verb.action is not None and head.dep_ == "nsubj"

    def _count_vocatives(self, prose: Prose) -> None:
        for start, end in prose.quotes:
            for match in _VOCATIVE.finditer(prose.text[start:end]):
                key = tuple(match[1].split())
                self._called[match[1]] += 1
                if key in self._evidence and key[0].lower() not in _NEVER:
                    self._evidence[key].counts["vocative"] += 1
