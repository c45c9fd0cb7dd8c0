"""Staging as data: the figures in frame, what they do and hold, and the things and the crowd about them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from app.vocabulary.actions import Action
from app.vocabulary.feelings import Feeling
from app.vocabulary.words import listed


class Posture(StrEnum):
    """A posture of a figure; of several in a text, the first in this order is drawn."""

    SLEEP = "sleep"
    LIE = "lie"
    KNEEL = "kneel"
    CROUCH = "crouch"
    CRAWL = "crawl"
    RUN = "run"
    JUMP = "jump"
    FALL = "fall"
    CLIMB = "climb"
    RIDE = "ride"
    DRIVE = "drive"
    SWIM = "swim"
    FLY = "fly"
    DANCE = "dance"
    KICK = "kick"
    LUNGE = "lunge"
    STOOP = "stoop"
    PUSH = "push"
    PULL = "pull"
    SIT = "sit"
    POINT = "point"
    REACH = "reach"
    WALK = "walk"
    STAND = "stand"


# The posture of each action that has one; the others are done in the posture that one is in.
POSTURES: dict[Action, Posture] = {
    Action.SLEEP: Posture.SLEEP,
    Action.LIE: Posture.LIE,
    **dict.fromkeys([Action.KNEEL, Action.PRAY], Posture.KNEEL),
    Action.HIDE: Posture.CROUCH,
    Action.CRAWL: Posture.CRAWL,
    Action.RUN: Posture.RUN,
    Action.JUMP: Posture.JUMP,
    Action.FALL: Posture.FALL,
    Action.CLIMB: Posture.CLIMB,
    Action.RIDE: Posture.RIDE,
    Action.DRIVE: Posture.DRIVE,
    Action.SWIM: Posture.SWIM,
    Action.FLY: Posture.FLY,
    Action.DANCE: Posture.DANCE,
    Action.KICK: Posture.KICK,
    **dict.fromkeys([Action.FIGHT, Action.HIT, Action.THROW], Posture.LUNGE),
    **dict.fromkeys([Action.DIG, Action.BOW], Posture.STOOP),
    Action.PUSH: Posture.PUSH,
    Action.PULL: Posture.PULL,
    **dict.fromkeys([Action.SIT, Action.ROW, Action.SEW, Action.TYPE], Posture.SIT),
    Action.WALK: Posture.WALK,
}
# The English words for a posture; without one of them figures stand.
POSTURE_WORDS: dict[Posture, tuple[str, ...]] = {
    Posture.SLEEP: listed("sleep, sleeping, asleep, slept, lay down, fell asleep, dreaming"),
    Posture.LIE: listed("lies on, lying, lay on, lies down"),
    Posture.KNEEL: listed("kneel, kneels, kneeling, knelt, begs, prays, praying"),
    Posture.CROUCH: listed("crouch, crouched, crouches, hides, hid, hiding, squats"),
    Posture.CRAWL: listed("crawl, crawls, crawled, crawling, creeps, crept"),
    Posture.RUN: listed(
        "run, runs, ran, running, flee, fled, flees, chase, chased, hurried, rushes, rushed, races, escaped"
    ),
    Posture.JUMP: listed("jump, jumps, jumped, jumping, leaps, leapt, leaped"),
    Posture.FALL: listed("falls, fell, falling, stumbles, stumbled, tumbles, tumbled"),
    Posture.CLIMB: listed("climb, climbs, climbed, climbing"),
    Posture.RIDE: listed("ride, rides, rode, riding, gallop, gallops, galloped"),
    Posture.DRIVE: listed("drives, drove, driving"),
    Posture.SWIM: listed("swim, swims, swam, swimming"),
    Posture.FLY: listed("flies, flew, flying"),
    Posture.DANCE: listed("dance, dances, danced, dancing"),
    Posture.KICK: listed("kicks, kicked, kicking"),
    Posture.LUNGE: listed("fights, fought, fighting, hits, throws, threw, attacks, attacked"),
    Posture.STOOP: listed(
        "bows, bowed, bending, stoops, stooped, dig, digs, dug, digging, picked up, picks up"
    ),
    Posture.PUSH: listed("pushes, pushed, pushing"),
    Posture.PULL: listed("pulls, pulled, pulling, drags, dragged"),
    Posture.SIT: listed("sit, sits, sat, sitting, seated, rested, rests, dines, ate, eating"),
    Posture.POINT: listed(
        "point, points, pointed, pointing, shows, showed, commands, ordered, shouted, waves, waved"
    ),
    Posture.REACH: listed(
        "reach, reaches, reached for, gives, gave, hands, offers, offered, takes, took, "
        "opens, opened, touch, touched, knocked, caught"
    ),
    Posture.WALK: listed(
        "walk, walks, walked, walking, went, goes, come, came, "
        "wander, wandered, journey, travel, travelled, follow, followed, enter, entered, "
        "leads, set out, march, strolled, crossed"
    ),
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

    An empty `name` is the first of the shot's characters. `held_prop` is the noun of a thing in its hands,
    None for empty ones. `action` is what it is seen to do, None when it only stands there, and `posture` how
    the body is meanwhile. `target` is the name of the figure or the noun of the thing that the action is
    aimed at, "" for none. A group has as many members as `count`, 0 for as many as its name says.
    `feeling` is what shows on the face, None for what the mood and the action tell.
    """

    name: str = ""
    posture: Posture = Posture.STAND
    held_prop: str | None = None
    action: Action | None = None
    side: Side = "middle"
    facing: Facing = "camera"
    is_speaking: bool = False
    target: str = ""
    count: int = 0
    feeling: Feeling | None = None

    @property
    def is_directed(self) -> bool:
        """Return whether it acts, speaks, or has a place or a direction of its own."""
        is_placed = (self.side, self.facing) != ("middle", "camera")
        return self.action is not None or self.is_speaking or is_placed


MOST_EXTRAS = 8
"""The most extras of one kind that a picture holds."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Some people or animals in frame that are no characters: their English noun, their number, what they do.

    `target` is the name of the figure or the noun of the thing that the action is aimed at, "" for none.
    """

    noun: str
    count: int = 1
    action: Action | None = None
    posture: Posture = Posture.STAND
    target: str = ""


@dataclass(frozen=True, slots=True)
class Staging:
    """The staging of a shot: its figures, the subject first, the nouns of things that matter, and the others.

    The others are a crowd of people behind, and `extras`, who are told of by a noun.
    """

    figures: tuple[Figure, ...] = ()
    things: tuple[str, ...] = ()
    has_crowd: bool = False
    extras: tuple[Extra, ...] = ()

    def find(self, name: str, *, is_first: bool) -> Figure | None:
        """Return the figure of a character, the unnamed one for the first; None for one that just stands."""
        names = {name, ""} if is_first else {name}
        return next((figure for figure in self.figures if figure.name in names), None)
