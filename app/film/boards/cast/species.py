"""Which animal somebody is, if any."""

from app.vocabulary.words import Words, listed

SPECIES = {
    "dog": ("dog", "hound", "puppy", "terrier", "sheepdog"),
    "cat": ("cat", "kitten", "puss", "tomcat", "kitty"),
    "fox": ("fox", "vixen", "reynard"),
    "wolf": ("wolf", "wolves", "werewolf"),
    "bear": ("bear", "cub"),
    "horse": ("horse", "mare", "stallion", "pony", "foal", "steed", "unicorn"),
    "donkey": ("donkey", "ass", "mule"),
    "cow": ("cow", "ox", "bull", "calf"),
    "goat": ("goat", "kid goat"),
    "sheep": ("sheep", "lamb", "ram", "ewe"),
    "pig": ("pig", "piglet", "boar", "sow", "hog"),
    "deer": ("deer", "stag", "roe", "fawn", "doe", "roebuck"),
    "lion": ("lion", "lioness", "tiger"),
    "mouse": ("mouse", "rat", "mice"),
    "hare": ("hare", "rabbit", "bunny"),
    "frog": ("frog", "toad"),
    "raven": ("raven", "crow", "rook", "blackbird", "magpie"),
    "duck": ("duck", "duckling", "goose", "geese", "swan"),
    "hen": ("hen", "cock", "rooster", "chicken", "chanticleer"),
    "bird": listed(
        "bird, sparrow, dove, pigeon, nightingale, owl, robin, falcon, eagle, hawk, seagull, gull"
    ),
    "fish": ("fish", "flounder", "trout", "salmon", "pike", "whale", "dolphin"),
    "ant": ("ant", "beetle", "spider", "cricket"),
    "bee": ("bee", "wasp", "fly", "butterfly", "firefly"),
}
BIRDS = ("raven", "duck", "hen", "bird")
SMALL = ("ant", "bee", "mouse", "frog", "fish")


def species_of(named: Words, prompt: Words, *, is_person: bool) -> str:
    """Name the species; people whose prompt merely mentions an animal stay people."""
    if named.has_any("queen bee"):
        return "bee"
    if not named.has_any("fisherman", "king", "queen", "prince", "princess"):
        for species, words in SPECIES.items():
            if named.has_any(*words):
                return species
    if is_person or named.has_any("king", "queen", "prince", "princess"):
        return "person"
    return next((species for species, words in SPECIES.items() if prompt.has_any(*words)), "person")
