"""All nouns that the catalogue itself gives its things."""

from app.vocabulary.things.catalogue import THINGS


def normalize_noun(noun: str) -> str:
    """Return a noun in lower case, with spaces for hyphens and without its article."""
    key = noun.casefold().replace("-", " ").strip()
    for article in ("the ", "a ", "an "):
        key = key.removeprefix(article)
    return key


# A thing's own name goes before another thing's further noun.
THING_NAMES = {normalize_noun(word): thing.name for thing in THINGS.values() for word in thing.words} | {
    normalize_noun(name): name for name in THINGS
}
