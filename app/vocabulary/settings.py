"""Settings: the places in which scenes are set, with the English words that name them."""

from dataclasses import dataclass
from enum import StrEnum

from app.vocabulary.words import listed


class Setting(StrEnum):
    """A kind of place, by its name in slug lines."""

    OPEN_COUNTRY = "open country"
    FOREST = "forest"
    FOREST_PATH = "forest path"
    CLEARING = "clearing"
    MOUNTAIN = "mountain"
    HILL = "hill"
    CLIFF = "cliff"
    VALLEY = "valley"
    BEACH = "beach"
    HARBOUR = "harbour"
    SEA = "sea"
    RIVER = "river"
    LAKE = "lake"
    WELL = "well"
    BRIDGE = "bridge"
    VILLAGE = "village"
    MARKET = "market"
    CITY_STREET = "city street"
    COURTYARD = "courtyard"
    GARDEN = "garden"
    FARM = "farm"
    FIELD = "field"
    ROAD = "road"
    DESERT = "desert"
    SWAMP = "swamp"
    ISLAND = "island"
    GRAVEYARD = "graveyard"
    RUINS = "ruins"
    ROOFTOP = "rooftop"
    SNOWFIELD = "snowfield"
    ANT_HILL = "ant hill"
    SKY = "sky"
    OUTER_SPACE = "outer space"
    CASTLE = "castle"
    COTTAGE = "cottage"
    HOUSE = "house"
    TOWER = "tower"
    LIGHTHOUSE = "lighthouse"
    CHURCH = "church"
    INN = "inn"
    MILL = "mill"
    BARN = "barn"
    SHIP = "ship"
    SCHOOL = "school"
    STATION = "station"
    TENT = "tent"
    HOSPITAL = "hospital"
    GREAT_HALL = "great hall"
    KITCHEN = "kitchen"
    BEDROOM = "bedroom"
    PARLOUR = "parlour"
    ROOM = "room"
    LIBRARY = "library"
    WORKSHOP = "workshop"
    LAMP_ROOM = "lamp room"
    CELLAR = "cellar"
    DUNGEON = "dungeon"
    CAVE = "cave"
    STAIRCASE = "staircase"
    SHOP = "shop"
    CLASSROOM = "classroom"
    OFFICE = "office"
    LABORATORY = "laboratory"
    TRAIN_CARRIAGE = "train carriage"
    SHIP_CABIN = "ship cabin"
    SPACESHIP = "spaceship"


@dataclass(frozen=True, slots=True)
class SettingFacts:
    """What is known of a setting.

    `indoors` is None for a building: a scene may be set inside it or in front of it. `words` name the setting
    in a story and in a description, `description_words` in a description only. `hints` are things that are
    found there: in a story each counts `hint_weight` (0 to 1) as much as a word that names the place.
    """

    indoors: bool | None
    words: tuple[str, ...] = ()
    description_words: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    hint_weight: float = 0.0


def _define_setting(indoors: bool | None, words: str, more: str, hints: str, weight: float) -> SettingFacts:
    columns = [listed(column) if column else () for column in (words, more, hints)]
    return SettingFacts(indoors, columns[0], columns[1], columns[2], weight)


def _outdoors(words: str, more: str = "", hints: str = "", weight: float = 0.0) -> SettingFacts:
    return _define_setting(False, words, more, hints, weight)


def _building(words: str, more: str = "", hints: str = "", weight: float = 0.0) -> SettingFacts:
    return _define_setting(None, words, more, hints, weight)


def _room(words: str, more: str = "", hints: str = "", weight: float = 0.0) -> SettingFacts:
    return _define_setting(True, words, more, hints, weight)


SETTINGS = {
    Setting.OPEN_COUNTRY: _outdoors("", "open country, countryside, country"),
    Setting.FOREST: _outdoors(
        "forest, forests, woods, the wood, a wood, woodland, thicket, pine trees, the pines, jungle, grove",
        "wood",
        "tree, trees, branches, brushwood, moss, bough, pine, pines, oak, ferns, bushes",
        0.6,
    ),
    Setting.FOREST_PATH: _outdoors(
        "forest path, forest track, woodland path, path through the trees, path through the forest"
    ),
    Setting.CLEARING: _outdoors("clearing, glade"),
    Setting.MOUNTAIN: _outdoors(
        "mountain, mountains, summit, peak, ridge, mountainside, mountain pass, the pass, hillside",
        "alps, crag, volcano, pass",
        "rocks, crag, crags, snowline, boulders",
        0.5,
    ),
    Setting.HILL: _outdoors("hill, hilltop, hills"),
    Setting.CLIFF: _outdoors("cliff, cliffs, precipice, cliff path, headland"),
    Setting.VALLEY: _outdoors("valley, glen, ravine, gorge", "canyon"),
    Setting.BEACH: _outdoors(
        "beach, shore, seashore, sands, sea shore, coast, sandbank", "sand, seaside, bay"
    ),
    Setting.HARBOUR: _outdoors(
        "harbour, harbor, quay, pier, dock, docks, jetty, wharf, port, harbour wall, breakwater"
    ),
    Setting.SEA: _outdoors(
        "sea, ocean, open water, open sea, out at sea, the bay",
        "",
        "waves, boat, boats, sail, sails, oars, rowed, tide",
        0.6,
    ),
    Setting.RIVER: _outdoors(
        "river, stream, brook, riverbank, ford, ferry, waterfall, canal, river bank, stretch of water",
        "",
        "bank, ferryman, riverside",
        0.4,
    ),
    Setting.LAKE: _outdoors("lake, pond, lakeside, lagoon", "pool, fountain, water's edge"),
    Setting.WELL: _outdoors("well in the yard, the old well, the village well, the well", "well"),
    Setting.BRIDGE: _outdoors("bridge, footbridge"),
    Setting.VILLAGE: _outdoors(
        "village, hamlet, village green, village square", "huts, settlement, houses, cottages"
    ),
    Setting.MARKET: _outdoors(
        "market, market square, marketplace, market-place, bazaar, stalls, fair, fairground, market place",
        "stall, square",
    ),
    Setting.CITY_STREET: _outdoors(
        "city, town, street, streets, alley, alleyway, avenue, city square, lane, lanes, pavement, "
        "town square",
        "downtown",
    ),
    Setting.COURTYARD: _outdoors("courtyard, castle yard, castle gate, castle gates, palace gates"),
    Setting.GARDEN: _outdoors("garden, gardens, orchard, vineyard, park, hedge", "greenhouse, lawn"),
    Setting.FARM: _outdoors("farm, farmyard, yard, pasture, barnyard, pigsty", "haystack, henhouse"),
    Setting.FIELD: _outdoors(
        "field, fields, meadow, meadows, heath, moor, common, the green, plain, cornfield, wheatfield, grass",
        "prairie, wheat",
    ),
    Setting.ROAD: _outdoors(
        "road, roads, highroad, crossroads, path, track, highway, roadside, wayside, footpath",
        "crossroad, journey, way",
    ),
    Setting.DESERT: _outdoors("desert, dunes, dune, oasis", "wasteland", "camel, camels", 0.4),
    Setting.SWAMP: _outdoors("swamp, marsh, bog, fen"),
    Setting.ISLAND: _outdoors("island, isle"),
    Setting.GRAVEYARD: _outdoors("graveyard, churchyard, cemetery", "grave"),
    Setting.RUINS: _outdoors("", "ruin, ruins, ruined, remains, abandoned"),
    Setting.ROOFTOP: _outdoors("rooftop, rooftops, roofs"),
    Setting.SNOWFIELD: _outdoors(
        "glacier, snowfield, ice field, tundra", "snow, ice, frozen, snowy, arctic, winter, blizzard"
    ),
    Setting.ANT_HILL: _outdoors("ant-hill, anthill, ant hill"),
    Setting.SKY: _outdoors("among the clouds, up in the sky, above the clouds"),
    Setting.OUTER_SPACE: _outdoors("outer space, orbit, moon base, asteroid"),
    Setting.CASTLE: _building("castle, palace, fortress, chateau", "citadel, kingdom, gates, court"),
    Setting.COTTAGE: _building("cottage, hut, cabin, hovel, shack, shepherd's hut", "lodge, porch"),
    Setting.HOUSE: _building(
        "house, farmhouse, manor, mansion, little house",
        "apartment",
        "home, doorstep, threshold, chimney, door",
        0.4,
    ),
    Setting.TOWER: _building("tower"),
    Setting.LIGHTHOUSE: _building("lighthouse", "beacon"),
    Setting.CHURCH: _building("church, cathedral, chapel, temple, abbey", "monastery, altar, pew"),
    Setting.INN: _building("inn, tavern, alehouse, pub", "bar, café, cafe, restaurant, counter"),
    Setting.MILL: _building("mill, windmill, watermill"),
    Setting.BARN: _building("barn, stable, stables, cowshed, shed", "byre, manger"),
    Setting.SHIP: _building("ship, deck, fishing boat, sailing boat, steamer, on board", "aboard"),
    Setting.SCHOOL: _building("school, schoolhouse", "lesson, blackboard"),
    Setting.STATION: _building("station, railway station, train station, platform"),
    Setting.TENT: _building("tent, tents, camp, caravan"),
    Setting.HOSPITAL: _building("hospital", "sickroom"),
    Setting.GREAT_HALL: _room(
        "great hall, throne room, hall, ballroom, banquet hall, banqueting hall", "throne, banquet, ball"
    ),
    Setting.KITCHEN: _room("kitchen, scullery, bakehouse, bakery, oven", "dining, supper"),
    Setting.BEDROOM: _room(
        "bedroom, bed-chamber, bedchamber, bed chamber, nursery, attic, loft, chamber",
        "asleep in bed, dormitory",
        "bed, beds, pillow",
        0.7,
    ),
    Setting.PARLOUR: _room("parlour, sitting room, living room, drawing room, dining room", "parlor"),
    Setting.ROOM: _room(
        "room, rooms, cell, indoors",
        "interior, flat, corridor",
        "table, hearth, fireplace, fireside, stove, curtain, ceiling, cupboard, bench",
        0.5,
    ),
    Setting.LIBRARY: _room("library, study, bookshop, archive", "books, museum, reading room"),
    Setting.WORKSHOP: _room(
        "workshop, smithy, forge, workbench, workroom", "garage, cobbler, shoemaker, studio, factory"
    ),
    Setting.LAMP_ROOM: _room("lamp room, lantern room"),
    Setting.CELLAR: _room("cellar", "storeroom"),
    Setting.DUNGEON: _room("dungeon, vault, crypt, prison, jail", "gaol"),
    Setting.CAVE: _room("cave, cavern, tunnel, grotto, mine, den, burrow, lair", "underground"),
    Setting.STAIRCASE: _room("staircase, stairs, stairway, winding stair, spiral stairs, stairwell"),
    Setting.SHOP: _room("shop, store, shopfront"),
    Setting.CLASSROOM: _room("classroom", "schoolroom"),
    Setting.OFFICE: _room("office"),
    Setting.LABORATORY: _room("laboratory"),
    Setting.TRAIN_CARRIAGE: _room("train carriage, railway carriage, compartment"),
    Setting.SHIP_CABIN: _room("ship's cabin, captain's cabin, below deck"),
    Setting.SPACESHIP: _room("spaceship, cockpit, airlock, space station"),
}
