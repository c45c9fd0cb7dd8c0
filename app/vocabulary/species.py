"""Species of animals, with the words that name them, and their coats."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.vocabulary.words import Words, listed


class Species(StrEnum):
    """An animal by its everyday English noun."""

    ANT = "ant"
    BADGER = "badger"
    BEAR = "bear"
    BEAVER = "beaver"
    BEE = "bee"
    BEETLE = "beetle"
    BIRD = "bird"
    BISON = "bison"
    BUTTERFLY = "butterfly"
    CALF = "calf"
    CAMEL = "camel"
    CAT = "cat"
    CATERPILLAR = "caterpillar"
    CHICK = "chick"
    COCKEREL = "cockerel"
    COW = "cow"
    CRAB = "crab"
    CRICKET = "cricket"
    CROCODILE = "crocodile"
    CROW = "crow"
    DEER = "deer"
    DINOSAUR = "dinosaur"
    DOG = "dog"
    DOLPHIN = "dolphin"
    DONKEY = "donkey"
    DOVE = "dove"
    DRAGON = "dragon"
    DUCK = "duck"
    EAGLE = "eagle"
    ELEPHANT = "elephant"
    FALCON = "falcon"
    FISH = "fish"
    FLOUNDER = "flounder"
    FOAL = "foal"
    FOX = "fox"
    FROG = "frog"
    GIRAFFE = "giraffe"
    GOAT = "goat"
    GOOSE = "goose"
    GORILLA = "gorilla"
    HAMSTER = "hamster"
    HARE = "hare"
    HAWK = "hawk"
    HEDGEHOG = "hedgehog"
    HEN = "hen"
    HERON = "heron"
    HIPPO = "hippo"
    HORSE = "horse"
    JELLYFISH = "jellyfish"
    KANGAROO = "kangaroo"
    KITTEN = "kitten"
    LADYBIRD = "ladybird"
    LAMB = "lamb"
    LEOPARD = "leopard"
    LION = "lion"
    LIZARD = "lizard"
    LLAMA = "llama"
    LOBSTER = "lobster"
    MONKEY = "monkey"
    MOUSE = "mouse"
    MULE = "mule"
    NIGHTINGALE = "nightingale"
    OCTOPUS = "octopus"
    OTTER = "otter"
    OWL = "owl"
    OX = "ox"
    PANDA = "panda"
    PARROT = "parrot"
    PEACOCK = "peacock"
    PENGUIN = "penguin"
    PIG = "pig"
    PIGEON = "pigeon"
    PONY = "pony"
    PUPPY = "puppy"
    RABBIT = "rabbit"
    RAT = "rat"
    RAVEN = "raven"
    ROBIN = "robin"
    SALMON = "salmon"
    SCORPION = "scorpion"
    SEAGULL = "seagull"
    SEAL = "seal"
    SHARK = "shark"
    SHEEP = "sheep"
    SKUNK = "skunk"
    SNAIL = "snail"
    SNAKE = "snake"
    SPARROW = "sparrow"
    SPIDER = "spider"
    SQUIRREL = "squirrel"
    STAG = "stag"
    SWAN = "swan"
    TIGER = "tiger"
    TOAD = "toad"
    TURKEY = "turkey"
    TURTLE = "turtle"
    UNICORN = "unicorn"
    WHALE = "whale"
    WOLF = "wolf"
    WORM = "worm"


@dataclass(frozen=True, slots=True)
class Animal:
    """What is known of a species in general.

    `synonyms` mean the species in a story and in a description; `description_words` do so in a
    description only, because in running prose they have other meanings ("fly", "ram"). `coat` is its usual
    colour, "" where that differs from animal to animal, and `feature` a distinctive mark.
    """

    synonyms: tuple[str, ...] = ()
    description_words: tuple[str, ...] = ()
    coat: str = ""
    feature: str = "bright eyes"


ANIMALS = {
    **{species: Animal() for species in Species},
    Species.ANT: Animal(coat="black", feature="thin bent feelers"),
    Species.BEAR: Animal((), ("cub",), "brown", "small round ears"),
    Species.BEE: Animal((), listed("queen bee, wasp, fly, firefly"), "golden", "dark stripes"),
    Species.CAT: Animal((), listed("puss, tomcat, kitty"), "tabby", "green eyes"),
    Species.CHICK: Animal((), listed("chicks"), "yellow"),
    Species.COCKEREL: Animal(("rooster",), ("cock", "chanticleer")),
    Species.COW: Animal((), ("bull",)),
    Species.CROW: Animal((), listed("rook, blackbird, magpie"), "black", "glossy feathers"),
    Species.DEER: Animal((), listed("roe, fawn, doe, roebuck")),
    Species.DOG: Animal(("hound",), ("terrier", "sheepdog"), "brown", "one white ear"),
    Species.DONKEY: Animal(("ass",), (), "grey", "long soft ears"),
    Species.DRAGON: Animal((), ("wyvern",), "green", "leathery wings"),
    Species.DUCK: Animal((), ("duckling",), "white", "an orange bill"),
    Species.FISH: Animal((), ("trout", "pike")),
    Species.FOX: Animal((), ("vixen", "reynard"), "russet", "a white-tipped tail"),
    Species.FROG: Animal(coat="green", feature="golden eyes"),
    Species.GOAT: Animal((), ("kid goat",), "white", "curved horns"),
    Species.GOOSE: Animal((), ("geese",), "white", "a long neck"),
    Species.HEN: Animal((), ("chicken",)),
    Species.HORSE: Animal((), listed("mare, stallion, steed"), "chestnut", "a dark mane"),
    Species.LION: Animal((), ("lioness",)),
    Species.MOUSE: Animal((), ("mice",), "grey", "round ears"),
    Species.PARROT: Animal(listed("cockatoo, macaw, parakeet, budgie, budgerigar, cockatiel"), ()),
    Species.OWL: Animal(coat="brown", feature="great round eyes"),
    Species.PIG: Animal((), listed("piglet, boar, sow, hog")),
    Species.RABBIT: Animal((), ("bunny",)),
    Species.RAVEN: Animal(coat="black", feature="glossy feathers"),
    Species.SEAGULL: Animal(("gull",), (), "white", "grey wings"),
    Species.SHEEP: Animal((), ("ram", "ewe")),
    Species.SNAKE: Animal(("serpent",), ("viper", "adder")),
    Species.SWAN: Animal(coat="white", feature="a long curved neck"),
    Species.CROCODILE: Animal(("alligator",)),
    Species.BISON: Animal(("buffalo",)),
    Species.HIPPO: Animal(("hippopotamus",)),
    Species.LADYBIRD: Animal(("ladybug",)),
    Species.GORILLA: Animal((), listed("ape, orangutan, chimpanzee")),
    Species.WOLF: Animal((), ("wolves", "werewolf"), "grey", "yellow eyes"),
}


def list_species_words(species: Species) -> Iterator[str]:
    """Yield every English word that means a species in a description."""
    yield species.value
    yield from ANIMALS[species].synonyms
    yield from ANIMALS[species].description_words


_ALL_WORDS = {word: species for species in Species for word in list_species_words(species)}


def find_species(words: Words) -> Species | None:
    """Return the species that a description names first, or None."""
    at = words.first_in_text(_ALL_WORDS)
    return _ALL_WORDS[at] if at else None
