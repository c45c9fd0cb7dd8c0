"""What people wear: by role, by words, by the story's time, never by fashion."""

from dataclasses import dataclass
from random import Random

from app.film.boards.cast.roles import ROLES
from app.vocabulary.words import Words, listed

CLOTHS = {
    "red": "#a63f38",
    "scarlet": "#b03a34",
    "crimson": "#94303a",
    "blue": "#3f628c",
    "green": "#4f7350",
    "yellow": "#cfa544",
    "golden": "#c79a44",
    "gold": "#c79a44",
    "purple": "#6a4a80",
    "violet": "#6f5490",
    "white": "#e8e2d4",
    "black": "#3a363c",
    "brown": "#7a5638",
    "grey": "#82807c",
    "gray": "#82807c",
    "teal": "#3f7478",
    "plum": "#6f4060",
    "ochre": "#b8863c",
    "russet": "#96522f",
    "pink": "#cf8a92",
    "orange": "#c4743a",
    "silver": "#b0b2b6",
}
_BY_CHANCE = (
    "#7d4a42",
    "#3f5f73",
    "#56704a",
    "#8a6a3a",
    "#6a5070",
    "#4a6a6a",
    "#94603f",
    "#5a5f80",
    "#a0753c",
)
_TRIMS = ("#e2d3b0", "#c9a45a", "#d8c8b4", "#b8825a")
_GARMENT_WORDS = listed(
    "cloak, dress, coat, gown, tunic, robe, hood, shirt, cape, clothes, jacket, jerkin, doublet, apron, "
    "scarf, sweater, smock, jumper, skirt, shawl, pinafore, waistcoat, overcoat, cardigan, raincoat, anorak"
)
_GARMENTS_BY_WORD = {
    "gown": "gown", "dress": "dress", "skirt": "dress", "pinafore": "dress", "robe": "robe", "habit": "robe",
    "armour": "armour", "armor": "armour", "apron": "apron", "coat": "coat", "overcoat": "coat",
    "raincoat": "coat", "jacket": "jacket", "jumper": "jacket", "cardigan": "jacket", "anorak": "jacket",
    "jeans": "jacket", "space suit": "jacket", "tunic": "tunic", "jerkin": "tunic", "smock": "tunic",
}  # fmt: skip
_MODERN = listed(
    "modern, jacket, jeans, hoodie, suit, t shirt, trainers, sneakers, businessman, scientist, engineer"
)
_HATS_BY_WORD = {
    "pointed hood": "pointy_cap",
    "peaked cap": "peaked",
    "tiara": "circlet",
    "circlet": "circlet",
    "crown": "crown",
    "hood": "hood",
    "hooded": "hood",
    "straw hat": "straw",
    "helmet": "helmet",
    "kerchief": "kerchief",
    "headscarf": "kerchief",
    "turban": "kerchief",
    "bonnet": "kerchief",
    "pointed hat": "pointed",
    "woollen cap": "knit",
    "feathered hat": "feather",
    "cap": "beret",
    "hat": "brimmed",
}


@dataclass(frozen=True, slots=True)
class Outfit:
    """Clothes: the kind of garment and hat, and colours as `#rrggbb` before the light falls on them."""

    garment: str
    hat: str
    main: str
    second: str
    trim: str
    cloaked: bool

    @property
    def is_long(self) -> bool:
        """Whether the garment hides the legs."""
        return self.garment in ("dress", "gown", "robe")


def role_of(words: Words) -> str:
    """Name the first role the words give, or an empty string."""
    return words.first(ROLES) or ""


def outfit_of(words: Words, role: str, chance: Random, *, is_woman: bool, age: str) -> Outfit:
    """Dress somebody; the same words and chance always dress them alike."""
    main, second = chance.sample(_BY_CHANCE, 2)
    trim, luck = chance.choice(_TRIMS), chance.random()
    hat, garment, cloth = ROLES.get(role, ("", "", ""))
    garment = _garment_of(words, is_woman=is_woman) or garment
    if not garment:
        garment = (
            "jacket"
            if words.has_any(*_MODERN)
            else "dress"
            if is_woman
            else "tunic"
            if luck < 0.6
            else "coat"
        )
    elif (
        is_woman
        and garment in ("tunic", "apron", "coat")
        and role not in ("soldier", "knight", "hunter", "pirate", "captain", "dwarf", "elf")
    ):
        garment = "apron_dress" if garment == "apron" else "dress"
    hat = _HATS_BY_WORD.get(words.first(_HATS_BY_WORD) or "", hat)
    if not hat and not role and garment != "jacket":
        hat = _hat_by_chance(luck, age, is_woman=is_woman)
    return Outfit(
        garment, hat, cloth_of(words) or cloth or main, second, trim, words.has_any("cloak", "cape", "mantle")
    )


def cloth_of(words: Words) -> str:
    """Find the first colour said of clothes: "a red cloak", "a teal linen tunic", "dressed in green"."""
    sequence = words.sequence
    for place, word in enumerate(sequence):
        if word in CLOTHS:
            said_of = sequence[place + 1 : place + 5]
            worn = place > 0 and sequence[place - 1] in ("in", "wears", "wearing")
            if worn or any(garment in said_of for garment in _GARMENT_WORDS):
                return CLOTHS[word]
    return ""


def _garment_of(words: Words, *, is_woman: bool) -> str:
    garment = _GARMENTS_BY_WORD.get(words.first(_GARMENTS_BY_WORD) or "", "")
    return "dress" if is_woman and garment == "tunic" else garment


def _hat_by_chance(luck: float, age: str, *, is_woman: bool) -> str:
    if age == "elder" and is_woman:
        return "kerchief" if luck < 0.6 else ""
    if age == "child":
        return ""
    if is_woman:
        return "kerchief" if luck < 0.22 else ""
    return "brimmed" if luck < 0.16 else "beret" if luck < 0.28 else ""
