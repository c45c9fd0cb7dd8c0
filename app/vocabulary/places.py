"""Where a scene plays, as data."""

from dataclasses import dataclass
from enum import StrEnum

from app.vocabulary.clothes import Era
from app.vocabulary.light import Weather
from app.vocabulary.settings import Setting
from app.vocabulary.words import Words, listed


class Feature(StrEnum):
    """A detail of a place that the storyboard artist can draw."""

    AUTUMN = "autumn leaves"
    CONIFERS = "conifers"
    HAMLET = "hamlet"
    OASIS = "oasis"
    TREASURE = "treasure"
    RIPE_GRAIN = "ripe grain"
    SIGNPOST = "signpost"
    BARE_TREES = "bare trees"
    PORT = "port"
    BRIDGE = "bridge"
    UNLIT = "lights out"


# English words that say that a feature is there.
FEATURE_WORDS = {
    Feature.AUTUMN: listed("autumn, fall leaves, golden leaves"),
    Feature.CONIFERS: listed("pine, fir, conifer"),
    Feature.HAMLET: listed("village, hut, cottage, house, cabin"),
    Feature.OASIS: listed("oasis, palm"),
    Feature.TREASURE: listed("gem, crystal, treasure, gold, jewel, diamond, mine"),
    Feature.RIPE_GRAIN: listed("wheat, corn, harvest, barley, rye, hay"),
    Feature.SIGNPOST: listed("crossroad, crossroads, signpost, sign, fork"),
    Feature.BARE_TREES: listed("winter, bare, dead, autumn"),
    Feature.PORT: listed("harbour, harbor, port, dock, quay, pier, jetty, ship"),
    Feature.BRIDGE: ("bridge",),
    Feature.UNLIT: listed(
        "lights went out, light went out, lamp went out, lamps went out, candle went out, power went out, "
        "lights failed, power failed, blackout, power cut, went dark, went black, turned off the light, "
        "switched off the light, turned out the light, blew out the candle, blew out the lamp, pitch dark, "
        "pitch black, total darkness, complete darkness"
    ),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scene plays and what the weather is there; `weather` is None under a clear sky.

    Time of day and mood are the scene's own.
    """

    setting: Setting
    indoors: bool
    weather: Weather | None = None
    era: Era = "past"
    features: tuple[Feature, ...] = ()


def find_features(*texts: str) -> tuple[Feature, ...]:
    """Return the features that English texts name, in the order of `FEATURE_WORDS`."""
    words = Words(*texts)
    return tuple(feature for feature, names in FEATURE_WORDS.items() if words.has_any(*names))
