"""The cut of each garment: how far it reaches down the legs, how wide, what shows beside it."""

from dataclasses import dataclass

from app.film.boards.cast.traits import Traits
from app.vocabulary.clothes import Garment


@dataclass(frozen=True, slots=True)
class Style:
    """How a garment is cut, lengths in body units.

    `drop` is how far its hem is down the legs, which are 48 long, and `flare` how far it stands off them.
    `cuff` is the width of a sleeve's end. Colours are sRGB; `gloves` is "" for bare hands.
    """

    drop: float
    flare: float
    cuff: float = 5.2
    shoes: str = "#4a3428"
    gloves: str = ""
    has_bare_legs: bool = False
    has_boots: bool = False
    has_short_sleeves: bool = False
    is_one_piece: bool = False
    has_matching_trousers: bool = False
    is_bulky: bool = False
    is_belted: bool = False


_STYLES = {
    Garment.TUNIC: Style(15, 4.0, has_boots=True, is_belted=True),
    Garment.COAT: Style(25, 4.0, has_boots=True),
    Garment.JACKET: Style(5, 1.5, shoes="#3a3638"),
    Garment.SUIT: Style(8, 1.8, shoes="#26242a", has_matching_trousers=True),
    Garment.SHIRT: Style(4, 1.2, shoes="#5a4434", is_belted=True),
    Garment.HOODIE: Style(5, 2.0, 5.6, shoes="#d8d4ca"),
    Garment.T_SHIRT: Style(4, 1.2, shoes="#c8c4ba", has_short_sleeves=True),
    Garment.UNIFORM: Style(8, 1.8, shoes="#26242a", has_matching_trousers=True, is_belted=True),
    Garment.WHITE_COAT: Style(24, 3.0, shoes="#3a3638"),
    Garment.OVERALLS: Style(2, 1.0, shoes="#4a3a30", has_boots=True, is_one_piece=True),
    Garment.SPACE_SUIT: Style(
        3, 2.0, 7.4, "#b8bcc0", "#b8bcc0", has_boots=True, is_one_piece=True, is_bulky=True
    ),
    Garment.SPORTSWEAR: Style(
        13, 3.0, shoes="#2c2a30", has_bare_legs=True, has_short_sleeves=True, is_belted=False
    ),
    Garment.APRON: Style(14, 3.5, is_belted=True),
    Garment.DRESS: Style(33, 7.0, has_bare_legs=True),
    Garment.APRON_DRESS: Style(36, 7.5, has_bare_legs=True),
    Garment.SKIRT: Style(27, 5.0, has_bare_legs=True),
    Garment.GOWN: Style(46, 12.0, 7.5, has_bare_legs=True),
    Garment.ROBE: Style(44, 8.0, 9.0),
    Garment.ARMOUR: Style(8, 3.0, 5.6, "#7d848a", "#8a9196", has_boots=True, is_one_piece=True),
}


def find_style(traits: Traits) -> Style:
    """Return the cut of what a person wears."""
    return _STYLES[traits.outfit.garment]
