"""The bodies of animals, and the species that are drawn with each."""

from app.vocabulary.species import Species

PERSON = "person"

# Keys of `BEASTS` and of the painters of small animals, with the species that are drawn so. A species
# without a body of its own borrows the nearest one.
SPECIES_BY_BODY = {
    "dog": (Species.DOG, Species.PUPPY),
    "cat": (Species.CAT, Species.KITTEN),
    "fox": (Species.FOX,),
    "wolf": (Species.WOLF,),
    "bear": (Species.BEAR,),
    "badger": (Species.BADGER,),
    "horse": (Species.HORSE, Species.PONY, Species.FOAL, Species.UNICORN),
    "donkey": (Species.DONKEY, Species.MULE),
    "cow": (Species.COW, Species.OX, Species.CALF),
    "goat": (Species.GOAT,),
    "sheep": (Species.SHEEP, Species.LAMB),
    "pig": (Species.PIG,),
    "deer": (Species.DEER, Species.STAG),
    "lion": (Species.LION, Species.TIGER),
    "elephant": (Species.ELEPHANT,),
    "dragon": (Species.DRAGON,),
    "monkey": (Species.MONKEY,),
    "mouse": (Species.MOUSE, Species.RAT),
    "hedgehog": (Species.HEDGEHOG,),
    "squirrel": (Species.SQUIRREL,),
    "hare": (Species.HARE, Species.RABBIT),
    "otter": (Species.OTTER, Species.SEAL),
    "frog": (Species.FROG, Species.TOAD, Species.TURTLE),
    "snake": (Species.SNAKE,),
    "raven": (Species.RAVEN, Species.CROW),
    "duck": (Species.DUCK, Species.GOOSE, Species.SWAN, Species.HERON),
    "hen": (Species.HEN, Species.COCKEREL),
    "bird": (
        Species.BIRD,
        Species.DOVE,
        Species.EAGLE,
        Species.FALCON,
        Species.HAWK,
        Species.NIGHTINGALE,
        Species.OWL,
        Species.PIGEON,
        Species.ROBIN,
        Species.SEAGULL,
        Species.SPARROW,
    ),
    "fish": (Species.FISH, Species.FLOUNDER, Species.SALMON, Species.DOLPHIN, Species.WHALE),
    "ant": (Species.ANT, Species.BEETLE, Species.CRICKET, Species.SPIDER),
    "bee": (Species.BEE, Species.BUTTERFLY),
}
BODIES = {species: body for body, several in SPECIES_BY_BODY.items() for species in several}
