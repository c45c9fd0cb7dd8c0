"""How a scene is staged: what the first of its cast does and holds, and whether a crowd looks on, as data."""

from dataclasses import dataclass
from enum import StrEnum

from app.vocabulary.words import listed


class Posture(StrEnum):
    """What a body does, in the order in which the words of a text decide."""

    SLEEP = "sleep"
    KNEEL = "kneel"
    RUN = "run"
    SIT = "sit"
    POINT = "point"
    REACH = "reach"
    WALK = "walk"
    STAND = "stand"


class HeldProp(StrEnum):
    """A thing that the artist can draw in a hand, in the order in which the words of a text decide."""

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


# English words of a text that ask for a posture; without one of them people stand.
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
# English words for a prop. "Rose" and "bow" alone are as often verbs.
HELD_PROP_WORDS: dict[HeldProp, tuple[str, ...]] = {
    **{prop: (prop.value,) for prop in HeldProp},
    HeldProp.LANTERN: listed("lantern, lamp"),
    HeldProp.FLOWER: listed("flower, a rose, red rose"),
    HeldProp.BOW: ("a bow",),
}
# English words that speak of more people than are named.
CROWD_WORDS = listed(
    "crowd, crowds, all the people, many people, villagers, townsfolk, townspeople, guests, army, "
    "soldiers, courtiers, audience, procession, wedding, festival, courtroom, sailors, knights, dancers"
)


@dataclass(frozen=True, slots=True)
class Staging:
    """What the cast of a scene does; the first of the cast is sure to take the posture and holds the prop."""

    posture: Posture = Posture.STAND
    held_prop: HeldProp | None = None
    has_crowd: bool = False
