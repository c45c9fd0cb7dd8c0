"""Reads what a story says of somebody's looks, phrase by phrase, into the fields of a `CharacterLook`."""

from collections.abc import Iterable
from typing import Any

from app.vocabulary.accessories import Accessory, find_accessory
from app.vocabulary.clothes import CLOTH_COLOURS, Garment
from app.vocabulary.clothes_words import (
    CLOAK_WORDS,
    GARMENT_WORDS,
    HEADWEAR_WORDS,
    MATERIAL_COLOURS,
)
from app.vocabulary.looks import HAIR_COLOURS, HAIR_WORDS, SKIN_WORDS
from app.vocabulary.words import Words, listed

_HAIR = listed(
    "hair, haired, braids, braid, plaits, plait, pigtails, pigtail, ponytail, curls, locks, bun, mane, "
    "fringe, headed, tresses, dreadlocks, bob"
)
_BALD = listed("bald, bald headed, balding, shaved head, shaven head, shaven headed, hairless, bald head")
_BEARDS = {
    "moustache": listed("moustache, mustache, moustached, whiskers"),
    "full": listed("beard, bearded, stubble, goatee"),
}
_SHADES = frozenset(listed("dark, light, pale, bright, deep, rich"))
_BLOND = listed("blonde, blond, redhead, redheaded, brunette")
_BLOND_COLOURS = {"redhead": "red", "redheaded": "red", "brunette": "dark brown"}
_NO_GARMENT = listed("eye, eyed, lips, cheeks, pocket, sleeve, button, hem, hanger")


def read_told(phrases: Iterable[str]) -> dict[str, Any]:
    """Return the fields of a `CharacterLook` that phrases such as "a red coat" tell; the first counts."""
    told: dict[str, Any] = {}
    worn: dict[Accessory, str] = {}
    for phrase in phrases:
        words = Words(phrase)
        found = _read_hair(words) | _read_headwear(words) | _read_clothes(words) | _read_skin(words)
        accessory = find_accessory(words)
        if accessory is not None:
            worn.setdefault(accessory, f"{find_colour(words)} {accessory}".strip())
        for name, value in found.items():
            told.setdefault(name, value)
    if worn:
        told["worn"] = tuple(worn.values())
    return told


def find_colour(words: Words) -> str:
    """Return the first colour of cloth in a phrase, or that of its material, or ""."""
    said = next((word for word in words.sequence if word in CLOTH_COLOURS and word not in _SHADES), "")
    material = next((MATERIAL_COLOURS[word] for word in words.sequence if word in MATERIAL_COLOURS), "")
    return said or material


def _read_hair(words: Words) -> dict[str, Any]:
    if words.has_any(*_BALD):
        return {"hair": "bald"}
    found: dict[str, Any] = {}
    beard = next((beard for beard, said in _BEARDS.items() if words.has_any(*said)), "")
    if beard:
        found["beard"] = "long" if beard == "full" and words.has_any("long") else beard
    is_hair = words.has_any(*_HAIR) and not words.has_any("hairbrush", "hairdresser")
    if is_hair and not beard:
        cut = next((cut for word, cut in HAIR_WORDS.items() if word in words.sequence), "")
        found |= {"hair": cut} if cut else {}
    if is_hair or beard:
        colour = next((word for word in words.sequence if word in HAIR_COLOURS and word != "dark"), "")
        colour = colour or ("dark" if words.has_any("dark") else "")
        found |= {"hair_colour": colour} if colour else {}
    elif (blond := words.first(_BLOND)) and len(words.sequence) < 3:
        found["hair_colour"] = _BLOND_COLOURS.get(blond, blond)
    return found


def _read_headwear(words: Words) -> dict[str, Any]:
    said = words.first(HEADWEAR_WORDS)
    if said is None:
        return {}
    colour = find_colour(words)
    return {"headwear": HEADWEAR_WORDS[said], **({"headwear_colour": colour} if colour else {})}


def _read_clothes(words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {"is_cloaked": True} if words.has_any(*CLOAK_WORDS) else {}
    said, colour = words.first(GARMENT_WORDS), find_colour(words)
    if said is None and not found and words.sequence[-1:] == [colour]:
        return {"clothes_colour": colour}  # "dressed in white"
    if words.has_any(*_NO_GARMENT) or (said is None and not found):
        return found
    if said is not None and GARMENT_WORDS[said] is not Garment.APRON:
        found["clothes"] = GARMENT_WORDS[said].value
    return found | ({"clothes_colour": colour} if colour and said != "apron" else {})


def _read_skin(words: Words) -> dict[str, Any]:
    skin = next((skin for skin, said in SKIN_WORDS.items() if words.has_any(*said)), "")
    return {"skin": skin} if skin else {}
