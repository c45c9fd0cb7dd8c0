"""What a clause tells of being in, on or before a place, and of going in and out."""

from spacy.tokens import Span, Token

from app.story.english.clauses import find_subject
from app.story.english.place_claims import LOOKING, find_governing_verb, is_moved_by_character, is_real
from app.story.english.place_parts import HEARTHS, ROOMS_OF_FURNITURE, ROOMS_OF_SEATS
from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.wordnet.verbs import find_verb

_SURFACES = frozenset(["top", "roof", "side", "front", "foot", "edge", "hood", "bonnet"])
WITHIN = frozenset(["inside", "indoors", "within"])
_STEPPING = frozenset(["step", "get", "climb", "go", "come", "run", "walk", "rush", "hurry", "crawl", "jump"])
WITHOUT = frozenset(["outside", "outdoors"])
_AT_FURNITURE = frozenset(["in", "into", "on", "onto", "over", "under", "beside", "above"])
_AT_HEARTH = _AT_FURNITURE | {"to", "at", "by", "before", "from", "near"}
_BOARDING = frozenset(["get", "climb", "jump", "step", "hop", "scramble", "clamber", "pile"])
_BESIDE = frozenset(["outside", "before", "behind", "past", "near", "by", "opposite", "of", "from"])
_HALTING = frozenset(["arrive", "stop", "halt", "meet", "wait", "knock", "point"])
# Places under a roof that one is "on".
_DECKS = frozenset(
    [
        *(Setting.BUS, Setting.TRAIN_CARRIAGE, Setting.UNDERGROUND_TRAIN, Setting.AEROPLANE, Setting.SHIP),
        *(Setting.STAIRCASE, Setting.STAIRWELL, Setting.SPACESHIP, Setting.SPACE_STATION),
    ]
)
# Houses that people go to in order to be inside, and where one is who is outside them all the same.
PUBLIC_ROOMS = frozenset(
    [
        *(
            Setting.CAFE,
            Setting.RESTAURANT,
            Setting.AIRPORT,
            Setting.HOTEL,
            Setting.HOSPITAL,
            Setting.FACTORY,
            Setting.INN,
            Setting.SUPERMARKET,
            Setting.BAKERY,
            Setting.PHARMACY,
        ),
        *(Setting.POST_OFFICE, Setting.CINEMA, Setting.THEATRE, Setting.MUSEUM, Setting.POLICE_STATION),
    ]
)


def find_room_of(token: Token) -> Setting | None:
    """Return the room of a piece of furniture that somebody is in or on: a bed's, a throne's."""
    is_compound = any(child.dep_ in ("compound", "prep") for child in token.children)
    is_in = token.dep_ == "pobj" and token.head.lower_ in _AT_FURNITURE
    return (
        ROOMS_OF_FURNITURE.get(token.lemma_.lower()) if is_in and not is_compound and is_real(token) else None
    )


def find_room_of_seat(token: Token) -> Setting | None:
    """Return the room of a table or a seat at which somebody sits."""
    is_at = token.dep_ == "pobj" and token.head.lower_ in (*_AT_FURNITURE, "at", "by")
    return ROOMS_OF_SEATS.get(token.lemma_.lower()) if is_at and is_real(token) else None


def is_at_hearth(token: Token) -> bool:
    """Return whether a word tells that the story is in a house: its hearth, or a knock at its door."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and lemma in ("knock", "knocking"):
        return token.dep_ in ("nsubj", "attr") and is_real(token)
    is_at = token.dep_ == "pobj" and token.head.lower_ in _AT_HEARTH
    return lemma in HEARTHS and is_at and is_real(token)


def is_boarding(token: Token) -> bool:
    """Return whether somebody gets into what has just stopped, or sits down in it."""
    if token.pos_ != "VERB" or not is_real(token) or not is_moved_by_character(token):
        return False
    lemma = token.lemma_.lower()
    bare = {
        one.lower_
        for one in token.children
        if one.dep_ in ("prt", "prep", "advmod") and not list(one.children)
    }
    if lemma in _BOARDING:
        return bool(bare & {"on", "in", "aboard", "inside"})
    seats = {one.lemma_.lower() for one in token.children if one.dep_ == "dobj"}
    is_aside = any(one.lower_ in ("beside", "next", "behind") for one in token.children)
    return (lemma == "sit" and "down" in bare and is_aside) or (lemma in ("take", "find") and "seat" in seats)


def is_in_public(token: Token, preposition: str) -> bool:
    """Return whether a preposition before a public building tells that somebody is inside."""
    verb = find_governing_verb(token) if preposition == "at" else None
    is_halted = verb is not None and verb.lemma_.lower() in _HALTING
    return preposition not in _BESIDE and not is_halted


def is_laid_table(sentence: Span) -> bool:
    """Return whether people have tea at a table."""
    words = {token.lemma_.lower() for token in sentence}
    return "table" in words and bool(words & {"tea", "teapot", "teacup"})


def leads_in(token: Token) -> bool:
    return token.lower_ in WITHIN and token.dep_ in ("advmod", "prep", "npadvmod", "prt")


def goes_out(token: Token) -> bool:
    """Return whether somebody goes out, of a car or a house that the sentence does not name."""
    verb = token.head
    if token.lower_ != "out" or token.dep_ not in ("prt", "advmod") or verb.lemma_.lower() not in _STEPPING:
        return False
    subject = find_subject(verb)
    word = subject.lower_ if subject is not None else ""
    # Who "came out" comes to where the story is, and "it went out" tells of a candle.
    is_other = word == "it" or (verb.lemma_.lower() == "come" and word not in ("we", "i", "they"))
    is_further = any(child.dep_ == "prep" for child in token.children)
    return not (is_further or is_other) and is_real(token) and is_moved_by_character(verb)


def leads_out(token: Token) -> bool:
    is_adverb = token.lower_ in WITHOUT and token.dep_ in ("advmod", "npadvmod", "prt")
    verb = token.head
    is_going = verb.pos_ not in ("VERB", "AUX") or is_moved_by_character(verb)
    return is_adverb and is_going and verb.lemma_.lower() not in LOOKING


def is_upon(token: Token, setting: Setting) -> bool:
    """Return whether something is on a room or a vehicle, and not in it: "on top of the truck"."""
    if token.dep_ != "pobj" or not SETTINGS[setting].indoors:
        return False
    if token.head.lower_ == "of":
        return token.head.head.lemma_.lower() in _SURFACES
    return token.head.lower_ in ("on", "onto") and setting not in _DECKS


def is_left(token: Token, setting: Setting) -> bool:
    """Return whether somebody comes out of a building, and is before it then."""
    preposition = token.head
    if token.dep_ != "pobj" or SETTINGS[setting].indoors is not None:
        return False
    is_out = preposition.lower_ == "of" and preposition.nbor(-1).lower_ == "out"
    verb = find_governing_verb(token)
    known = find_verb(verb.lemma_.lower()) if verb is not None else None
    return is_out and known is not None and known.is_motion and is_real(token)


def is_room_of(token: Token, building: Setting) -> bool:
    """Return whether a building is told by one of its rooms: the hall of a museum."""
    noun = find_noun(token.lemma_.lower())
    is_room = noun is not None and noun.setting is not None and SETTINGS[noun.setting].indoors is True
    return is_room and SETTINGS[building].indoors is None
