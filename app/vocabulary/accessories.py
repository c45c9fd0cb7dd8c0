"""Accessories: what people wear or bear beside their clothes, with the English words that mean it."""

from enum import StrEnum

from app.vocabulary.clothes import CLOTH_COLOURS
from app.vocabulary.words import Words, listed


class Accessory(StrEnum):
    """What is worn or borne beside the clothes, and told of a person for the whole story."""

    GLASSES = "glasses"
    SUNGLASSES = "sunglasses"
    EYE_PATCH = "eye patch"
    FRECKLES = "freckles"
    SCAR = "scar"
    HEAD_BANDAGE = "head bandage"
    EARRINGS = "earrings"
    HEADPHONES = "headphones"
    SCARF = "scarf"
    TIE = "tie"
    BOW_TIE = "bow tie"
    NECKLACE = "necklace"
    MEDAL = "medal"
    SLING = "sling"
    TATTOO = "tattoo"
    APRON = "apron"
    BACKPACK = "backpack"
    SATCHEL = "satchel"
    WOODEN_LEG = "wooden leg"
    BOOTS = "boots"
    WINGS = "wings"
    CANE = "cane"
    UMBRELLA = "umbrella"


ACCESSORY_WORDS: dict[str, Accessory] = {
    **dict.fromkeys(listed("sunglasses, dark glasses, mirrored glasses, shades"), Accessory.SUNGLASSES),
    **dict.fromkeys(listed("glasses, spectacles, bespectacled, goggles, pince nez"), Accessory.GLASSES),
    **dict.fromkeys(
        listed("eye patch, eyepatch, patch over, one eyed, had one eye, only one eye"), Accessory.EYE_PATCH
    ),
    **dict.fromkeys(listed("freckles, freckled, freckle"), Accessory.FRECKLES),
    **dict.fromkeys(listed("scar, scarred, scars"), Accessory.SCAR),
    **dict.fromkeys(listed("earring, ear rings"), Accessory.EARRINGS),
    **dict.fromkeys(listed("headphones, earphones, ear defenders"), Accessory.HEADPHONES),
    **dict.fromkeys(listed("scarf, shawl, muffler, neckerchief, bandana, boa"), Accessory.SCARF),
    **dict.fromkeys(listed("bow tie, bowtie"), Accessory.BOW_TIE),
    **dict.fromkeys(listed("tie, necktie, cravat"), Accessory.TIE),
    **dict.fromkeys(listed("necklace, pendant, pearls, beads, amulet, locket"), Accessory.NECKLACE),
    **dict.fromkeys(listed("medal, badge, star on, rosette"), Accessory.MEDAL),
    **dict.fromkeys(listed("sling, plaster cast, arm in plaster, arm in a cast"), Accessory.SLING),
    **dict.fromkeys(listed("tattoo, tattooed"), Accessory.TATTOO),
    **dict.fromkeys(listed("apron, pinafore"), Accessory.APRON),
    **dict.fromkeys(listed("backpack, rucksack, knapsack, schoolbag, haversack"), Accessory.BACKPACK),
    **dict.fromkeys(listed("satchel, shoulder bag, messenger bag, mail bag, handbag"), Accessory.SATCHEL),
    **dict.fromkeys(listed("wooden leg, peg leg, one legged, artificial leg"), Accessory.WOODEN_LEG),
    **dict.fromkeys(listed("boots, wellingtons, wellies, galoshes, waders"), Accessory.BOOTS),
    **dict.fromkeys(listed("wings, winged"), Accessory.WINGS),
    **dict.fromkeys(listed("cane, walking stick, crutch, crutches, stick"), Accessory.CANE),
    **dict.fromkeys(listed("umbrella, parasol, brolly"), Accessory.UMBRELLA),
}
"""English words that mean each; the first that a description holds decides."""
_ON_THE_HEAD = ("head", "brow", "forehead", "temple")


def find_accessory(words: Words) -> Accessory | None:
    """Return the accessory that a short description means, or None."""
    if words.has_any("bandage", "bandaged", "dressing") and words.has_any(*_ON_THE_HEAD):
        return Accessory.HEAD_BANDAGE
    if words.has_any("arm", "hand") and words.has_any("bandage", "bandaged", "plaster"):
        return Accessory.SLING
    found = words.first(ACCESSORY_WORDS)
    return ACCESSORY_WORDS[found] if found else None


def split_worn(said: str) -> tuple[Accessory | None, str]:
    """Return the accessory and the colour, "" for none, of an entry such as "green scarf"."""
    colour, _, item = said.partition(" ")
    if colour not in CLOTH_COLOURS:
        colour, item = "", said
    return next((one for one in Accessory if one.value == item), None), colour
