"""How surely a story plays at a place that one of its nouns names, by the clause in which it stands."""

from spacy.tokens import Token

from app.story.english.clauses import (
    SKY_WORDS,
    find_particle,
    find_subject,
    get_lemma,
    is_passive,
    read_status,
)
from app.story.lexicon.entries import words
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.wordnet.verbs import find_verb

LOOKING = words("look peep point stare gaze glance see watch hear think dream talk speak tell hang")
_TELLING = words("talk speak tell")
"""Verbs whose places are looked at or thought of; the story does not go there."""
_SEEN_AFAR = words("burn shine glow gleam glitter flicker twinkle blaze ring sound echo howl toll rumble")
_AIMING = words("fire shoot throw aim shout laugh nod wave smile bark growl spit yell scream point grin hurl")
_THROWING = words("throw toss fling hurl drop pour cast empty fire shoot lower sink tip")
_WEIGHTS = {
    **dict.fromkeys(["in", "into", "inside", "within", "on", "onto", "aboard", "through", "at", "across"], 2),
    **dict.fromkeys(["along", "down", "up", "under", "beneath", "among", "between", "beside", "around"], 2),
    **dict.fromkeys(["by", "near", "over", "before", "behind", "outside"], 1),
}
_TOWARDS = frozenset(["to", "toward", "towards", "for"])
_CONVEYING = words("carry bring take lead drag pull push follow send guide chase drive")
_PARTS = words("front middle heart edge end top foot depth centre center side back corner bottom mouth midst")
_REACHING = words("enter reach board cross climb ride visit approach explore search")
_KEEPING = words("open close lock unlock sweep clean tidy run keep mind shut")
_LEAVING = words("leave quit flee escape abandon")
_MOVERS = (NounClass.PERSON, NounClass.ANIMAL, NounClass.ROBOT, NounClass.VEHICLE)
_GOING = frozenset(["go", "come", "return", "get", "walk", "run", "drive", "ride", "arrive"])
_RESTING = frozenset(["be", "stand", "sit", "live", "lie", "wait", "stop", "work"])
_ARRIVING = words("reach arrive come get enter cross climb make")
_MEMORABLE = words("be live learn meet see hear know grow work spend")
_SCENERY = frozenset(["be", "have", "smell", "lie", "stretch", "stand", "look", "open"])


def score_place(token: Token) -> float:
    """Return how surely the story is at the place that a token names, from 0 to 4."""
    verb = find_governing_verb(token)
    if verb is not None and not is_told(verb) and not _is_stage(token, verb):
        return 0
    if any(child.lower_ in ("no", "any", "every") for child in token.children):
        return 0
    if token.dep_ == "pobj":
        return _score_preposition(token, verb)
    if token.dep_ == "nmod":
        return _score_modifier(token)
    if token.dep_ == "attr" and not _is_presented(token):
        return 0
    lemma = verb.lemma_.lower() if verb is not None else ""
    if token.dep_ == "dobj":
        return 3 if lemma in _REACHING else 2 if lemma in _KEEPING else 0 if lemma in _LEAVING else 0.5
    if token.dep_ in ("advmod", "npadvmod"):
        is_inner = verb is not None and verb.dep_ in ("ccomp", "acl", "relcl")
        known = find_verb(lemma)
        is_going = lemma in _GOING or lemma in _CONVEYING or (known is not None and known.is_motion)
        return 0 if is_inner else 3 if is_going else 1
    if token.dep_ in ("nsubj", "nsubjpass", "attr"):
        return _score_subject(token, verb)
    return 2 if token.dep_ == "ROOT" else 0


def _score_modifier(token: Token) -> float:
    """Score the place of "on the pier Tom's mother waited", which the parser takes for hers."""
    preposition = token.head.head
    is_owned = any(child.dep_ == "poss" and child.i > token.i for child in token.head.children)
    is_placed = token.head.dep_ == "pobj" and preposition.i <= token.sent.start + 1
    return _WEIGHTS.get(preposition.lower_, 0) if is_owned and is_placed else 0


def _score_subject(token: Token, verb: Token | None) -> float:
    if verb is not None and verb.dep_ in ("advcl", "relcl", "ccomp"):
        return 0.5
    noun = find_noun(token.lemma_.lower())
    if noun is not None and noun.noun_class is NounClass.VEHICLE:
        return 0.5
    has_article = any(child.lower_ == "the" for child in token.children)
    is_scenery = verb is not None and verb.lemma_.lower() in _SCENERY
    if is_scenery and (has_article or token.dep_ == "attr"):
        return 2
    return 1 if has_article and token.dep_ == "nsubj" else 0.5


def _score_preposition(token: Token, verb: Token | None) -> float:
    preposition = token.head
    word, lemma = preposition.lower_, get_lemma(verb) if verb is not None else ""
    known = find_verb(lemma)
    moves = (known is not None and known.is_motion) or lemma in _CONVEYING
    is_there = lemma in _TELLING and word in ("in", "on") and verb is not None and not is_passive(verb)
    if (
        lemma in LOOKING
        and not is_there
        and word in ("at", "to", "on", "into", "in", "of", "about", "through", "for")
    ):
        return 0
    if (word == "at" and lemma in _AIMING) or (lemma in _THROWING and _has_thing(verb)):
        return 0
    if word == "of":
        return _score_part(preposition.head, verb)
    if word in ("out", "from", "off", "past"):
        return 0
    is_first = preposition.i - token.sent.start <= 1
    score: float = _score_goal(word, moves=moves) if word in _TOWARDS else _WEIGHTS.get(word, 0)
    if score and (moves or is_first or lemma in _RESTING):
        score += 1
    if preposition.head.pos_ in ("NOUN", "PROPN") and not (is_first and _is_bare(preposition.head)):
        score = min(score, 1.5)
    if (moves or lemma in _SEEN_AFAR) and verb is not None and not is_moved_by_character(verb):
        score = min(score, 1.5)
    if preposition.head.lower_ == "out" or find_particle(preposition.head) == "out":
        return 0 if word in ("of", "from") else score
    return score


def _has_thing(verb: Token | None) -> bool:
    """Return whether a verb has a thing for its object, which goes where nobody follows it."""
    objects = [child for child in verb.children if child.dep_ == "dobj"] if verb is not None else []
    return any(
        one.pos_ == "NOUN"
        and (known := find_noun(one.lemma_.lower())) is not None
        and known.noun_class not in _MOVERS
        for one in objects
    )


def _is_bare(noun: Token) -> bool:
    """Return whether a noun that a preposition follows names no place itself."""
    known = find_noun(noun.lemma_.lower())
    return known is None or known.setting is None


def _is_stage(token: Token, verb: Token) -> bool:
    """Return whether a sentence begins with where it plays: "at home her husband had made pancakes".

    So does what is reached by then: "by noon they had reached the sea".
    """
    is_by_then = verb.sent[0].lower_ == "by" and read_status(verb) == "earlier"
    if is_by_then and get_lemma(verb) in _ARRIVING:
        return True
    if token.dep_ != "pobj" or read_status(verb) != "earlier" or verb.lemma_.lower() in _MEMORABLE:
        return False
    return token.head.i - token.sent.start <= 1 and token.head.lower_ in ("in", "at", "on", "inside")


def _score_goal(preposition: str, *, moves: bool) -> float:
    """Return how surely a goal is reached: who goes "to" a place is there, who goes "towards" it is not."""
    return 0.0 if not moves else 2.0 if preposition == "to" else 0.5


def _is_presented(token: Token) -> bool:
    """Return whether a clause presents a place: "it was a castle" does, "she was a ship" does not."""
    subject = next((child for child in token.head.children if child.dep_ in ("nsubj", "expl")), None)
    return subject is not None and subject.lower_ in ("it", "this", "there", "here", "that")


def _score_part(part: Token, verb: Token | None) -> float:
    """Return how surely the story is at the place whose part is named: "on the step of the house"."""
    noun = find_noun(part.lemma_.lower())
    is_part = part.lemma_.lower() in _PARTS
    if part.dep_ == "dobj":
        return 3 if is_part and part.head.lemma_ in _REACHING else 0
    if (
        part.dep_ != "pobj"
        or part.head.lower_ not in (*_WEIGHTS, "to")
        or (noun is not None and noun.setting is not None)
    ):
        return 0
    if part.head.head.pos_ == "NOUN" and not _is_bare(part.head.head):
        return 1.5
    if verb is not None and get_lemma(verb) in _SEEN_AFAR and not is_moved_by_character(verb):
        return 1.5
    return 3 if is_part else 2


def find_governing_verb(token: Token) -> Token | None:
    here = token
    while here.pos_ not in ("VERB", "AUX"):
        if here.head.i == here.i:
            return None
        here = here.head
    return here


def is_moved_by_character(verb: Token) -> bool:
    """Return whether somebody moves, and not only a thing or the wind, whom the story does not follow."""
    subject = find_subject(verb)
    if subject is not None and subject.lower_ in SKY_WORDS:
        return False
    if subject is None or subject.pos_ in ("PRON", "PROPN", "NUM", "DET", "ADJ"):
        return True
    noun = find_noun(subject.lemma_.lower())
    return noun is None or noun.noun_class in _MOVERS


def is_told(verb: Token) -> bool:
    """Return whether a clause tells where the story is; what does not happen there still happens there."""
    status = read_status(verb)
    is_past = any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)
    if status != "negated":
        return status == "seen"
    known = find_verb(verb.lemma_.lower())
    is_denied = any(child.dep_ == "neg" for child in verb.children)
    return not is_past and not (is_denied and known is not None and known.is_motion)


def is_real(token: Token) -> bool:
    verb = find_governing_verb(token)
    return verb is None or read_status(verb) == "seen"
