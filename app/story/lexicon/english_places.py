"""English words of place: what a word says of where we are, and whether under a roof."""

from app.story.lexicon.entries import PlaceCue, spread, words

_OUTDOORS = {
    "forest": (
        "forest, forests, woods, the wood, a wood, woodland, thicket, pine trees, the pines, jungle, grove"
    ),
    "forest path": (
        "forest path, forest track, woodland path, path through the trees, path through the forest"
    ),
    "clearing": "clearing, glade",
    "mountain": "mountain, mountains, summit, peak, ridge, mountainside, mountain pass, the pass, hillside",
    "hill": "hill, hilltop, hills",
    "cliff": "cliff, cliffs, precipice, cliff path, headland",
    "valley": "valley, glen, ravine, gorge",
    "beach": "beach, shore, seashore, sands, sea shore, coast, sandbank",
    "harbour": "harbour, harbor, quay, pier, dock, docks, jetty, wharf, port, harbour wall, breakwater",
    "sea": "sea, ocean, open water, open sea, out at sea, the bay",
    "river": "river, stream, brook, riverbank, ford, ferry, waterfall, canal, river bank, stretch of water",
    "lake": "lake, pond, lakeside, lagoon",
    "well": "well in the yard, the old well, the village well, the well",
    "bridge": "bridge, footbridge",
    "village": "village, hamlet, village green, village square",
    "market": (
        "market, market square, marketplace, market-place, bazaar, stalls, fair, fairground, market place"
    ),
    "city street": (
        "city, town, street, streets, alley, alleyway, avenue, city square, lane, lanes, pavement, town "
        "square"
    ),
    "courtyard": "courtyard, castle yard, castle gate, castle gates, palace gates",
    "garden": "garden, gardens, orchard, vineyard, park, hedge",
    "farm": "farm, farmyard, yard, pasture, barnyard, pigsty",
    "field": (
        "field, fields, meadow, meadows, heath, moor, common, the green, plain, cornfield, wheatfield, grass"
    ),
    "road": "road, roads, highroad, crossroads, path, track, highway, roadside, wayside, footpath",
    "desert": "desert, dunes, dune, oasis",
    "swamp": "swamp, marsh, bog, fen",
    "island": "island, isle",
    "graveyard": "graveyard, churchyard, cemetery",
    "rooftop": "rooftop, rooftops, roofs",
    "snowfield": "glacier, snowfield, ice field, tundra",
    "ant hill": "ant-hill, anthill, ant hill",
    "sky": "among the clouds, up in the sky, above the clouds",
    "outer space": "outer space, orbit, moon base, asteroid",
}
_BUILDINGS = {
    "castle": "castle, palace, fortress, chateau",
    "cottage": "cottage, hut, cabin, hovel, shack, shepherd's hut",
    "house": "house, farmhouse, manor, mansion, little house",
    "tower": "tower",
    "lighthouse": "lighthouse",
    "church": "church, cathedral, chapel, temple, abbey",
    "inn": "inn, tavern, alehouse, pub",
    "mill": "mill, windmill, watermill",
    "barn": "barn, stable, stables, cowshed, shed",
    "ship": "ship, deck, fishing boat, sailing boat, steamer, on board",
    "school": "school, schoolhouse",
    "station": "station, railway station, train station, platform",
    "tent": "tent, tents, camp, caravan",
    "hospital": "hospital",
}
_ROOMS = {
    "great hall": "great hall, throne room, hall, ballroom, banquet hall, banqueting hall",
    "kitchen": "kitchen, scullery, bakehouse, bakery, oven",
    "bedroom": "bedroom, bed-chamber, bedchamber, bed chamber, nursery, attic, loft, chamber",
    "parlour": "parlour, sitting room, living room, drawing room, dining room",
    "room": "room, rooms, cell, indoors",
    "library": "library, study, bookshop, archive",
    "workshop": "workshop, smithy, forge, workbench, workroom",
    "lamp room": "lamp room, lantern room",
    "cellar": "cellar, dungeon, vault, crypt, prison, jail",
    "cave": "cave, cavern, tunnel, grotto, mine, den, burrow, lair",
    "staircase": "staircase, stairs, stairway, winding stair, spiral stairs, stairwell",
    "shop": "shop, store, shopfront",
    "classroom": "classroom",
    "office": "office",
    "laboratory": "laboratory",
    "train carriage": "train carriage, railway carriage, compartment",
    "ship cabin": "ship's cabin, captain's cabin, below deck",
    "spaceship": "spaceship, cockpit, airlock, space station",
}
_HINTS = {
    PlaceCue(
        "forest", False, 0.6
    ): "tree, trees, branches, brushwood, moss, bough, pine, pines, oak, ferns, bushes",
    PlaceCue("sea", False, 0.6): "waves, boat, boats, sail, sails, oars, rowed, tide",
    PlaceCue("mountain", False, 0.5): "rocks, crag, crags, snowline, boulders",
    PlaceCue("house", None, 0.4): "home, doorstep, threshold, chimney, door",
    PlaceCue("bedroom", True, 0.7): "bed, beds, pillow",
    PlaceCue(
        "room", True, 0.5
    ): "table, hearth, fireplace, fireside, stove, curtain, ceiling, cupboard, bench",
    PlaceCue("river", False, 0.4): "bank, ferryman, riverside",
    PlaceCue("desert", False, 0.4): "camel, camels",
}

PLACES: dict[str, PlaceCue] = {
    **spread(_HINTS),
    **{word: PlaceCue(setting, False) for word, setting in spread(_OUTDOORS).items()},
    **{word: PlaceCue(setting, None) for word, setting in spread(_BUILDINGS).items()},
    **{word: PlaceCue(setting, True) for word, setting in spread(_ROOMS).items()},
}
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
