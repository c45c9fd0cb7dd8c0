"""Small things of the house."""

from app.vocabulary.things.thing import Thing
from app.vocabulary.words import listed

HOUSEHOLD = (
    Thing("picture", 60, listed("painting, portrait, picture frame, photograph in a frame"), is_held=True),
    Thing("mirror", 40, listed("looking-glass, hand mirror"), is_held=True),
    Thing("clock", 35, listed("mantel clock, mantelpiece clock"), is_held=True),
    Thing("wall clock", 35, listed("clock face"), is_held=True),
    Thing("alarm clock", 14, is_held=True),
    Thing("watch", 9, listed("wristwatch, pocket watch"), is_held=True),
    Thing("stopwatch", 9, is_held=True),
    Thing("bell", 18, listed("handbell"), is_held=True),
    Thing("desk bell", 8, listed("reception bell, service bell"), is_held=True),
    Thing("vase", 30, is_held=True),
    Thing(
        "bin",
        60,
        listed("dustbin, wastebasket, trash can, trashcan, dumpster, rubbish bin, garbage can, waste basket"),
        is_held=True,
    ),
    Thing("shower", 210, listed("shower head"), is_held=True),
    Thing("toilet paper", 11, listed("paper towel, roll of paper"), is_held=True),
    Thing("toothbrush", 18, is_held=True),
    Thing("razor", 14, is_held=True),
    Thing("comb", 14, listed("hairbrush"), is_held=True),
    Thing("lipstick", 8, is_held=True),
    Thing("safety pin", 4, listed("pin, brooch"), is_held=True),
    Thing("paper fan", 24, listed("hand fan, folding fan"), is_held=True),
    Thing("scales", 45, listed("balance, pair of scales"), is_held=True),
    Thing("coffin", 60, listed("casket"), is_held=True),
    Thing("urn", 35, is_held=True),
    Thing("prayer beads", 30, listed("rosary"), is_held=True),
    Thing("gift", 28, listed("present, wrapped gift"), is_held=True),
    Thing("ribbon", 12, listed("hair ribbon"), is_held=True),
    Thing("handkerchief", 12, listed("tissue, tissues, kerchief, napkin"), is_held=True),
    Thing("cigarette", 3, listed("cigar"), is_held=True),
    Thing("pipe", 8, listed("tobacco pipe"), is_held=True),
    Thing("scroll", 28, listed("parchment, papyrus, decree"), is_held=True),
)
