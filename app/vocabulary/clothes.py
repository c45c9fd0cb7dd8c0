"""What people wear: garments, headwear, colours of cloth, and the clothes of each era in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Era = Literal["tale", "past", "modern"]


class Garment(StrEnum):
    """What is worn over the body."""

    TUNIC = "tunic"
    COAT = "coat"
    JACKET = "jacket"
    APRON = "apron"
    DRESS = "dress"
    GOWN = "gown"
    ROBE = "robe"
    ARMOUR = "armour"
    APRON_DRESS = "apron_dress"
    SUIT = "suit"
    SHIRT = "shirt"
    HOODIE = "hoodie"
    T_SHIRT = "t_shirt"
    SKIRT = "skirt"
    UNIFORM = "uniform"
    WHITE_COAT = "white_coat"
    OVERALLS = "overalls"
    SPACE_SUIT = "space_suit"
    SPORTSWEAR = "sportswear"


class Headwear(StrEnum):
    """What is worn on the head."""

    CROWN = "crown"
    CIRCLET = "circlet"
    HOOD = "hood"
    POINTED_HAT = "pointed"
    POINTED_CAP = "pointy_cap"
    HELMET = "helmet"
    KNITTED_CAP = "knit"
    STRAW_HAT = "straw"
    BRIMMED_HAT = "brimmed"
    BERET = "beret"
    FEATHERED_HAT = "feather"
    KERCHIEF = "kerchief"
    TRICORN = "tricorn"
    PEAKED_CAP = "peaked"
    SPACE_HELMET = "space_helmet"
    STEEL_HELMET = "steel_helmet"
    COOK_HAT = "cook_hat"
    NURSE_CAP = "nurse_cap"
    TOP_HAT = "top_hat"
    COWBOY_HAT = "cowboy_hat"
    WIG = "wig"
    HARD_HAT = "hard_hat"
    SAILOR_CAP = "sailor_cap"


# Names of cloth colours, and their paint as sRGB.
CLOTH_COLOURS = {
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
    "moss green": "#4f7350",
    "slate blue": "#3f628c",
    "deep red": "#a63f38",
    "navy": "#2c3a5c",
    "turquoise": "#3f8f90",
    "maroon": "#6e2f35",
    "burgundy": "#6e2f35",
    "khaki": "#8a7f54",
    "beige": "#c9b48e",
    "tan": "#b08a5c",
    "cream": "#e6dcc0",
    "ivory": "#ece4d0",
    "lilac": "#a08fb8",
    "lavender": "#a08fb8",
    "emerald": "#2f7a58",
    "olive": "#6c6a3c",
    "mustard": "#c09a34",
}


@dataclass(frozen=True, slots=True)
class Clothes:
    """A set of clothes; `garment` is None where what is worn under the cloak is open."""

    garment: Garment | None
    headwear: Headwear | None = None
    is_cloaked: bool = False


CLOTHES = {
    **{garment.value: Clothes(garment) for garment in Garment},
    "linen tunic and a leather belt": Clothes(Garment.TUNIC),
    "wool jerkin and breeches": Clothes(Garment.TUNIC),
    "hooded cloak over a tunic": Clothes(Garment.TUNIC, Headwear.HOOD, is_cloaked=True),
    "wool dress and an apron": Clothes(Garment.DRESS),
    "long dress and a shawl": Clothes(Garment.DRESS),
    "laced gown under a cloak": Clothes(Garment.GOWN, is_cloaked=True),
    "smock and wooden clogs": Clothes(Garment.TUNIC),
    "patched tunic": Clothes(Garment.TUNIC),
    "short cloak over a linen shirt": Clothes(None, is_cloaked=True),
    "travelling cloak over plain wool": Clothes(None, is_cloaked=True),
    "linen tunic": Clothes(Garment.TUNIC),
    "wool jerkin": Clothes(Garment.TUNIC),
    "wool coat and waistcoat": Clothes(Garment.COAT),
    "long coat and a neckerchief": Clothes(Garment.COAT),
    "shirt, braces and wool trousers": Clothes(Garment.SHIRT),
    "long skirt and a shawl": Clothes(Garment.DRESS),
    "plain dress with a high collar": Clothes(Garment.DRESS),
    "long coat and a headscarf": Clothes(Garment.COAT, Headwear.KERCHIEF),
    "pinafore over a plain shirt": Clothes(Garment.DRESS),
    "knitted jumper": Clothes(Garment.HOODIE),
    "short coat and a scarf": Clothes(Garment.COAT),
    "wool coat": Clothes(Garment.COAT),
    "long coat and a scarf": Clothes(Garment.COAT),
    "jacket over a shirt": Clothes(Garment.JACKET),
    "plain jumper and jeans": Clothes(Garment.HOODIE),
    "overcoat": Clothes(Garment.COAT),
    "jacket and trousers": Clothes(Garment.JACKET),
    "knitted cardigan and a skirt": Clothes(Garment.SKIRT),
    "raincoat": Clothes(Garment.COAT),
    "hooded jumper": Clothes(Garment.HOODIE),
    "striped T-shirt and dungarees": Clothes(Garment.T_SHIRT),
    "anorak": Clothes(Garment.JACKET),
}
"""Clothes by their description in prompts."""

# What plain people of each era wear, by gender, or "child" for children of any.
ERA_CLOTHES: dict[Era, dict[str, tuple[str, ...]]] = {
    "tale": {
        "male": ("linen tunic and a leather belt", "wool jerkin and breeches", "hooded cloak over a tunic"),
        "female": ("wool dress and an apron", "long dress and a shawl", "laced gown under a cloak"),
        "child": ("smock and wooden clogs", "patched tunic", "short cloak over a linen shirt"),
        "neutral": ("travelling cloak over plain wool", "linen tunic", "wool jerkin"),
    },
    "past": {
        "male": ("wool coat and waistcoat", "long coat and a neckerchief", "shirt, braces and wool trousers"),
        "female": ("long skirt and a shawl", "plain dress with a high collar", "long coat and a headscarf"),
        "child": ("pinafore over a plain shirt", "knitted jumper", "short coat and a scarf"),
        "neutral": ("wool coat", "long coat and a scarf", "knitted jumper"),
    },
    "modern": {
        "male": ("jacket over a shirt", "plain jumper and jeans", "overcoat"),
        "female": ("jacket and trousers", "knitted cardigan and a skirt", "raincoat"),
        "child": ("hooded jumper", "striped T-shirt and dungarees", "anorak"),
        "neutral": ("jacket", "plain jumper and jeans", "coat"),
    },
}
# The colours that the clothes of plain people come in.
EVERYDAY_COLOURS = ("moss green", "russet", "slate blue", "ochre", "plum", "grey", "deep red", "teal")
