"""Money, jewels and prizes."""

from app.vocabulary.things.thing import Thing
from app.vocabulary.words import listed

TREASURE = (
    Thing("ring", 4, listed("engagement ring, diamond ring, gold ring, wedding ring"), is_held=True),
    Thing("jewel", 6, listed("diamond, gem, gemstone, ruby, emerald, crystal, sapphire"), is_held=True),
    Thing("bracelet", 10, listed("bangle"), is_held=True),
    Thing("earring", 9, listed("earrings"), is_held=True),
    Thing("sceptre", 90, listed("orb and sceptre"), is_held=True),
    Thing("necklace", 24, listed("chain of gold, locket, amulet, pearl, pendant"), is_held=True),
    Thing("coin", 4, listed("gold coin, penny, medallion"), is_held=True),
    Thing("money", 8, listed("banknote, bill, cash, dollar, pound note"), is_held=True),
    Thing("bag of money", 26, listed("moneybag, bag of gold"), is_held=True),
    Thing("credit card", 6, listed("card"), is_held=True),
    Thing("trophy", 35, listed("prize, gold cup"), is_held=True),
    Thing("gold bar", 8, listed("ingot, gold"), is_held=True),
    Thing("pearl shell", 7, listed("oyster"), is_held=True),
)
