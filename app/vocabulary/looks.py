"""What a character looks like, as data; the storyboard artist chooses what is left open."""

from dataclasses import dataclass
from typing import Literal

from app.vocabulary.clothes import Headwear
from app.vocabulary.people import Age, Gender
from app.vocabulary.roles import Role
from app.vocabulary.species import Species
from app.vocabulary.words import listed

Kind = Literal["person", "animal", "robot", "other"]
Build = Literal["", "slim", "stout"]
Stature = Literal["", "short", "tall"]
Skin = Literal["", "pale", "light", "tanned", "brown", "dark"]
Hair = Literal["", "short", "curly", "tousled", "shoulder-length", "long", "braided", "pinned-up", "bald"]
Beard = Literal["", "none", "full", "long", "moustache"]

# Colours of hair, and their paint as sRGB.
HAIR_COLOURS = {
    "golden": "#d6ac58",
    "blond": "#d8b468",
    "blonde": "#d8b468",
    "fair": "#cfae72",
    "red": "#a9502c",
    "auburn": "#8a4a2c",
    "ginger": "#b8602f",
    "brown": "#6a452c",
    "dark brown": "#6a452c",
    "chestnut": "#75482d",
    "dark": "#3a2a24",
    "black": "#2a2426",
    "raven": "#26222a",
    "grey": "#a5a3a0",
    "gray": "#a5a3a0",
    "white": "#e6e2da",
    "silver": "#c9c9c8",
    "sandy": "#c39c62",
    "copper": "#b0602f",
    "purple": "#7a4f96",
    "pink": "#d88aa4",
    "blue": "#4f78a8",
    "green": "#5f8f5a",
}
# Colours of fur and feathers, and their paint as sRGB.
COAT_COLOURS = {
    "white": "#e6e0d4",
    "snow-white": "#e6e0d4",
    "black": "#3a363a",
    "grey": "#8a8684",
    "gray": "#8a8684",
    "brown": "#7a5438",
    "red": "#b8602f",
    "russet": "#b8602f",
    "golden": "#c79a54",
    "tabby": "#94785a",
    "chestnut": "#7d4f30",
    "silver": "#a8a8a8",
    "green": "#5f7a48",
}
SKIN_TONES: tuple[Skin, ...] = ("pale", "light", "tanned", "brown", "dark")
EVERYDAY_HAIR_COLOURS = ("black", "dark brown", "chestnut", "auburn", "fair", "red")
OLD_HAIR_COLOURS = ("white", "silver", "grey")
EVERYDAY_COATS = ("brown", "grey", "white", "black")

# English words of a description by what they say of hair, in the order in which they decide.
HAIR_WORDS: dict[str, Hair] = {
    "braids": "braided",
    "braided": "braided",
    "plaited": "braided",
    "curly": "curly",
    "curls": "curly",
    "tousled": "tousled",
    "messy": "tousled",
    "pigtails": "braided",
    "pigtail": "braided",
    "plaits": "braided",
    "plait": "braided",
    "braid": "braided",
    "dreadlocks": "long",
    "ponytail": "long",
    "bob": "short",
    "cropped": "short",
    "crew": "short",
    "wavy": "curly",
    "frizzy": "curly",
    "wild": "tousled",
    "spiky": "tousled",
    "unruly": "tousled",
    "pinned": "pinned-up",
    "bun": "pinned-up",
    "shoulder": "shoulder-length",
    "short": "short",
    "long": "long",
}
BUILD_WORDS: dict[Build, tuple[str, ...]] = {
    "stout": listed("fat, stout, plump, large, big, burly, round, strong, giant, broad"),
    "slim": listed("thin, slender, slim, lean, gaunt, starved"),
}
STATURE_WORDS: dict[Stature, tuple[str, ...]] = {"tall": ("tall",), "short": ("short", "small")}
SKIN_WORDS: dict[Skin, tuple[str, ...]] = {
    "dark": listed("dark skin, dark skinned, black skin, brown skin, african"),
    "pale": listed("pale, white skin, fair skin, snow white, ghost"),
    "tanned": ("weathered", "tanned"),
}


@dataclass(frozen=True, slots=True)
class CharacterLook:
    """What one character looks like wherever they appear.

    Empty values are open. `hair_colour` is a key of `HAIR_COLOURS`, for an animal the colour of its coat
    and a key of `COAT_COLOURS`; `clothes` is a key of `CLOTHES`, `clothes_colour` and
    `headwear_colour` are keys of `CLOTH_COLOURS`; `worn` names accessories, each after its colour if that is
    told ("green scarf"); an empty `clothes` with a `role` means the role's dress. `adjectives` and `feature`,
    a distinctive mark of an animal, are words for prompts only. A group is drawn as one of its members.
    """

    kind: Kind = "person"
    species: Species | None = None
    age: Age = "adult"
    gender: Gender = "neutral"
    role: Role | None = None
    build: Build = ""
    stature: Stature = ""
    skin: Skin = ""
    hair: Hair = ""
    hair_colour: str = ""
    beard: Beard = ""
    clothes: str = ""
    clothes_colour: str = ""
    headwear: Headwear | None = None
    headwear_colour: str = ""
    worn: tuple[str, ...] = ()
    is_cloaked: bool = False
    adjectives: tuple[str, ...] = ()
    feature: str = ""
    is_group: bool = False
