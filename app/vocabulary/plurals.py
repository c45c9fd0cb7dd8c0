"""The singular of English nouns of people and animals."""

_IRREGULAR = {
    "people": "people",
    "children": "child",
    "geese": "goose",
    "mice": "mouse",
    "oxen": "ox",
    "wolves": "wolf",
    "calves": "calf",
    "thieves": "thief",
    "wives": "wife",
    "elves": "elf",
    "dwarves": "dwarf",
}
_HISSING = ("shes", "ches", "sses", "xes")


def singularize(word: str) -> str:
    """Return the singular of a noun in lower case; a singular stays as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 2 and word != "women":
        return f"{word[:-2]}an"
    if word == "women":
        return "woman"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) else word
