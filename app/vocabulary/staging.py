"""Staging as data: the figures in frame, what they do and hold, and the things and the crowd about them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from app.vocabulary.actions import Action
from app.vocabulary.words import listed


class Posture(StrEnum):
    """A posture of a figure; of several in a text, the first in this order is drawn."""

    SLEEP = "sleep"
    KNEEL = "kneel"
    RUN = "run"
    SIT = "sit"
    POINT = "point"
    REACH = "reach"
    WALK = "walk"
    STAND = "stand"


class HeldProp(StrEnum):
    """A prop that can be drawn in a hand; of several in a text, the first in this order is drawn."""

    LANTERN = "lantern"
    TORCH = "torch"
    CANDLE = "candle"
    SWORD = "sword"
    AXE = "axe"
    SPEAR = "spear"
    STAFF = "staff"
    BASKET = "basket"
    BOOK = "book"
    LETTER = "letter"
    KEY = "key"
    FLOWER = "flower"
    APPLE = "apple"
    RING = "ring"
    BAG = "bag"
    SACK = "sack"
    NET = "net"
    BROOM = "broom"
    BOW = "bow"
    CUP = "cup"
    BREAD = "bread"


# The posture of each action that has one; the others are done standing.
POSTURES: dict[Action, Posture] = {
    **dict.fromkeys([Action.SLEEP, Action.LIE], Posture.SLEEP),
    **dict.fromkeys([Action.KNEEL, Action.CRAWL, Action.DIG], Posture.KNEEL),
    **dict.fromkeys([Action.RUN, Action.JUMP], Posture.RUN),
    **dict.fromkeys([Action.SIT, Action.EAT, Action.DRINK, Action.READ, Action.WRITE], Posture.SIT),
    **dict.fromkeys([Action.RIDE, Action.DRIVE], Posture.SIT),
    **dict.fromkeys([Action.POINT, Action.SHOUT], Posture.POINT),
    **dict.fromkeys([Action.TAKE, Action.GIVE, Action.CATCH, Action.OPEN, Action.CLOSE], Posture.REACH),
    **dict.fromkeys([Action.PULL, Action.PUSH, Action.PUT, Action.HIT, Action.THROW], Posture.REACH),
    **dict.fromkeys([Action.WALK, Action.CLIMB], Posture.WALK),
}
# The English words for a posture; without one of them figures stand.
POSTURE_WORDS: dict[Posture, tuple[str, ...]] = {
    Posture.SLEEP: listed("sleep, sleeping, asleep, slept, lay down, fell asleep, dreaming"),
    Posture.KNEEL: listed(
        "kneel, kneels, kneeling, knelt, bows, bowed, crouch, crouched, crouches, dig, digs, "
        "begs, picked up, picks up"
    ),
    Posture.RUN: listed(
        "run, runs, ran, running, flee, fled, flees, chase, chased, hurried, rushes, rushed, "
        "races, gallop, escaped"
    ),
    Posture.SIT: listed("sit, sits, sat, sitting, seated, rested, rests, dines, ate, eating"),
    Posture.POINT: listed(
        "point, points, pointed, pointing, shows, showed, commands, ordered, shouted, waves, waved"
    ),
    Posture.REACH: listed(
        "reach, reaches, reached for, gives, gave, hands, offers, offered, takes, took, "
        "opens, opened, touch, touched, pulls, pulled, knocked, caught"
    ),
    Posture.WALK: listed(
        "walk, walks, walked, walking, went, goes, come, came, climb, climbs, climbed, "
        "wander, wandered, journey, travel, travelled, follow, followed, enter, entered, "
        "leads, set out, march, strolled, crossed"
    ),
}
# The English words for a prop. "Rose" and "bow" alone are as often verbs.
HELD_PROP_WORDS: dict[HeldProp, tuple[str, ...]] = {
    **{prop: (prop.value,) for prop in HeldProp},
    HeldProp.LANTERN: listed("lantern, lamp"),
    HeldProp.FLOWER: listed("flower, a rose, red rose"),
    HeldProp.BOW: ("a bow",),
}
# The English words for more people than a scene names.
CROWD_WORDS = listed(
    "crowd, crowds, all the people, many people, villagers, townsfolk, townspeople, guests, army, "
    "soldiers, courtiers, audience, procession, wedding, festival, courtroom, sailors, knights, dancers"
)


Side = Literal["left", "middle", "right"]
Facing = Literal["left", "right", "camera", "away"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in frame: what it does, holds, and where it stands and looks, left and right in the frame.

    An empty `name` is the first of the shot's characters. `action` is what it is seen to do, of which
    `posture` is what the storyboard artist draws; None when it only stands there.
    """

    name: str = ""
    posture: Posture = Posture.STAND
    held_prop: HeldProp | None = None
    action: Action | None = None
    side: Side = "middle"
    facing: Facing = "camera"
    is_speaking: bool = False

    @property
    def is_directed(self) -> bool:
        """Return whether it acts, speaks, or has a place or a direction of its own."""
        is_placed = (self.side, self.facing) != ("middle", "camera")
        return self.action is not None or self.is_speaking or is_placed


@dataclass(frozen=True, slots=True)
class Staging:
    """The staging of a shot: its figures, the subject first, the nouns of things that matter, and a crowd."""

    figures: tuple[Figure, ...] = ()
    things: tuple[str, ...] = ()
    has_crowd: bool = False

    def find(self, name: str, *, is_first: bool) -> Figure | None:
        """Return the figure of a character, the unnamed one for the first; None for one that just stands."""
        names = {name, ""} if is_first else {name}
        return next((figure for figure in self.figures if figure.name in names), None)
