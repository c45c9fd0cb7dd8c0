"""Which set each setting is drawn with, indoors and out."""

from collections.abc import Callable

from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.settings import castles, fields, halls, heights, homes, town, water, woods
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting

PaintSet = Callable[[SceneCanvas], StandingArea]

OUTDOOR_SETS: dict[str, PaintSet] = {
    "forest": woods.forest,
    "garden": woods.garden,
    "lighthouse": water.lighthouse,
    "shore": water.shore,
    "sea": water.sea,
    "river": water.river,
    "lake": water.lake,
    "castle": castles.castle,
    "church": castles.church,
    "ruins": castles.ruins,
    "market": town.market,
    "street": town.street,
    "village": town.village,
    "cottage": town.lone_cottage,
    "farm": fields.farm,
    "desert": heights.desert,
    "snow": heights.snow,
    "mountains": heights.mountains,
    "field": fields.field,
    "road": fields.road,
}
INDOOR_SETS: dict[str, PaintSet] = {
    "cave": heights.cave,
    "kitchen": homes.kitchen,
    "bedroom": homes.bedroom,
    "hall": halls.great_hall,
    "workshop": homes.workshop,
    "library": halls.library,
    "schoolroom": halls.schoolroom,
    "chapel": halls.chapel,
    "stable": halls.stable,
    "dungeon": halls.dungeon,
    "tavern": homes.tavern,
    "room": homes.room,
}
SETS = {**OUTDOOR_SETS, **INDOOR_SETS}

# Each setting's set outdoors and indoors. A setting without a set of its own borrows the nearest one.
SETS_BY_SETTING = {
    Setting.OPEN_COUNTRY: ("field", "room"),
    Setting.FOREST: ("forest", "room"),
    Setting.FOREST_PATH: ("forest", "room"),
    Setting.CLEARING: ("forest", "room"),
    Setting.MOUNTAIN: ("mountains", "cave"),
    Setting.HILL: ("field", "room"),
    Setting.CLIFF: ("shore", "cave"),
    Setting.VALLEY: ("mountains", "room"),
    Setting.BEACH: ("shore", "room"),
    Setting.HARBOUR: ("shore", "room"),
    Setting.SEA: ("sea", "room"),
    Setting.RIVER: ("river", "room"),
    Setting.LAKE: ("lake", "room"),
    Setting.WELL: ("lake", "room"),
    Setting.BRIDGE: ("river", "room"),
    Setting.VILLAGE: ("village", "room"),
    Setting.MARKET: ("market", "tavern"),
    Setting.CITY_STREET: ("street", "room"),
    Setting.COURTYARD: ("garden", "hall"),
    Setting.GARDEN: ("garden", "room"),
    Setting.FARM: ("farm", "stable"),
    Setting.FIELD: ("field", "room"),
    Setting.ROAD: ("road", "room"),
    Setting.DESERT: ("desert", "room"),
    Setting.SWAMP: ("lake", "room"),
    Setting.ISLAND: ("shore", "room"),
    Setting.GRAVEYARD: ("church", "chapel"),
    Setting.RUINS: ("ruins", "dungeon"),
    Setting.ROOFTOP: ("street", "workshop"),
    Setting.SNOWFIELD: ("snow", "room"),
    Setting.ANT_HILL: ("field", "cave"),
    Setting.SKY: ("mountains", "room"),
    Setting.OUTER_SPACE: ("desert", "room"),
    Setting.CASTLE: ("castle", "hall"),
    Setting.COTTAGE: ("cottage", "kitchen"),
    Setting.HOUSE: ("cottage", "room"),
    Setting.TOWER: ("castle", "hall"),
    Setting.LIGHTHOUSE: ("lighthouse", "workshop"),
    Setting.CHURCH: ("church", "chapel"),
    Setting.INN: ("street", "tavern"),
    Setting.MILL: ("river", "workshop"),
    Setting.BARN: ("farm", "stable"),
    Setting.SHIP: ("sea", "room"),
    Setting.SCHOOL: ("street", "schoolroom"),
    Setting.STATION: ("street", "room"),
    Setting.TENT: ("field", "room"),
    Setting.HOSPITAL: ("street", "bedroom"),
    Setting.GREAT_HALL: ("castle", "hall"),
    Setting.KITCHEN: ("cottage", "kitchen"),
    Setting.BEDROOM: ("cottage", "bedroom"),
    Setting.PARLOUR: ("cottage", "kitchen"),
    Setting.ROOM: ("cottage", "room"),
    Setting.LIBRARY: ("street", "library"),
    Setting.WORKSHOP: ("street", "workshop"),
    Setting.LAMP_ROOM: ("lighthouse", "workshop"),
    Setting.CELLAR: ("cottage", "workshop"),
    Setting.DUNGEON: ("castle", "dungeon"),
    Setting.CAVE: ("cave", "cave"),
    Setting.STAIRCASE: ("castle", "hall"),
    Setting.SHOP: ("street", "tavern"),
    Setting.CLASSROOM: ("street", "schoolroom"),
    Setting.OFFICE: ("street", "library"),
    Setting.LABORATORY: ("street", "workshop"),
    Setting.TRAIN_CARRIAGE: ("street", "room"),
    Setting.SHIP_CABIN: ("sea", "room"),
    Setting.SPACESHIP: ("desert", "room"),
}


def choose_set(place: Place) -> str:
    """Return the name of the set, a key of `SETS`, that a place is drawn with."""
    outdoors, indoors = SETS_BY_SETTING[place.setting]
    return indoors if place.indoors else outdoors
