"""English words of place: the names of settings, and the small words around them."""

from app.story.lexicon.entries import PlaceCue, words
from app.vocabulary.setting_facts import SETTINGS

# Names win over hints, buildings over open places, and rooms over both.
_BY_STRENGTH = sorted(SETTINGS, key=lambda setting: (False, None, True).index(SETTINGS[setting].indoors))

PLACES: dict[str, PlaceCue] = {
    hint: PlaceCue(setting, facts.hint_weight) for setting, facts in SETTINGS.items() for hint in facts.hints
} | {word: PlaceCue(setting) for setting in _BY_STRENGTH for word in SETTINGS[setting].words}
LOCATIVES = words(
    "in into inside to at on onto through across along towards toward by beside near under beneath "
    "reached entered within upon over around up down behind between outside before past among"
)
LEAVINGS = words("from of off beyond without like as no about against")
INSIDE_WORDS = words(
    "inside indoors within room rooms table bed beds hearth fireplace ceiling floor curtain stove oven "
    "parlour kitchen chair armchair cupboard pillow blanket candle candles shelf shelves stairs "
    "upstairs bench chamber bed-chamber"
)
OUTSIDE_WORDS = words(
    "outside outdoors gate gates roof roofs walls yard garden sky hill towers towards approached "
    "approach sails wind rain chimney chimneys afar distance"
)
