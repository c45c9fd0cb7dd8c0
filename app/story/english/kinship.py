"""Words for relatives: the gender that each tells, and what it makes of its owner."""

from app.vocabulary.people import Gender

KIN: dict[str, Gender] = {
    **dict.fromkeys(["father", "dad", "daddy", "papa", "husband", "brother", "son", "uncle"], "male"),
    **dict.fromkeys(["grandfather", "grandpa", "granddad", "grandad", "gramps", "nephew"], "male"),
    **dict.fromkeys(["grandson", "stepfather", "stepson"], "male"),
    **dict.fromkeys(["mother", "mum", "mom", "mama", "wife", "sister", "daughter", "aunt"], "female"),
    **dict.fromkeys(["grandmother", "grandma", "granny", "gran", "nana", "niece"], "female"),
    **dict.fromkeys(["granddaughter", "stepmother", "stepdaughter"], "female"),
    **dict.fromkeys(["parent", "grandparent", "cousin", "twin", "sibling", "grandchild", "baby"], "neutral"),
}
"""Nouns of relatives, with the gender that they tell."""
_PARENTS = ("father", "mother")
INVERSE_KIN: dict[str, tuple[str, str]] = {
    **dict.fromkeys(["son", "daughter", "child", "baby", "boy", "girl"], _PARENTS),
    **dict.fromkeys(["wife", "husband"], ("husband", "wife")),
    **dict.fromkeys(["brother", "sister", "twin"], ("brother", "sister")),
    **dict.fromkeys(["grandson", "granddaughter", "grandchild"], ("grandfather", "grandmother")),
    **dict.fromkeys(["uncle", "aunt"], ("nephew", "niece")),
    **dict.fromkeys(["nephew", "niece"], ("uncle", "aunt")),
}
"""What the owner of a relative is to them, if a man and if a woman."""
_PLAIN = {
    **dict.fromkeys(["dad", "daddy", "papa"], "father"),
    **dict.fromkeys(["mum", "mom", "mama", "mummy"], "mother"),
    **dict.fromkeys(["grandpa", "granddad", "grandad", "gramps"], "grandfather"),
    **dict.fromkeys(["grandma", "granny", "gran", "nana"], "grandmother"),
}


def name_kin(noun: str) -> str:
    """Return the plain noun of a relative that a fond one means: "grandfather" for "grandpa"."""
    return _PLAIN.get(noun, noun)
