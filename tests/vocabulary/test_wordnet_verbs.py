"""What English verbs say, on words of stories that were judged by hand."""

import pytest

from app.vocabulary.actions import Action
from app.vocabulary.wordnet.verb_class import Verb
from app.vocabulary.wordnet.verbs import find_verb
from tests.vocabulary import story_verbs

ACTIONS = [(word, action) for action, words in story_verbs.ACTIONS.items() for word in words.split()]


def look_up(word: str) -> Verb:
    lemma, _, particle = word.partition("_")
    found = find_verb(lemma, particle)
    assert found is not None
    return found


@pytest.mark.parametrize(("word", "action"), ACTIONS)
def test_everyday_verbs_have_the_action_that_people_see(word: str, action: str) -> None:
    verb, _, other = word.partition("|")

    assert look_up(verb).action in (action, other)


@pytest.mark.parametrize("word", story_verbs.INVISIBLE.split())
def test_states_and_thoughts_have_no_action(word: str) -> None:
    assert look_up(word).action is None


def test_verbs_of_saying_are_speech_and_others_are_not() -> None:
    assert [word for word in story_verbs.SPEECH.split() if not look_up(word).is_speech] == []
    assert [word for word in story_verbs.NOT_SPEECH.split() if look_up(word).is_speech] == []


def test_verbs_of_the_mind_are_mental_and_others_are_not() -> None:
    assert [word for word in story_verbs.MENTAL.split() if not look_up(word).is_mental] == []
    assert [word for word in story_verbs.NOT_MENTAL.split() if look_up(word).is_mental] == []


@pytest.mark.parametrize(
    ("lemma", "particle", "action"),
    [
        ("fall", "asleep", Action.SLEEP),
        ("get", "up", Action.RISE),
        ("sit", "down", Action.SIT),
        ("pick", "up", Action.TAKE),
        ("set", "out", Action.WALK),
        ("put", "on", Action.WEAR),
        ("look", "for", Action.LOOK),
        ("take", "off", Action.WEAR),
        ("run", "away", Action.RUN),
        ("walk", "sideways", Action.WALK),
    ],
)
def test_a_particle_makes_another_verb(lemma: str, particle: str, action: Action) -> None:
    found = find_verb(lemma, particle)

    assert found is not None
    assert found.action is action


@pytest.mark.parametrize("lemma", ["run", "swim", "stroll", "amble", "scurry"])
def test_verbs_by_which_one_leaves_ones_spot_are_of_motion(lemma: str) -> None:
    assert look_up(lemma).is_motion


def test_an_unknown_verb_is_none() -> None:
    assert find_verb("zzyzx") is None
    assert find_verb("zzyzx", "up") is None
