"""The clothes that are drawn: those of the look, those of the role, or a choice by the name."""

from dataclasses import dataclass
from random import Random

from app.vocabulary.clothes import CLOTH_COLOURS, CLOTHES, Clothes, Garment, Headwear
from app.vocabulary.looks import CharacterLook
from app.vocabulary.roles import DRESSES, TROUSERED_ROLES, Dress

_EVERYDAY_CLOTHS = (
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
_LONG = (Garment.DRESS, Garment.APRON_DRESS, Garment.SKIRT, Garment.GOWN, Garment.ROBE)
_TROUSERS = ("#43526a", "#4b4844", "#5c5344", "#343a46", "#54617a")
_MODERN = (Garment.JACKET, Garment.SHIRT, Garment.HOODIE, Garment.T_SHIRT, Garment.WHITE_COAT)
_WOMENS = (Garment.DRESS, Garment.APRON_DRESS, Garment.GOWN)
_NO_CLOTHES = Clothes(None)
_NO_DRESS = Dress(None, None)


@dataclass(frozen=True, slots=True)
class Outfit:
    """Clothes as drawn: garment, headwear, and colours as `#rrggbb` before the light falls on them.

    `hat` is the told colour of the headwear, "" where it has that of the clothes.
    """

    garment: Garment
    headwear: Headwear | None
    main: str
    second: str
    trim: str
    is_cloaked: bool
    hat: str = ""

    @property
    def is_long(self) -> bool:
        """Whether the garment hides the legs."""
        return self.garment in _LONG


def choose_outfit(look: CharacterLook, rng: Random, *, is_woman: bool) -> Outfit:
    """Return the outfit of a look; what it leaves open comes from `rng`, which is always used alike."""
    main, second = rng.sample(_EVERYDAY_CLOTHS, 2)
    trim, luck, trousers = rng.choice(_TRIMS), rng.random(), rng.choice(_TROUSERS)
    clothes = CLOTHES.get(look.clothes, _NO_CLOTHES)
    dress = DRESSES[look.role] if look.role else _NO_DRESS
    garment = _choose_garment(look, clothes, dress, luck, is_woman=is_woman)
    usual = None if dress.headwear is Headwear.NURSE_CAP and not is_woman else dress.headwear
    headwear = look.headwear or clothes.headwear or usual
    if headwear is None and look.role is None and not look.hair and garment is not Garment.JACKET:
        headwear = _choose_headwear(luck, look.age, is_woman=is_woman)
    return Outfit(
        garment,
        headwear,
        CLOTH_COLOURS.get(look.clothes_colour, dress.colour) or main,
        trousers if garment in _MODERN else second,
        trim,
        look.is_cloaked or clothes.is_cloaked or dress.is_cloaked,
        CLOTH_COLOURS.get(look.headwear_colour, ""),
    )


def _choose_garment(
    look: CharacterLook, clothes: Clothes, dress: Dress, luck: float, *, is_woman: bool
) -> Garment:
    garment = clothes.garment
    if garment is Garment.TUNIC and is_woman:
        return Garment.DRESS
    garment = garment or dress.garment
    if not is_woman and clothes.garment is None and garment in _WOMENS:
        return Garment.T_SHIRT if garment is Garment.DRESS else Garment.ROBE
    if garment is None:
        return Garment.DRESS if is_woman else Garment.TUNIC if luck < 0.6 else Garment.COAT
    if is_woman and look.role not in TROUSERED_ROLES:
        if garment is Garment.APRON:
            return Garment.APRON_DRESS
        return Garment.DRESS if garment in (Garment.TUNIC, Garment.COAT) else garment
    return garment


def _choose_headwear(luck: float, age: str, *, is_woman: bool) -> Headwear | None:
    if age == "old" and is_woman:
        return Headwear.KERCHIEF if luck < 0.6 else None
    if age in ("baby", "child"):
        return None
    if is_woman:
        return Headwear.KERCHIEF if luck < 0.22 else None
    return Headwear.BRIMMED_HAT if luck < 0.16 else Headwear.BERET if luck < 0.28 else None
