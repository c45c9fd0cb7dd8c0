"""The stage of a scene while it is covered: who stands where and how, and what has been shown."""

import re
from collections.abc import Iterator, Sequence

from app.story.beat import Beat
from app.story.coverage.axis import TRAVELS, Axis
from app.story.coverage.framing import FEELINGS, measure_power
from app.story.lexicon.entries import words
from app.story.scene import SceneDraft
from app.story.shot import ShotDraft
from app.vocabulary.actions import Action
from app.vocabulary.staging import HELD_PROP_WORDS, POSTURES, Facing, Figure, HeldProp, Posture
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

_PROPS = {word.removeprefix("a "): prop for prop, words in HELD_PROP_WORDS.items() for word in words}
_LASTING = {
    Action.SIT: Posture.SIT,
    Action.KNEEL: Posture.KNEEL,
    Action.LIE: Posture.SLEEP,
    Action.SLEEP: Posture.SLEEP,
}
_ENDING = TRAVELS | {Action.RISE, Action.WAKE, Action.STAND, Action.FALL, Action.DANCE, Action.FIGHT}
_HOLDING = frozenset(
    [
        Action.HOLD,
        Action.CARRY,
        Action.TAKE,
        Action.GIVE,
        Action.CATCH,
        Action.PUT,
        Action.THROW,
        Action.OPEN,
        Action.EAT,
        Action.DRINK,
        Action.READ,
        Action.WRITE,
        Action.CUT,
        Action.HIT,
        Action.FIGHT,
        Action.POINT,
        Action.LOOK,
        Action.SHAKE,
        Action.WORK,
        Action.PLAY,
    ]
)
_UNSEEN = (NounClass.NOTHING, NounClass.BODY_PART, NounClass.PLACE, NounClass.PERSON, NounClass.ANIMAL)
_MOST_THINGS = 3
_LIVING = (NounClass.PERSON, NounClass.ANIMAL, NounClass.ROBOT)
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 3  # words from an article to its noun
_ARTICLES = words("a an the his her its their my our your this that these those two three four five some")
_COMPARING = words("like as")
# Forms of verbs that are nouns, too, and much rarer ones.
_NO_NOUNS = words("fell still put light lights left saw felt rose shot bit lay found sweet sound sounds run")


class Stage:
    """What is known of a scene's people and things while its shots are chosen."""

    def __init__(self, scene: SceneDraft) -> None:
        self.scene, self.axis = scene, Axis(scene)
        self.cast = frozenset(scene.characters)
        looks = dict(zip(scene.characters, scene.looks, strict=False))
        self.groups = frozenset(name for name, look in looks.items() if look and look.is_group)
        self._powers = {name: measure_power(look) for name, look in looks.items()}
        self._postures: dict[str, Posture] = {}

    def get_power(self, name: str) -> int:
        """Return 1 for the mighty, -1 for the small, 0 for all others."""
        return self._powers.get(name, 0)

    def place_figures(
        self, names: Sequence[str], beats: Sequence[Beat], *, speaker: str = "", partner: str = ""
    ) -> tuple[Figure, ...]:
        """Return the figures of those in frame, each with what it does by its own beat."""
        sides = self.axis.list_sides(names)
        figures = []
        for name in names:
            beat = next((one for one in beats if name in one.agents), None)
            action = find_visible_action(beat) if beat else None
            facing = self._choose_facing(name, names, beat, partner)
            is_alone = len(names) == 1 and facing in ("left", "right")
            side = sides[name] if not is_alone else "left" if facing == "right" else "right"
            posture = POSTURES.get(action) if action else None
            figures.append(
                Figure(
                    name=name,
                    posture=posture or self._postures.get(name, Posture.STAND),
                    held_prop=find_held_prop(beat) if beat else None,
                    action=action,
                    side=side,
                    facing=facing,
                    is_speaking=name == speaker,
                )
            )
        return tuple(figures)

    def _choose_facing(self, name: str, names: Sequence[str], beat: Beat | None, partner: str) -> Facing:
        if beat and beat.action in TRAVELS:
            return self.axis.travel
        if beat and beat.action in FEELINGS and not partner:
            return "camera"
        targets = [other for other in beat.patients if other in self.cast] if beat else []
        others = [other for other in (*targets, partner, *names) if other and other != name]
        return self.axis.face(name, next(iter(others), ""))

    def remember(self, beats: Sequence[Beat]) -> None:
        """Keep the postures in which some beats leave their agents: who has sat down sits until they rise."""
        for beat in beats:
            for name in beat.agents:
                action = find_visible_action(beat)
                if action in _LASTING:
                    self._postures[name] = _LASTING[action]
                elif beat.action in _ENDING:
                    self._postures.pop(name, None)

    def list_things(self, beats: Sequence[Beat]) -> tuple[str, ...]:
        """Return the nouns of the things in some beats that can be seen."""
        nouns = [noun for beat in beats for noun in (*beat.patients, beat.instrument, beat.landmark)]
        return tuple(dict.fromkeys(noun for noun in nouns if self._is_thing(noun)))[:_MOST_THINGS]

    def _is_thing(self, noun: str) -> bool:
        return bool(noun) and noun not in self.cast and _is_visible_thing(noun)


def find_visible_action(beat: Beat) -> Action | None:
    """Return what the agent of a beat is seen to do: who rests the elbows on something does not lie."""
    return None if beat.action in (Action.LIE, Action.SLEEP) and beat.patients else beat.action


def find_things(text: str) -> tuple[str, ...]:
    """Return the nouns of the things that an English text tells of, the first ones first."""
    return tuple(dict.fromkeys(filter(_is_visible_thing, _list_nouns(text))))[:_MOST_THINGS]


def has_people(text: str) -> bool:
    """Return whether an English text tells of people or animals, by nouns."""
    found = map(find_noun, _list_nouns(text))
    return any(noun is not None and noun.noun_class in _LIVING for noun in found)


def _list_nouns(text: str) -> Iterator[str]:
    """Yield the words of a text that follow an article or the like; what is only compared is left out."""
    told = _WORD.findall(text.casefold())
    for at, word in enumerate(told):
        before = told[max(0, at - _REACH) : at]
        if word not in _NO_NOUNS and not _ARTICLES.isdisjoint(before) and _COMPARING.isdisjoint(before):
            yield _singularize(word)


def _singularize(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _is_visible_thing(noun: str) -> bool:
    found = find_noun(noun)
    return found is not None and found.noun_class not in _UNSEEN


def find_held_prop(beat: Beat) -> HeldProp | None:
    """Return what the agent of a beat holds in the hand: what it is done with, or what is handled."""
    things = (beat.instrument, *(beat.patients if beat.action in _HOLDING else ()))
    return next((_PROPS[thing] for thing in things if thing in _PROPS), None)


def have_same_setup(first: ShotDraft, second: ShotDraft) -> bool:
    """Return whether two shots have one camera position with the same people and things in frame."""
    return _name_setup(first) == _name_setup(second)


def _name_setup(shot: ShotDraft) -> tuple[object, ...]:
    return shot.shot_type, shot.angle, shot.characters, shot.props, shot.staging
