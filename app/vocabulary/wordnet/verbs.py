"""What English verbs say: the tables by hand first, then the facts of WordNet."""

from functools import cache

from app.vocabulary.actions import Action
from app.vocabulary.wordnet.table import find_facts
from app.vocabulary.wordnet.verb_actions import ACTIONS, MENTAL_VERBS, MOTIONS, SPEECH_VERBS, STATES
from app.vocabulary.wordnet.verb_class import Verb

VERB_FILE = "verbs.txt.xz"


@cache
def find_verb(lemma: str, particle: str = "") -> Verb | None:
    """Return what a verb says, None for an unknown one.

    `lemma` is an infinitive in lower case; `particle` makes a phrasal verb of it: "up" for "get up". An
    unknown phrasal verb means what its verb alone does.
    """
    phrase = f"{lemma} {particle}".strip().replace("-", " ")
    is_told = phrase in ACTIONS or phrase in SPEECH_VERBS or phrase in MENTAL_VERBS or phrase in STATES
    # WordNet's senses of "walk over" and the like are seldom meant: who walks over somewhere walks.
    found = None if particle and not is_told and ACTIONS.get(lemma) in MOTIONS else _find_phrase(phrase)
    return find_verb(lemma) if found is None and particle else found


def write_verb(verb: Verb) -> tuple[str, ...]:
    """Return the columns that a verb has in the file of facts."""
    marks = {"s": verb.is_speech, "m": verb.is_mental, "g": verb.is_motion}
    return (verb.action or "", "".join(mark for mark, is_so in marks.items() if is_so))


def _find_phrase(phrase: str) -> Verb | None:
    is_speech, is_mental = phrase in SPEECH_VERBS, phrase in MENTAL_VERBS
    known = ACTIONS.get(phrase)
    if known:
        return Verb(known, is_speech, is_mental, known in MOTIONS)
    if is_mental or phrase in STATES:
        return Verb(None, is_speech, is_mental)
    columns = find_facts(VERB_FILE, phrase)
    if columns is None:
        return Verb(Action.TALK, is_speech=True) if is_speech else None
    action_word, marks = columns
    action = Action(action_word) if action_word else None
    return Verb(action, is_speech or "s" in marks, "m" in marks, "g" in marks)
