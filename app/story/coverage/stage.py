"""The stage of a scene while it is covered: who stands where and how, and what has been shown."""

import re
from collections.abc import Sequence

from app.story.beat import Beat
from app.story.coverage.axis import TRAVELS, Axis
from app.story.coverage.framing import FEELINGS, measure_power
from app.story.coverage.groups import count_groups
from app.story.coverage.handling import Hands
from app.story.coverage.told_nouns import is_visible_thing
from app.story.scene import SceneDraft
from app.story.shot import ShotDraft
from app.vocabulary.actions import Action
from app.vocabulary.plurals import singularize
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.staging import POSTURES, Facing, Figure, Posture
from app.vocabulary.things.table import find_thing

_LASTING = {
    Action.SIT: Posture.SIT,
    Action.KNEEL: Posture.KNEEL,
    Action.HIDE: Posture.CROUCH,
    Action.LIE: Posture.LIE,
    Action.SLEEP: Posture.SLEEP,
    Action.RIDE: Posture.RIDE,
    Action.DRIVE: Posture.DRIVE,
}
_ENDING = TRAVELS | {Action.RISE, Action.WAKE, Action.STAND, Action.FALL, Action.DANCE, Action.FIGHT}
# Places where people sit who are not told to do otherwise, and those who stand even there.
_SEATED = frozenset(
    [
        Setting.TEA_TABLE,
        Setting.DINING_ROOM,
        Setting.RESTAURANT,
        Setting.CAFE,
        Setting.MEETING_ROOM,
        Setting.TRAIN_CARRIAGE,
        Setting.BUS,
        Setting.CAR,
        Setting.AEROPLANE,
        Setting.CINEMA,
    ]
)
_STANDING = frozenset([Role.WAITER, Role.COOK, Role.SERVANT, Role.MAID, Role.INNKEEPER])
_MOUNTED = (Action.RIDE, Action.DRIVE)
_MOUNTS = frozenset(
    [
        "motorcycle",
        "motor scooter",
        "bicycle",
        "car",
        "jeep",
        "taxi",
        "police car",
        "cart",
        "carriage",
        "sled",
    ]
)
# Where one sits on a thing, and the things at which one sits.
_SEATING = frozenset(["", "on", "onto", "in", "into"])
_TABLES = frozenset(["table", "tea table", "dining table", "desk", "office desk", "school desk"])
_RIDERS = frozenset(["rider", "horseman", "horsewoman", "cavalryman"])
_DISMOUNTING = frozenset(["dismount", "get down", "get off", "climb down", "jump down"])
_BOATING = frozenset(["row", "sail", "paddle", "steer"])
_BOATS = frozenset(["rowing boat", "canoe", "raft"])
_MOST_THINGS = 3
_WORD = re.compile(r"[^\W\d_]+")


class Stage:
    """What is known of a scene's people and things while its shots are chosen."""

    def __init__(self, scene: SceneDraft) -> None:
        self.scene, self.axis = scene, Axis(scene)
        self.cast = frozenset(scene.characters)
        self.looks = looks = dict(zip(scene.characters, scene.looks, strict=False))
        self.groups = frozenset(name for name, look in looks.items() if look and look.is_group)
        self._counts = count_groups(scene)
        self._hands = Hands()
        self._powers = {name: measure_power(look) for name, look in looks.items()}
        seats = scene.place is not None and scene.place.setting in _SEATED
        self._postures = {
            name: Posture.SIT
            for name, look in looks.items()
            if seats and not (look and (look.role in _STANDING or look.kind == "animal"))
        }

    def get_power(self, name: str) -> int:
        """Return 1 for the mighty, -1 for the small, 0 for all others."""
        return self._powers.get(name, 0)

    def count_people(self, names: Sequence[str]) -> int:
        """Return how many some characters are together, each of a group counted."""
        usual = {name: 3 for name in self.groups}
        return sum(self._counts.get(name, usual.get(name, 1)) for name in names)

    def place_figures(
        self, names: Sequence[str], beats: Sequence[Beat], *, speaker: str = "", partner: str = ""
    ) -> tuple[Figure, ...]:
        """Return the figures of those in frame, each with what it does by its own beat."""
        sides = self.axis.list_sides(names)
        figures = []
        for number, name in enumerate(names):
            beat = next((one for one in beats if name in one.agents), None)
            action = find_visible_action(beat) if beat else None
            facing = self._choose_facing(name, names, beat, partner)
            is_alone = len(names) == 1 and facing in ("left", "right")
            side = sides[name] if not is_alone else "left" if facing == "right" else "right"
            posture = self._choose_posture(name, beat, beats)
            figures.append(
                Figure(
                    name=name,
                    posture=posture,
                    action=action,
                    side=side,
                    facing=facing,
                    is_speaking=name == speaker,
                    target=self._find_target(name, beat) or (partner if beat and number == 0 else ""),
                    count=self._counts.get(name, 0),
                )
            )
        return tuple(self._hands.fill(figure, beats) for figure in figures)

    def _find_lasting(self, name: str, beats: Sequence[Beat]) -> Posture | None:
        """Return the posture in which one does other things in a shot: "knelt and picked up a coin"."""
        actions = (find_visible_action(beat) for beat in beats if name in beat.agents)
        return next((_LASTING[action] for action in actions if action in _LASTING), None)

    def _choose_posture(self, name: str, beat: Beat | None, beats: Sequence[Beat]) -> Posture:
        """Return how one's body is: by what is done, or else as it was left; riders are on their horses."""
        action = find_visible_action(beat) if beat else None
        if beat is not None and is_boating(beat):
            return Posture.SIT
        posture = POSTURES.get(action) if action else None
        posture = posture or self._find_lasting(name, beats)
        is_upright = posture in (None, Posture.WALK, Posture.RUN)
        if is_upright and name not in self._postures and self._is_mounted(name, beat):
            return Posture.RIDE
        return posture or self._postures.get(name, Posture.STAND)

    def _is_mounted(self, name: str, beat: Beat | None) -> bool:
        """Return whether one who is called a rider is outdoors, where riders are on their horses."""
        place, word = self.scene.place, singularize(name.casefold().split()[-1])
        is_down = beat is not None and beat.verb in _DISMOUNTING
        return word in _RIDERS and place is not None and not place.indoors and not is_down

    def _find_target(self, name: str, beat: Beat | None) -> str:
        """Return at whom or what the action of a beat is aimed: one of the cast first, then a thing."""
        if beat is None:
            return ""
        is_beside = beat.action is Action.SIT and beat.relation not in _SEATING
        landmark = "" if is_beside and find_thing(beat.landmark) not in _TABLES else beat.landmark
        told = [noun for noun in (*beat.patients, landmark, beat.instrument) if noun and noun != name]
        people = (noun for noun in told if noun in self.cast)
        things = (noun for noun in told if self._is_thing(noun))
        return next(
            people, next(things, _find_mount(self.scene.description) if beat.action in _MOUNTED else "")
        )

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
        self._hands.remember(beats, self.cast)
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
        return bool(noun) and noun not in self.cast and is_visible_thing(noun)


def is_boating(beat: Beat) -> bool:
    """Return whether a beat's agents sit in a boat."""
    is_told = beat.verb in _BOATING or beat.action is Action.SIT
    return is_told and any(find_thing(noun) in _BOATS for noun in (*beat.patients, beat.landmark) if noun)


def _find_mount(text: str) -> str:
    """Return the first word of a text that names what one rides or drives, "" for none."""
    return next((word for word in _WORD.findall(text.casefold()) if find_thing(word) in _MOUNTS), "")


def find_visible_action(beat: Beat) -> Action | None:
    """Return what the agent of a beat is seen to do: who rests the elbows on something does not lie."""
    return None if beat.action in (Action.LIE, Action.SLEEP) and beat.patients else beat.action


def have_same_setup(first: ShotDraft, second: ShotDraft) -> bool:
    """Return whether two shots have one camera position with the same people and things in frame."""
    return _name_setup(first) == _name_setup(second)


def _name_setup(shot: ShotDraft) -> tuple[object, ...]:
    return shot.shot_type, shot.angle, shot.characters, shot.props, shot.staging
