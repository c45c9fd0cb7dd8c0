"""Who somebody is to look at: read from the name and the prompt, completed by the name's own chance."""

import re
from dataclasses import dataclass
from random import Random

from app.film.boards.cast.builds import BEASTS
from app.film.boards.cast.roles import ROLES
from app.film.boards.cast.species import species_of
from app.film.boards.cast.wardrobe import Outfit, outfit_of, role_of
from app.film.boards.chance import chance_of
from app.vocabulary.words import Words, listed

SKINS = ("#f3d3b8", "#ecc3a1", "#dba983", "#c48d64", "#9c6843", "#6f4630")
HAIRS = {
    "golden": "#d6ac58",
    "blond": "#d8b468",
    "blonde": "#d8b468",
    "fair": "#cfae72",
    "red": "#a9502c",
    "auburn": "#8a4a2c",
    "ginger": "#b8602f",
    "brown": "#6a452c",
    "chestnut": "#75482d",
    "dark": "#3a2a24",
    "black": "#2a2426",
    "raven": "#26222a",
    "grey": "#a5a3a0",
    "gray": "#a5a3a0",
    "white": "#e6e2da",
    "silver": "#c9c9c8",
}
_HAIR_BY_CHANCE = ("#6a452c", "#3a2a24", "#8a5a34", "#a9703a", "#2a2426", "#9a522f", "#c79a54")
_COATS = {
    "white": "#e6e0d4", "black": "#3a363a", "grey": "#8a8684", "gray": "#8a8684", "brown": "#7a5438",
    "red": "#b8602f", "russet": "#b8602f", "golden": "#c79a54", "tabby": "#94785a", "chestnut": "#7d4f30",
    "silver": "#a8a8a8",
}  # fmt: skip
_CUTS = {
    "braids": "braids", "braided": "braids", "plaited": "braids", "curly": "curly", "curls": "curly",
    "tousled": "tousled", "messy": "tousled", "pinned": "bun", "bun": "bun", "shoulder": "bob",
    "short": "short", "long": "long",
}  # fmt: skip
_EYES = ("#5a3f2a", "#3f5a6a", "#4f6a48", "#6a5030", "#3a4a7a")
_CHILD = listed(
    "child, boy, girl, kid, little, baby, toddler, young boy, young girl, twin, "
    "schoolboy, schoolgirl, children, orphan"
)
_ELDER = listed(
    "old, elder, elderly, aged, ancient, grandfather, grandmother, granny, grandpa, grandma, wizened, crone"
)
_GROWN = listed("man, woman, king, queen, father, mother, adult, wife, husband, soldier")
_WOMEN = listed(
    "woman, girl, she, her, queen, princess, mother, wife, daughter, sister, grandmother, "
    "granny, witch, lady, aunt, widow, maid, female, stepmother, fairy, nurse, mrs, miss, "
    "duchess, bride, goddess, mermaid, crone, hostess"
)
_MEN = listed(
    "man, boy, he, his, king, prince, father, husband, son, brother, grandfather, wizard, "
    "lord, uncle, male, mr, sir, duke, monk, knight, fisherman, dwarf, soldier, "
    "shoemaker, woodcutter, captain, sailor, miller, tailor"
)
_WOMANLY_ENDINGS = ("a", "ie", "elle", "ine", "ette", "etel", "ys", "een", "ith", "ilse", "rose", "lyn")

# These say that a prompt speaks of a person; left out are words that animals are described with too.
_SAID_OF_ANIMALS = listed(
    "old, little, he, she, his, her, male, female, aged, ancient, mother, father, king, queen, baby"
)
_PEOPLE = (*({*_CHILD, *_ELDER, *_GROWN, *_WOMEN, *_MEN, *ROLES, "person"} - set(_SAID_OF_ANIMALS)),)
_OWNER = re.compile(r"\b[^\W_]+['’]s\b(?=\s+\w)")


@dataclass(frozen=True, slots=True)
class Traits:
    """Everything that is drawn of somebody the same way in each panel."""

    name: str
    species: str
    age: str
    is_woman: bool
    role: str
    skin: str
    hair: str
    eyes: str
    hair_style: str
    beard: str
    outfit: Outfit
    build: float
    stature: float
    face: float

    @property
    def is_person(self) -> bool:
        return self.species == "person"


def traits_of(name: str, prompt: str = "") -> Traits:
    """Read a character's looks; what the words leave open is drawn from the SHA-256 of the name."""
    # "The fisherman's wife" is no fisherman, "the king's son" a prince.
    own = _OWNER.sub(" ", _royal(f"{name}. {prompt}"))
    words, named = Words(own), Words(_OWNER.sub(" ", _royal(name)))
    chance = chance_of("character", " ".join(named.sequence) or name)
    role = role_of(named) or role_of(words)
    is_woman = _is_woman(words, named, chance)
    age = _age(words)
    outfit = outfit_of(words, role, chance, is_woman=is_woman, age=age)
    skin, hair = chance.choice(SKINS[:5]), _hair(words, age, chance)
    style = _hair_style(words, chance, is_woman=is_woman, age=age)
    beard = _beard(words, chance, is_woman=is_woman, age=age)
    species = species_of(named, Words(prompt), is_person=_is_human(Words(prompt)))
    if species in BEASTS:
        hair = _coat(species, Words(prompt), chance)
    return Traits(
        name=name,
        species=species,
        age=age,
        is_woman=is_woman,
        role=role,
        skin=_skin(words, skin),
        hair=hair,
        eyes=chance.choice(_EYES),
        hair_style=style,
        beard=beard,
        outfit=outfit,
        build=_build(words, chance),
        stature=_stature(words, age, chance),
        face=chance.random(),
    )


def _royal(text: str) -> str:
    text = re.sub(r"\bking['’]s (son|sons)\b", "prince", text, flags=re.IGNORECASE)
    return re.sub(r"\b(king|queen)['’]s daughters?\b", "princess", text, flags=re.IGNORECASE)


def _is_human(words: Words) -> bool:
    return words.has_any(*_PEOPLE)


def _is_woman(words: Words, named: Words, chance: Random) -> bool:
    either = chance.random() < 0.5
    for source in (named, words):
        women, men = source.count(_WOMEN), source.count(_MEN)
        if women != men:
            return women > men
    first = named.sequence[0] if named.sequence else ""
    return first.endswith(_WOMANLY_ENDINGS) or (either and not first.isascii())


def _age(words: Words) -> str:
    if words.has_any(*_ELDER):
        return "elder"
    if words.has_any(*_CHILD) and not words.has_any(*_GROWN):
        return "child"
    return "adult"


def _said_of_hair(words: Words) -> list[str]:
    """Give the few words before each "hair", and what beards and braids are called."""
    said: list[str] = []
    for place, word in enumerate(words.sequence):
        if word in ("hair", "haired", "beard", "bearded", "braids", "curls"):
            said += words.sequence[max(0, place - 4) : place + 1]
    return said


def _hair(words: Words, age: str, chance: Random) -> str:
    seeded = chance.choice(_HAIR_BY_CHANCE)
    said = next((word for word in reversed(_said_of_hair(words)) if word in HAIRS), "")
    if said or words.has_any("blond", "blonde", "goldilocks"):
        return HAIRS[said or "blond"]
    return chance.choice(("#e6e2da", "#c4c2be", "#a5a3a0")) if age == "elder" else seeded


def _coat(species: str, prompt: Words, chance: Random) -> str:
    """Choose an animal's fur: a colour the prompt names, or one its kind has."""
    seeded = chance.choice(BEASTS[species].coats)
    said = next((word for word in prompt.sequence[:8] if word in _COATS), "")
    return _COATS.get(said, seeded)


def _hair_style(words: Words, chance: Random, *, is_woman: bool, age: str) -> str:
    seeded = chance.random()
    said = _said_of_hair(words)
    asked = next((style for word, style in _CUTS.items() if word in said), "")
    if asked or words.has_any("bald"):
        return asked or "bald"
    if is_woman:
        choices = {"child": ("braids", "bob", "long"), "elder": ("bun", "bun", "curly")}.get(
            age, ("long", "braids", "bun", "bob")
        )
    else:
        choices = {"child": ("tousled", "short", "curly"), "elder": ("bald", "short", "curly")}.get(
            age, ("short", "tousled", "curly")
        )
    return choices[int(seeded * len(choices))]


def _beard(words: Words, chance: Random, *, is_woman: bool, age: str) -> str:
    seeded = chance.random()
    if (
        words.has_any("clean shaven", "beardless")
        or (is_woman and not words.has_any("beard", "bearded"))
        or age == "child"
    ):
        return ""
    if words.has_any("long beard", "wizard", "dwarf"):
        return "long"
    if words.has_any("beard", "bearded") or age == "elder":
        return "full"
    if words.has_any("moustache", "mustache"):
        return "moustache"
    return ("full", "moustache", "", "")[int(seeded * 4)]


def _skin(words: Words, seeded: str) -> str:
    if words.has_any("dark skin", "dark skinned", "black skin", "brown skin", "african"):
        return SKINS[4]
    if words.has_any("pale", "white skin", "fair skin", "snow white", "ghost"):
        return SKINS[0]
    return SKINS[2] if words.has_any("weathered", "tanned") else seeded


def _build(words: Words, chance: Random) -> float:
    seeded = chance.uniform(0.92, 1.08)
    if words.has_any("fat", "stout", "plump", "large", "big", "burly", "round", "strong", "giant", "broad"):
        return 1.24
    return 0.86 if words.has_any("thin", "slender", "slim", "lean", "gaunt", "starved") else seeded


def _stature(words: Words, age: str, chance: Random) -> float:
    height = {"child": 0.66, "elder": 0.93}.get(age, 1.0) * chance.uniform(0.96, 1.04)
    if words.has_any("giant", "ogre", "troll"):
        return 1.32
    if words.has_any("dwarf", "gnome", "elf", "goblin", "elves", "dwarves"):
        return 0.6
    return height * (1.06 if words.has_any("tall") else 0.94 if words.has_any("short", "small") else 1.0)
