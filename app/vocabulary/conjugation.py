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


_INFINITIVES = {
    form: infinitive
    for infinitive, forms in {
        "be": "is are was were been am",
        "run": "ran running",
        "sit": "sat",
        "stand": "stood",
        "lie": "lay lain lying",
        "sleep": "slept",
        "wake": "woke woken",
        "rise": "rose risen",
        "kneel": "knelt",
        "fall": "fell fallen",
        "creep": "crept",
        "ride": "rode ridden",
        "drive": "drove driven",
        "fly": "flew flown",
        "swim": "swam swum",
        "throw": "threw thrown",
        "catch": "caught",
        "hold": "held",
        "take": "took taken",
        "give": "gave given",
        "bring": "brought",
        "eat": "ate eaten",
        "drink": "drank drunk",
        "write": "wrote written",
        "hide": "hid hidden",
        "see": "saw seen",
        "hear": "heard",
        "find": "found",
        "say": "said",
        "tell": "told",
        "speak": "spoke spoken",
        "sing": "sang sung",
        "weep": "wept",
        "fight": "fought",
        "dig": "dug",
        "wear": "wore worn",
        "shake": "shook shaken",
        "break": "broke broken",
        "go": "went gone",
        "come": "came",
        "leave": "left",
        "get": "got",
        "flee": "fled",
        "bend": "bent",
        "leap": "leapt",
        "spring": "sprang sprung",
    }.items()
    for form in forms.split()
}


def list_infinitives(word: str) -> tuple[str, ...]:
    """Return the infinitives that a form of an English verb in lower case may have, the likeliest first."""
    if word in _INFINITIVES:
        return (_INFINITIVES[word],)
    found = [word]
    if word.endswith("ies") or word.endswith("ied"):
        found.append(f"{word[:-3]}y")
    if word.endswith("s") and not word.endswith("ss"):
        found += [word[:-1], word[:-2]]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            is_doubled = stem[-1] == stem[-2] and stem[-1] not in "lsz"
            found += [stem[:-1]] if is_doubled else [stem, f"{stem}e"]
    return tuple(found)
