"""How two people differ as they are drawn."""

import math

from app.film.boards.cast.traits import Traits
from app.film.boards.colour import lab

# How far two colours are apart that nobody takes for one, in OKLab; skins differ less than cloths do.
_CLEAR, _CLEAR_SKIN = 0.08, 0.05
# How far two factors of a body's width or height are apart that one sees.
_CLEAR_BUILD, _CLEAR_STATURE = 0.12, 0.06


def list_differences(one: Traits, other: Traits) -> list[str]:
    """Return what of two characters clearly differs, by the names of the traits."""
    if one.species is not other.species:
        return ["species", "body"]
    if one.species is not None:
        return ["coat"] if one.coat != other.coat else []
    first, second = one.outfit, other.outfit
    same = {
        "age": one.age == other.age,
        "hair": one.hair == other.hair,
        "beard": one.beard == other.beard,
        "garment": first.garment is second.garment,
        "headwear": first.headwear is second.headwear,
        "cloak": first.is_cloaked == second.is_cloaked,
        "skin": find_distance(one.skin, other.skin) < _CLEAR_SKIN,
        "hair colour": find_distance(one.hair_colour, other.hair_colour) < _CLEAR,
        "main colour": find_distance(first.main, second.main) < _CLEAR,
        "second colour": find_distance(first.second, second.second) < _CLEAR,
        "build": abs(one.build - other.build) < _CLEAR_BUILD,
        "stature": abs(one.stature - other.stature) < _CLEAR_STATURE,
    }
    return [trait for trait, is_same in same.items() if not is_same]


def find_distance(one: str, other: str) -> float:
    """Return how far two colours are apart in OKLab."""
    return math.dist(lab(one), lab(other))
