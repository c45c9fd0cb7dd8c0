"""English verbs in the present tense."""

_IRREGULAR = {"be": "is", "have": "has"}
_HISSING = ("s", "x", "z", "ch", "sh", "o")


def write_present(verb: str, *, is_plural: bool = False) -> str:
    """Return an infinitive, maybe of a phrasal verb, in the third person of the present: "gets up"."""
    head, _, rest = verb.partition(" ")
    return " ".join(filter(None, (_conjugate(head, is_plural=is_plural), rest)))


def _conjugate(verb: str, *, is_plural: bool) -> str:
    if is_plural:
        return "are" if verb == "be" else verb
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith(_HISSING):
        return verb + "es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"
