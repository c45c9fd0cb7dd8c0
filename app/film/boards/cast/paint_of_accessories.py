"""The colours of accessories, told or usual."""

from app.film.boards.cast.front import GOLD
from app.film.boards.cast.portrait import Portrait
from app.vocabulary.accessories import Accessory
from app.vocabulary.clothes import CLOTH_COLOURS

# The colours of accessories whose colour is not told, as sRGB.
_COLOURS = {
    Accessory.GLASSES: "#3a3438",
    Accessory.SUNGLASSES: "#1f1d22",
    Accessory.EYE_PATCH: "#1f1d22",
    Accessory.HEAD_BANDAGE: "#f4efe4",
    Accessory.SCARF: "#a63f38",
    Accessory.TIE: "#8a2f3a",
    Accessory.BOW_TIE: "#8a2f3a",
    Accessory.NECKLACE: "#f0e8d8",
    Accessory.MEDAL: GOLD,
    Accessory.SLING: "#f4efe4",
    Accessory.APRON: "#f0e9da",
    Accessory.BACKPACK: "#4f6a48",
    Accessory.SATCHEL: "#7a5230",
    Accessory.WINGS: "#e6eef2",
    Accessory.EARRINGS: GOLD,
    Accessory.HEADPHONES: "#2c2a30",
    Accessory.TATTOO: "#2c3a4a",
}


def find_paint(portrait: Portrait, item: Accessory) -> str:
    """Return the colour of an accessory in the light."""
    told = dict(portrait.traits.worn).get(item, "")
    return portrait.cloth(CLOTH_COLOURS.get(told, _COLOURS.get(item, "#5a4434")))
