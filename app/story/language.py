"""The languages of stories: those that are understood, and the detection of one."""

from functools import cache

from py3langid import rank

# The languages that espeak-ng has voices for.
_CODES = """
af am ar as az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gd gu he hi hr ht hu hy id is it ja
ka kk kn ko ky la lb lt lv mk ml mr ms mt my ne nl no or pa pl pt qu ro ru sd si sk sl sq sr sv sw ta te th
tr tt ug uk ur uz vi zh
"""
_SPOKEN = frozenset(_CODES.split())
UNDERSTOOD_LANGUAGES = ("en", "de", "fr", "es")
"""The languages whose stories are understood: people, places, lines and actions. Others are only spoken."""
_NAMES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}

_SAME = {"nb": "no", "nn": "no", "yue": "zh", "wuu": "zh", "cmn": "zh"}
_SAMPLE = 4000
_FIRST_GREEK = 0x370  # behind it no Latin letters are common
_FEWEST_LETTERS = 12


def detect(text: str) -> str:
    """Return the language of `text` by its ISO 639-1 code, among those a narrator can speak.

    Too little to judge by, or no letters at all, counts as English (`en`).
    """
    letters = sum(char.isalpha() for char in text[:_SAMPLE])
    tells_by_script = any(char.isalpha() and ord(char) >= _FIRST_GREEK for char in text[:_SAMPLE])
    enough = 2 if tells_by_script else _FEWEST_LETTERS
    if letters < enough:
        return "en"
    return _choose_known(_take_sample(text))


def is_understood(language: str) -> bool:
    """Return whether stories of a language tag (`de`, `de-AT`) are understood."""
    return language.lower().replace("_", "-").split("-")[0] in UNDERSTOOD_LANGUAGES


def name_understood() -> str:
    """Return the understood languages in English words: "English, German and French"."""
    *names, last = (_NAMES[code] for code in UNDERSTOOD_LANGUAGES)
    return f"{', '.join(names)} and {last}"


def _take_sample(text: str) -> str:
    """Take the beginning and the middle, since a book may open with a licence in another language."""
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE]


@cache
def _find_known(code: str) -> str | None:
    code = _SAME.get(code, code)
    return code if code in _SPOKEN else None


def _choose_known(text: str) -> str:
    for code, _score in rank(text):
        if known := _find_known(str(code)):
            return known
    return "en"
