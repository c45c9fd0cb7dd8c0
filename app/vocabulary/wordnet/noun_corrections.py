"""Corrections of what WordNet's counts say of the everyday nouns of stories.

The counts were taken from newspapers and essays, in which tables are of figures and fans are enthusiasts.
"""

from collections.abc import Iterator

from app.vocabulary.people import Age, Gender
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.wordnet.noun_class import Noun, NounClass
from app.vocabulary.words import listed

_CLASSES = {
    NounClass.ROBOT: "cyborg, droid, automaton, bot, golem",
    NounClass.VEHICLE: "motorcycle, moped, motor scooter",
    NounClass.GARMENT: (
        "bowler, dungarees, earmuff, habit, snowshoe, sunglasses, tunic, visor, glove, cloak, cape, belt, "
        "helmet, crown, glasses, spectacles, apron, pyjamas, pajamas, trainer, hood, wig, jumper, "
        "nightcap, robe, collar, sleeve, pocket, button, armour, armor, breastplate, handkerchief, "
        "hoodie, beanie, space suit"
    ),
    NounClass.FOOD: (
        "cornflake, doughnut, hotdog, icing, lettuce, lime, soda, cake, egg, fig, chip, crisps, roll, "
        "stew, salt, pepper, mustard, nut, cherry, peach, plum, turnip, cabbage, carrot, onion, burger, "
        "beef, cream, poison, banana, tart, gingerbread, spaghetti, crumb, medicine, picnic, roast, "
        "banquet, popcorn, cereal, wine, kebab, taco, lunchbox"
    ),
    NounClass.TOOL: (
        "anvil, blowtorch, catapult, lasso, slingshot, whetstone, hammer, bow, arrow, staff, hook, nail, "
        "screw, torch, flashlight, net, fishing net, wrench, brush, comb, toothbrush, shield, whip, club, "
        "trap, sickle, pitchfork, wheel, thermometer, telescope, microscope, compass, stethoscope, syringe, "
        "football, basketball, baseball, volleyball, quill, crayon, chalk, ruler, tongs, ladle, spinning "
        "wheel, loom, trowel, hoe, racket, tweezers, jack, magnifying glass"
    ),
    NounClass.FURNITURE: (
        "beanbag, bureau, commode, futon, ottoman, playpen, table, cupboard, shelf, drawer, seat, "
        "bookshelf, dresser, closet, hammock, cot, bunk, mattress, sideboard, stand, coffin, high chair, "
        "bedside table, nightstand, locker, sink, bathtub, bath, stove, oven, fridge, refrigerator, wash "
        "basin, basin"
    ),
    NounClass.PLANT: (
        "thorn, log, hedge, seed, bramble, seaweed, pine cone, bouquet, toadstool, cactus, undergrowth"
    ),
    NounClass.BODY_PART: (
        "wing, paw, claw, hoof, horn, tail, feather, fur, beak, fang, whisker, snout, mane, antler, "
        "heart, breast, eyebrow, skeleton, brow, waist, curl, fin"
    ),
    NounClass.OBJECT: (
        "ground, album, armband, bauble, calculator, calendar, catalogue, coaster, comic, crutches, domino, "
        "doormat, feather duster, globe, handcuffs, hose, jigsaw, keyring, manuscript, menu, plaque, "
        "printer, pyramid, rattle, ruby, sandcastle, saucepan, sceptre, scroll, shell, signpost, snow "
        "globe, soap, tapestry, teaspoon, toothpaste, torchlight, totem, trophy, voucher, zip, moon, fan, "
        "ring, umbrella, ladder, sun, fire, flame, bonfire, smoke, match, chest, trunk, tin, note, page, "
        "sign, present, gift, toy, ball, kite, cable, drum, whistle, purse, diamond, pearl, badge, medal, "
        "key, chimney, step, post, pillar, column, beam, water, cloud, shadow, wave, light, lightning, "
        "snowball, snowman, snowflake, drop, earth, clay, kennel, hole, screen, television, tv, "
        "smartphone, monitor, machine, pipe, tube, barrel, keg, pile, heap, fountain, anchor, mast, "
        "saddle, bridle, bomb, cards, chess, puzzle, cigar, cigarette, ticket, passport, stamp, record, "
        "file, diary, notebook, lid, streetlamp, traffic light, swing, asteroid, meteor, skylight, "
        "letterbox, cauldron, kettle, pan, pot, dish, teacup, mug, teapot, pitcher, thimble, potion, "
        "reins, model, design, blood, tear, sweat, battery, chain"
    ),
    NounClass.NOTHING: (
        "heaven, heavens, hell, paradise, world, piece, system, material, product, structure, art, "
        "report, act, bill, "
        "block, state, place, spot, "
        "land, soul, snow, frost, dear, medium, patch, male, female, base, target, prey, trail, draw, "
        "ordinary"
    ),
}
_VEHICLES: dict[Setting | None, str] = {
    None: "cable car, jet ski, sidecar, skateboard, caravan, motorbike, wheelchair, scooter",
    Setting.CAR: "camper, excavator, steamroller, cab, van, pickup",
    Setting.SHIP: "liner, longship, punt, schooner, trawler, raft, steamer, ferry boat, gondola",
    Setting.BUS: "omnibus, tram, coach, streetcar",
    Setting.AEROPLANE: "zeppelin, drone",
    Setting.SHIP_CABIN: "submarine",
    Setting.SPACESHIP: "rocket, shuttle, ufo, flying saucer",
}
_ANIMALS = {
    Species.BEAR: "sloth, teddy",
    Species.BEE: "wasp",
    Species.BIRD: "canary, cuckoo, grouse, thrush, loon, swallow, chick",
    Species.CAT: "puss, pussy, pussycat",
    Species.COCKEREL: "cock, peacock",
    Species.DEER: "buck, doe, fawn, hind",
    Species.DOG: "dalmatian, mongrel, pup, pet, pointer",
    Species.DRAGON: "chameleon, alligator, monster, sea monster",
    Species.FISH: (
        "seahorse, halibut, mackerel, sardine, swordfish, tuna, piranha, ray, trout, cod, pike, bass, "
        "perch, herring, carp, sole, eel"
    ),
    Species.FOX: "vixen",
    Species.GOAT: "kid goat",
    Species.HARE: "march hare",
    Species.HEN: "chicken, quail",
    Species.HERON: "emu, ostrich, crane",
    Species.HORSE: "colt, nag",
    Species.MOUSE: "shrew, mole",
    Species.OX: "yak, bull, buffalo",
    Species.PIG: "hog",
    Species.RABBIT: "bunny",
    Species.SHEEP: "ram, ewe, livestock",
    Species.TURTLE: "mock turtle",
    Species.WOLF: "big bad wolf",
    Species.SEAGULL: "albatross",
    Species.OTTER: "beaver, mink, weasel, ermine",
    Species.SNAKE: "maggot, boa",
    Species.SQUIRREL: "chinchilla, gopher",
    Species.BEETLE: "crayfish, mussel, prawn, shrimp, slug, tick",
    Species.DUCK: "dodo",
    Species.TIGER: "leopard",
    Species.SPIDER: "octopus, squid, scorpion",
    Species.BADGER: "raccoon, skunk, wolverine",
    Species.CROW: "rook",
    Species.HAWK: "sparrowhawk",
    Species.FROG: "tadpole",
    Species.HEDGEHOG: "echidna",
}
_PEOPLE: dict[tuple[Role | None, Gender, Age], str] = {
    (None, "neutral", "adult"): (
        "enemy, runaway, superhero, zookeeper, jury member, crew, crowd, family, host, folk, people, "
        "person, twin, gang, band, team, audience, army, police, troop, mob, squad, jury, passerby, "
        "somebody, roommate, lodger, tenant, gymnast, athlete, boss, alien, vampire, zombie, cousin, "
        "genius, clown, acrobat, human, human being"
    ),
    (None, "male", "adult"): (
        "stuntman, sir, mister, chap, bloke, guy, dad, daddy, papa, pa, fireman, postman, milkman"
    ),
    (None, "female", "adult"): (
        "mum, mom, mummy, mommy, mama, madam, ma'am, hostess, ballerina, dame, heroine, muse"
    ),
    (None, "female", "old"): "granny, gran, nan, old woman, old lady",
    (None, "male", "old"): "grandad, granddad, gramps, old man",
    (None, "neutral", "old"): "elder, pensioner, senior citizen",
    (None, "neutral", "child"): "tot, twins, schoolchild, tyke",
    (None, "neutral", "baby"): "newborn baby",
    (None, "neutral", "teen"): "youth, youngster",
    (None, "male", "teen"): "teenage boy",
    (None, "female", "teen"): "teenage girl",
    (Role.PRIEST, "male", "adult"): "bishop, pope, archbishop, cardinal, father christmas",
    (Role.NUN, "female", "adult"): "abbess, mother superior",
    (Role.TRAVELLER, "neutral", "adult"): "guide, commuter",
    (Role.TRAVELLER, "male", "adult"): "cabman, postilion",
    (Role.POLICE_OFFICER, "neutral", "adult"): "constable, sheriff, traffic warden",
    (Role.SOLDIER, "neutral", "adult"): (
        "sergeant, general, colonel, corporal, lieutenant, major, private, archer, warrior, gunner, "
        "trooper, commander"
    ),
    (Role.FARMER, "neutral", "adult"): "farmhand",
    (Role.TEACHER, "neutral", "adult"): "headteacher",
    (Role.MERCHANT, "neutral", "adult"): "salesperson",
    (Role.HATTER, "neutral", "adult"): "hatter",
    (Role.ENGINEER, "neutral", "adult"): (
        "mechanic, plumber, electrician, programmer, technician, hacker, worker"
    ),
    (Role.INNKEEPER, "female", "adult"): "landlady",
    (Role.INNKEEPER, "male", "adult"): "landlord",
    (Role.KEEPER, "neutral", "adult"): "caretaker, janitor, porter, bouncer, warden",
    (Role.WITCH, "female", "adult"): "fortune teller",
    (Role.FAIRY, "neutral", "adult"): "angel, pixie, nymph",
    (Role.FAIRY, "female", "adult"): "fairy godmother",
    (Role.GHOST, "neutral", "adult"): "specter, wraith",
    (Role.GOBLIN, "neutral", "adult"): "devil, demon, imp, gremlin, orc",
    (Role.QUEEN, "female", "adult"): "queen mother, queen of hearts",
    (Role.CAPTAIN, "neutral", "adult"): "admiral, skipper, first mate",
    (Role.SCIENTIST, "neutral", "adult"): "inventor",
    (Role.STRANGER, "neutral", "adult"): (
        "bandit, criminal, burglar, spy, villain, murderer, killer, kidnapper"
    ),
    (Role.NURSE, "neutral", "adult"): "carer, midwife, paramedic",
    (Role.INNKEEPER, "neutral", "adult"): "barista",
    (Role.MAID, "neutral", "adult"): "cleaner",
    (Role.BEGGAR, "neutral", "adult"): "vagabond",
}
_PLACES = {
    Setting.HOUSE: "barracks, home",
    Setting.OPEN_COUNTRY: "wilderness, country, kingdom",
    Setting.CITY_STREET: (
        "suburb, slum, backstreet, promenade, square, neighbourhood, neighborhood, downtown"
    ),
    Setting.MOUNTAIN: "mountaintop, volcano",
    Setting.RESTAURANT: "diner, canteen",
    Setting.HOSPITAL_WARD: "ward",
    Setting.SCHOOL: "academy, kindergarten, orphanage, university, college",
    Setting.OUTER_SPACE: "space",
    Setting.FIELD: "heath, moor, pasture",
    Setting.RIVER: "dam, current",
    Setting.GRAVEYARD: "mausoleum, grave, tomb",
    Setting.COURTROOM: "court",
    Setting.GARDEN: "allotment, yard, backyard, lawn",
    Setting.CLASSROOM: "class",
    Setting.STAIRCASE: "stair",
    Setting.THEATRE: "auditorium, amphitheatre, stage",
    Setting.CORRIDOR: "passage",
    Setting.ROOM: "chamber",
    Setting.CELLAR: "storeroom, basement, bunker",
    Setting.HOSPITAL: "asylum, hospice, clinic",
    Setting.COURTYARD: "compound",
    Setting.WAREHOUSE: "hangar",
    Setting.FARM: "plantation",
    Setting.BUILDING_SITE: "quarry",
    Setting.LAKE: "reservoir",
    Setting.MILL: "sawmill",
    Setting.SUPERMARKET: "mall",
    Setting.SEA: "reef, gulf, fjord, cove, inlet, estuary",
    Setting.ISLAND: "atoll, archipelago",
    Setting.CHURCH: "convent, monastery, nunnery, cloister",
    Setting.BEDROOM: "dormitory",
    Setting.KITCHEN: "pantry",
    Setting.BALCONY: "porch",
    Setting.UNDERGROUND_STATION: "subway",
    Setting.STADIUM: "racecourse",
    Setting.HARBOUR: "waterfront, shipyard",
    Setting.FACTORY: "refinery",
    Setting.ROAD: "junction, roundabout",
    Setting.STATION: "railway",
    Setting.SWIMMING_POOL: "spa",
    Setting.CLIFF: "ledge",
}


def list_corrections() -> Iterator[tuple[str, Noun]]:
    """Yield each corrected word with what it names."""
    for noun_class, words in _CLASSES.items():
        yield from ((word, Noun(noun_class)) for word in listed(words))
    for species, words in _ANIMALS.items():
        animal = Noun(NounClass.ANIMAL, species=species, animal_share=1.0)
        yield from ((word, animal) for word in listed(words))
    for (role, gender, age), words in _PEOPLE.items():
        person = Noun(NounClass.PERSON, role=role, gender=gender, age=age, person_share=1.0)
        yield from ((word, person) for word in listed(words))
    for inside, words in _VEHICLES.items():
        yield from ((word, Noun(NounClass.VEHICLE, setting=inside)) for word in listed(words))
    for setting, words in _PLACES.items():
        yield from ((word, Noun(NounClass.PLACE, setting=setting)) for word in listed(words))


CORRECTIONS = dict(list_corrections())
