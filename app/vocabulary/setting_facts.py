"""What is known of each setting, with the English words that name it."""

from dataclasses import dataclass

from app.vocabulary.settings import Setting
from app.vocabulary.words import listed


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
        "forest, forests, woods, the wood, a wood, woodland, thicket, pine trees, the pines, grove",
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
        "river, stream, brook, riverbank, ford, ferry, canal, river bank, stretch of water",
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
        "market, market square, marketplace, market-place, bazaar, stalls, fair, fairground, market place, "
        "market stall, stall",
        "square",
    ),
    Setting.CITY_STREET: _outdoors(
        "city, town, street, streets, alley, alleyway, avenue, city square, pavement, town square",
        "downtown",
    ),
    Setting.COURTYARD: _outdoors("courtyard, castle yard, castle gate, castle gates, palace gates"),
    Setting.GARDEN: _outdoors("garden, gardens, orchard, vineyard, hedge", "lawn"),
    Setting.FARM: _outdoors(
        "farm, farmyard, yard, pasture, barnyard, pigsty",
        "haystack, henhouse",
        "corral, cattle, pitchfork, haystacks",
        0.5,
    ),
    Setting.FIELD: _outdoors(
        "field, fields, meadow, meadows, heath, moor, common, plain, cornfield, wheatfield, grass, "
        "battlefield, trench, trenches",
        "prairie, wheat",
    ),
    Setting.ROAD: _outdoors(
        "road, roads, highroad, crossroads, path, track, highway, roadside, wayside, footpath, lane, lanes",
        "crossroad, journey, way",
    ),
    Setting.DESERT: _outdoors("desert, dunes, dune, oasis", "wasteland", "camel, camels", 0.4),
    Setting.SWAMP: _outdoors("swamp, marsh, bog, fen"),
    Setting.ISLAND: _outdoors("island, isle"),
    Setting.GRAVEYARD: _outdoors("graveyard, churchyard, cemetery", "grave"),
    Setting.RUINS: _outdoors("ruin, ruins", "ruined, remains, abandoned"),
    Setting.ROOFTOP: _outdoors("rooftop, rooftops, roofs"),
    Setting.SNOWFIELD: _outdoors(
        "glacier, snowfield, ice field, tundra", "snow, ice, frozen, snowy, arctic, winter, blizzard"
    ),
    Setting.ANT_HILL: _outdoors("ant-hill, anthill, ant hill"),
    Setting.SKY: _outdoors("among the clouds, up in the sky, above the clouds"),
    Setting.OUTER_SPACE: _outdoors("outer space, orbit, asteroid"),
    Setting.CASTLE: _building("castle, palace, fortress, chateau", "citadel, kingdom, gates, court"),
    Setting.COTTAGE: _building("cottage, hut, cabin, hovel, shack, shepherd's hut", "lodge, porch"),
    Setting.HOUSE: _building(
        "house, farmhouse, manor, mansion, little house",
        "",
        "home, doorstep, threshold, chimney, door",
        0.4,
    ),
    Setting.TOWER: _building("tower"),
    Setting.LIGHTHOUSE: _building("lighthouse", "beacon"),
    Setting.CHURCH: _building("church, cathedral, chapel, temple, abbey", "monastery, altar, pew"),
    Setting.INN: _building("inn, tavern, alehouse, pub", "counter"),
    Setting.MILL: _building("mill, windmill, watermill"),
    Setting.BARN: _building("barn, stable, stables, cowshed, shed", "byre, manger"),
    Setting.SHIP: _outdoors("ship, deck, fishing boat, sailing boat, steamer, on board", "aboard"),
    Setting.SCHOOL: _building("school, schoolhouse", "lesson, blackboard"),
    Setting.STATION: _building("station, railway station, train station, platform"),
    Setting.TENT: _building("tent, tents, caravan"),
    Setting.HOSPITAL: _building("hospital", "sickroom"),
    Setting.GREAT_HALL: _room(
        "great hall, throne room, hall, ballroom, banquet hall, banqueting hall", "throne, banquet, ball"
    ),
    Setting.KITCHEN: _room(
        "kitchen, scullery, oven", "dining, supper", "stove, kettle, saucepan, frying pan, cupboard", 0.4
    ),
    Setting.BEDROOM: _room(
        "bedroom, bed-chamber, bedchamber, bed chamber, nursery, chamber",
        "asleep in bed, dormitory",
        "bed, beds, pillow",
        0.7,
    ),
    Setting.PARLOUR: _room("parlour, sitting room, living room, drawing room", "parlor"),
    Setting.ROOM: _room(
        "room, rooms, indoors",
        "interior",
        "table, hearth, fireplace, fireside, stove, curtain, ceiling, cupboard, bench",
        0.5,
    ),
    Setting.LIBRARY: _room("library, study, bookshop, archive", "books, reading room"),
    Setting.WORKSHOP: _room("workshop, smithy, forge, workbench, workroom", "cobbler, shoemaker"),
    Setting.LAMP_ROOM: _room("lamp room, lantern room"),
    Setting.CELLAR: _room("cellar", "storeroom"),
    Setting.DUNGEON: _room("dungeon, vault, crypt"),
    Setting.CAVE: _room("cave, cavern, grotto, mine, den, burrow, lair", "underground"),
    Setting.STAIRCASE: _room("staircase, stairs, stairway, winding stair, spiral stairs, landing"),
    Setting.SHOP: _room("shop, store, shopfront", "boutique"),
    Setting.CLASSROOM: _room(
        "classroom",
        "schoolroom",
        "teacher, chalk, blackboard, pupils, pupil, lesson, lessons, schoolbag, class",
        0.5,
    ),
    Setting.OFFICE: _room("office", "", "computer, photocopier, desk", 0.4),
    Setting.LABORATORY: _room("laboratory, lab, science lab"),
    Setting.TRAIN_CARRIAGE: _room(
        "train carriage, railway carriage, compartment, on the train, aboard the train", "train"
    ),
    Setting.SHIP_CABIN: _room("ship's cabin, captain's cabin, below deck"),
    Setting.SPACESHIP: _room("spaceship, cockpit, airlock", "spacecraft, starship"),
    Setting.FLAT: _room(
        "apartment, penthouse, the flat, her flat, his flat, their flat, my flat, our flat, bedsit", "flat"
    ),
    Setting.STAIRWELL: _room("stairwell, stair well, fire stairs, fire escape, stairhead"),
    Setting.CORRIDOR: _room("corridor, corridors, hallway, passageway", "passage"),
    Setting.LOBBY: _room("lobby, foyer, entrance hall, vestibule", "atrium"),
    Setting.LIFT: _room("elevator, the lift, a lift, lift doors, lift cabin", "lift"),
    Setting.BATHROOM: _room("bathroom, washroom, shower room, lavatory, toilet, restroom, bathtub", "shower"),
    Setting.ATTIC: _room("attic, loft, garret"),
    Setting.BALCONY: _outdoors("balcony, veranda, terrace", "verandah, patio"),
    Setting.DINING_ROOM: _room("dining room, dining table, dining hall, dinner table, canteen, refectory"),
    Setting.TEA_TABLE: _building("tea table, tea-table, tea party, tea-party, laid table, picnic table"),
    Setting.BUS_STOP: _outdoors("bus stop, bus shelter"),
    Setting.BUS: _room(
        "bus, minibus, top deck of the bus, motor coach, tram", "", "passengers, conductor", 0.4
    ),
    Setting.CAR: _room(
        "car, taxi, cab, back seat, passenger seat, driver's seat, inside the van, inside the truck",
        "van, truck, lorry",
    ),
    Setting.UNDERGROUND_STATION: _room(
        "underground station, tube station, metro station, subway station, underground platform", "subway"
    ),
    Setting.UNDERGROUND_TRAIN: _room("underground train, tube train, metro train, subway train, subway car"),
    Setting.AIRPORT: _building("airport, departure lounge, airport terminal, runway, airfield", "hangar"),
    Setting.AEROPLANE: _room(
        "aeroplane, airplane, the plane, aircraft cabin, plane cabin, aboard the plane", "plane, aircraft"
    ),
    Setting.HOSPITAL_CORRIDOR: _room("hospital corridor, hospital hallway, hospital waiting room"),
    Setting.HOSPITAL_WARD: _room(
        "hospital ward, hospital room, hospital bed, operating theatre, emergency room, on the ward",
        "ward",
        "nurse, patient, patients, stretcher",
        0.5,
    ),
    Setting.RESTAURANT: _building(
        "restaurant, diner, bistro, pizzeria", "cafeteria, steakhouse", "waiter, waitress, menu", 0.5
    ),
    Setting.CAFE: _building("café, cafe, coffee shop, coffee house, tea room, teashop", "coffeehouse"),
    Setting.BAR: _room("the bar, a bar, cocktail bar, nightclub, saloon", "bar"),
    Setting.SUPERMARKET: _building(
        "supermarket, grocery store, checkout, shopping centre, shopping mall, department store",
        "mall, aisle",
        "checkout, till",
        0.4,
    ),
    Setting.POLICE_STATION: _building("police station, police headquarters, interrogation room, precinct"),
    Setting.COURTROOM: _room(
        "courtroom, courthouse, court room, court of law, witness stand, jury box",
        "",
        "judge, jury, verdict",
        0.5,
    ),
    Setting.BANK: _room("savings bank, bank counter, bank hall, bank vault", "bank"),
    Setting.MUSEUM: _building("museum, art gallery, picture gallery", "gallery, exhibition"),
    Setting.THEATRE: _building("theatre, theater, opera house, concert hall, backstage", "stage, auditorium"),
    Setting.CINEMA: _building("cinema, movie theater, movie theatre, picture house, picture palace"),
    Setting.FACTORY: _building("factory, assembly line, production line, foundry, brewery", "refinery"),
    Setting.WAREHOUSE: _building("warehouse, depot, storehouse, loading bay", "granary"),
    Setting.GARAGE: _building("garage, car workshop, repair shop", "carport"),
    Setting.CAR_PARK: _outdoors("car park, parking lot, parking garage, multi-storey"),
    Setting.STADIUM: _outdoors("stadium, football pitch, football ground, racetrack, arena", "grandstand"),
    Setting.GYM: _room(
        "gym, gymnasium, sports hall, fitness centre, dojo, changing room, locker room", "boxing ring"
    ),
    Setting.SWIMMING_POOL: _building("swimming pool, swimming baths, lido, poolside"),
    Setting.PARK: _outdoors("park, city park, park bench, bandstand"),
    Setting.PLAYGROUND: _outdoors("playground, sandpit, climbing frame", "swings, sandbox"),
    Setting.TUNNEL: _room("tunnel, tunnels, underpass, sewer, sewers, mine shaft, catacombs"),
    Setting.MOTORWAY: _outdoors("motorway, freeway, expressway, interstate, dual carriageway", "flyover"),
    Setting.PRISON_CELL: _room("prison cell, jail cell, cell, prison, jail, gaol", "penitentiary"),
    Setting.SPACE_STATION: _room("space station, orbital station", "", "airlock, astronaut, astronauts", 0.5),
    Setting.MOON: _outdoors(
        "on the moon, surface of the moon, lunar surface, moon base, moonscape", "lunar, crater, mars"
    ),
    Setting.CONTROL_ROOM: _room("control room, mission control, control centre, bridge of the ship"),
    Setting.WATERFALL: _outdoors("waterfall, waterfalls, cascade, cataract"),
    Setting.CAMPSITE: _outdoors("campsite, camp site, campground, camp, encampment, campfire"),
    Setting.BAKERY: _building("bakery, bakehouse, baker's shop", "patisserie"),
    Setting.PHARMACY: _building("pharmacy, drugstore, chemist's shop, apothecary's shop"),
    Setting.HOTEL: _building("hotel, guesthouse, guest house, hostel, motel", "boarding house"),
    Setting.HOTEL_ROOM: _room("hotel room, hotel suite, motel room"),
    Setting.RECEPTION: _room("reception, reception desk, front desk, waiting room", "waiting area"),
    Setting.MEETING_ROOM: _room("meeting room, conference room, boardroom, conference table"),
    Setting.SCHOOL_YARD: _outdoors("school yard, schoolyard, school playground"),
    Setting.JUNGLE: _outdoors("jungle, rainforest, rain forest", "undergrowth, lianas"),
    Setting.STUDIO: _room("studio, recording studio, newsroom", "sound stage"),
    Setting.GREENHOUSE: _room("greenhouse, conservatory, glasshouse, hothouse"),
    Setting.POST_OFFICE: _building("post office, mail room"),
    Setting.PETROL_STATION: _building("petrol station, gas station, filling station, service station"),
    Setting.BUILDING_SITE: _outdoors("building site, construction site, scaffolding, quarry"),
    Setting.ZOO: _outdoors("zoo, aviary, zoological garden", "menagerie"),
    Setting.CIRCUS: _room("circus, circus ring, circus tent, big top"),
}
