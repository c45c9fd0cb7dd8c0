"""The wider senses by which animals get a species, people a role and places a setting.

The everyday words of `app.vocabulary` name senses themselves; these tables add the wider ones, by the first
word of their sense. Where no drawable species is near, the one whose body is most alike stands for it.
"""

from collections.abc import Mapping
from typing import TypeVar

from app.vocabulary.people import ROLE_NOUNS
from app.vocabulary.place_words import list_place_words
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species, list_species_words

Kind = TypeVar("Kind", Species, Role, Setting)

_ALIKE = {
    Species.ANT: "louse flea termite",
    Species.BADGER: "skunk wolverine raccoon mustelid anteater",
    Species.BEAR: "panda procyonid sloth edentate armadillo",
    Species.BEE: "wasp hymenopteran dipterous_insect fly mosquito hornet",
    Species.BEETLE: "insect bug arthropod crustacean crab lobster snail mollusk invertebrate cockroach",
    Species.BIRD: "bird passerine finch parrot cuckoo hummingbird swallow lark thrush parvorder",
    Species.BUTTERFLY: "lepidopterous_insect moth dragonfly damselfly caterpillar",
    Species.CAT: "feline cat domestic_cat wildcat",
    Species.COCKEREL: "cock peafowl pheasant turkey",
    Species.COW: "bovine cattle bison",
    Species.CRICKET: "orthopterous_insect grasshopper locust mantis",
    Species.CROW: "corvine_bird magpie jay",
    Species.DEER: "antelope giraffe gazelle ruminant ungulate even-toed_ungulate mammal animal vertebrate",
    Species.DOG: "canine dog hyena jackal carnivore",
    Species.DOLPHIN: "porpoise",
    Species.DRAGON: "lizard crocodilian_reptile dinosaur mythical_monster diapsid reptile saurian",
    Species.DUCK: "waterfowl aquatic_bird penguin seabird wading_bird",
    Species.EAGLE: "vulture condor bird_of_prey",
    Species.ELEPHANT: "pachyderm rhinoceros hippopotamus mammoth proboscidean",
    Species.FISH: "fish shark eel aquatic_vertebrate",
    Species.FROG: "amphibian frog",
    Species.GOAT: "goat_antelope chamois llama",
    Species.HARE: "leporid kangaroo marsupial",
    Species.HEN: "gallinaceous_bird domestic_fowl partridge quail chick",
    Species.HERON: "stork crane flamingo ostrich ratite ibis",
    Species.HORSE: "equine horse zebra camel odd-toed_ungulate",
    Species.LION: "big_cat",
    Species.MONKEY: "primate ape lemur hominid",
    Species.MOUSE: "rodent insectivore mole shrew dormouse",
    Species.OTTER: "weasel beaver mink ferret musteline_mammal viverrine monotreme",
    Species.OX: "bull buffalo yak bullock",
    Species.PIG: "swine hog aardvark",
    Species.RAVEN: "bat",
    Species.SEAL: "pinniped_mammal walrus sea_cow aquatic_mammal",
    Species.SNAKE: "snake worm",
    Species.SPIDER: "arachnid scorpion octopus centipede cephalopod jellyfish",
    Species.TIGER: "leopard panther jaguar lynx cheetah cougar",
    Species.TURTLE: "chelonian tortoise",
    Species.WHALE: "cetacean",
}
_NEAR_ROLES = {
    Role.KING: "king male_monarch",
    Role.LORD: "nobleman aristocrat male_aristocrat",
    Role.LADY: "noblewoman lady female_aristocrat",
    Role.SOLDIER: "serviceman soldier military_personnel enlisted_man warrior",
    Role.CAPTAIN: "commissioned_naval_officer naval_commander",
    Role.GUARD: "lawman watchman guard",
    Role.SAILOR: "sailor",
    Role.FARMER: "farmer planter",
    Role.SHEPHERD: "herder cattleman cowboy",
    Role.PEASANT: "peasant farmhand",
    Role.HUNTER: "hunter",
    Role.COOK: "cook",
    Role.INNKEEPER: "waiter bartender",
    Role.MERCHANT: "merchant shopkeeper trader businessman businessperson banker salesman",
    Role.PRIEST: "clergyman priest spiritual_leader judge",
    Role.MONK: "religious",
    Role.MAID: "maid housekeeper cleaner laundress",
    Role.NURSE: "nurse midwife",
    Role.SERVANT: "servant manservant domestic",
    Role.BEGGAR: "beggar vagrant poor_person tramp",
    Role.TRAVELLER: "traveler passenger wanderer",
    Role.STRANGER: "criminal thief wrongdoer",
    Role.MINSTREL: "musician singer entertainer",
    Role.DETECTIVE: "detective investigator spy",
    Role.DOCTOR: "doctor medical_practitioner health_professional",
    Role.TEACHER: "educator teacher",
    Role.POLICE_OFFICER: "policeman",
    Role.PILOT: "aviator driver operator",
    Role.SCIENTIST: "scientist",
    Role.ENGINEER: "engineer mechanic programmer technician",
    Role.BLACKSMITH: "metalworker",
    Role.TAILOR: "craftsman garmentmaker artist",
    Role.GIANT: "giant",
    Role.WITCH: "witch",
    Role.WIZARD: "sorcerer",
    Role.FAIRY: "fairy",
    Role.GHOST: "apparition",
}
_NEAR_SETTINGS = {
    Setting.HOUSE: "house dwelling building",
    Setting.ROOM: "room",
    Setting.LAKE: "lake pond body_of_water",
    Setting.SEA: "sea ocean",
    Setting.RIVER: "stream watercourse channel",
    Setting.MOUNTAIN: "mountain natural_elevation volcano",
    Setting.CLIFF: "cliff drop",
    Setting.VALLEY: "valley",
    Setting.BEACH: "shore",
    Setting.CITY_STREET: "city municipality street thoroughfare town",
    Setting.OPEN_COUNTRY: "country geographical_area land",
    Setting.ROAD: "road path track",
    Setting.CASTLE: "castle palace defensive_structure fortification",
    Setting.CHURCH: "place_of_worship",
    Setting.SHIP: "ship boat vessel",
    Setting.CAR: "motor_vehicle car",
    Setting.AEROPLANE: "aircraft",
    Setting.SPACESHIP: "spacecraft rocket",
    Setting.TRAIN_CARRIAGE: "train railcar",
    Setting.FIELD: "field grassland",
    Setting.FOREST: "forest wood",
    Setting.SWAMP: "wetland",
    Setting.SHOP: "mercantile_establishment shop",
    Setting.SCHOOL: "school",
    Setting.CORRIDOR: "passageway hallway",
    Setting.STAIRCASE: "stairway",
    Setting.WORKSHOP: "workplace",
    Setting.FARM: "farm",
    Setting.VILLAGE: "settlement village",
    Setting.BARN: "outbuilding farm_building",
    Setting.HARBOUR: "landing pier port",
}


def _index(kinds: Mapping[Kind, str]) -> dict[str, Kind]:
    return {word: kind for kind, words in kinds.items() for word in words.split()}


EVERYDAY_SPECIES = {word.replace(" ", "_"): kind for kind in Species for word in list_species_words(kind)}
EVERYDAY_ROLES = {word.replace(" ", "_"): role for word, role in ROLE_NOUNS.items()}
EVERYDAY_SETTINGS = {word.replace(" ", "_"): setting for word, setting in list_place_words().items()}
WIDER_SPECIES = _index(_ALIKE)
WIDER_ROLES = _index(_NEAR_ROLES)
WIDER_SETTINGS = _index(_NEAR_SETTINGS)
