"""The nouns that name settings."""

from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting

_DETERMINERS = frozenset(["the", "a", "her", "his", "their", "my", "our"])


def list_place_words() -> dict[str, Setting]:
    """Return the settings by their names, without determiners and hyphens: "flat", "tea table"."""
    named = {_name_bare(word): setting for setting, facts in SETTINGS.items() for word in facts.words}
    return named | {setting.value: setting for setting in Setting}


def _name_bare(phrase: str) -> str:
    words = phrase.replace("-", " ").split()
    return " ".join(words[1:] if words[0] in _DETERMINERS else words)
