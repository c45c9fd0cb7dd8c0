"""What an act is done to: the object of a clause, the thing that "it" means, and the nouns of things."""

from spacy.tokens import Token

from app.story.english.clauses import find_object, find_particle, get_lemma
from app.story.english.phrases import read_phrase
from app.story.lexicon.entries import words
from app.vocabulary.actions import Action
from app.vocabulary.things.names import THING_NAMES
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.wordnet.verbs import find_verb

# Parts and amounts, of which one sees the whole or the stuff: "the edge of the bed", "a slice of bread".
_PARTS = words(
    "edge side end foot top back corner middle front bottom head arm rim brink rest pair piece slice bunch "
    "lump pile handful stack bundle set row heap hunk chunk couple armful half part kind sort stump"
)
_AIMED = frozenset(["at", "after", "for", "of"])
_TOUCHED = frozenset(["on", "onto", "to"])
_POSTURES = frozenset([Action.SIT, Action.STAND, Action.LIE, Action.KNEEL, Action.SLEEP])
_THING_REACH = 45  # tokens


def find_patient(verb: Token) -> Token | None:
    """Return what an act is done to: the direct object, or that of a preposition as in "look at the hat"."""
    found = find_object(verb)
    if found is not None:
        return find_part(found)
    for child in verb.children:
        if child.dep_ != "prep" or child.i < verb.i:
            continue
        is_touched = child.lower_ in _TOUCHED and not _is_placed(verb)
        if (
            child.lower_ in _AIMED
            or is_touched
            or (child.lower_ in ("up", "down") and verb.lemma_ == "climb")
        ):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def find_part(noun: Token) -> Token:
    """Return the cup of "a little of the cup", and any other noun itself."""
    is_known = find_noun(noun.lemma_.lower()) is not None and noun.lemma_.lower() not in _PARTS
    if noun.pos_ in ("PRON", "PROPN") or is_known:
        return noun
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    return next((inner for inner in of.children if inner.dep_ == "pobj"), noun) if of is not None else noun


def _is_placed(verb: Token) -> bool:
    """Return whether a preposition after a verb tells where somebody is or goes."""
    known = find_verb(get_lemma(verb), find_particle(verb))
    return known is not None and (known.is_motion or known.action in _POSTURES)


def name_thing(noun: Token) -> str:
    """Return the noun of a thing, of two words where the parser parts what has a name of its own."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    whole = f"{noun.lemma_} {after.lemma_}".lower() if after is not None and after.dep_ == "oprd" else ""
    return whole if whole in THING_NAMES else read_phrase(noun).lemma


def find_last_thing(pronoun: Token) -> Token | None:
    """Return the last thing that "it" may mean, one that is acted on or acts rather than another."""
    near = pronoun.doc[max(0, pronoun.i - _THING_REACH) : pronoun.i]
    things = [token for token in near if token.tag_ == "NN" and is_thing(token)]
    central = [token for token in things if token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "conj")]
    return next(reversed(central or things), None)


def is_thing(token: Token) -> bool:
    """Return whether a token is a noun that names no living being and nothing unseen."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    noun = find_noun(token.lemma_.lower())
    return noun is None or noun.noun_class not in (NounClass.PERSON, NounClass.ANIMAL, NounClass.NOTHING)
