"""The narrators of the embedded engine: the voice of each language, and how it speaks.

Languages that espeak-ng 1.52 can't read are left out: of Japanese it knows kana but no kanji, and of Thai it
drops the vowel signs.
"""

from dataclasses import dataclass, replace

from app.providers.speech.base import Voice
from app.providers.speech.espeak import Prosody


@dataclass(frozen=True, slots=True)
class Narrator:
    """A voice, the engine's name for it, and its prosody."""

    voice: Voice
    engine_voice: str
    prosody: Prosody


# About 155 words a minute including pauses; the engine counts without them.
_CALM = Prosody(rate=138)

_ENGLISH = (
    ("en-us", "English (America)", "en-US", "gmw/en-US", _CALM),
    ("en-gb", "English (Britain)", "en-GB", "gmw/en", _CALM),
    ("en-gb-rp", "English (Received Pronunciation)", "en-GB", "gmw/en-GB-x-rp", _CALM),
    ("en-gb-scotland", "English (Scotland)", "en-GB", "gmw/en-GB-scotland", _CALM),
)
_OTHERS = (
    ("af", "Afrikaans", "gmw/af"),
    ("ar", "Arabic", "sem/ar"),
    ("bg", "Bulgarian", "zls/bg"),
    ("bn", "Bengali", "inc/bn"),
    ("ca", "Catalan", "roa/ca"),
    ("cs", "Czech", "zlw/cs"),
    ("cy", "Welsh", "cel/cy"),
    ("da", "Danish", "gmq/da"),
    ("de", "German", "gmw/de"),
    ("el", "Greek", "grk/el"),
    ("eo", "Esperanto", "art/eo"),
    ("es", "Spanish (Spain)", "roa/es"),
    ("es-419", "Spanish (Latin America)", "roa/es-419"),
    ("et", "Estonian", "urj/et"),
    ("fa", "Persian", "ira/fa"),
    ("fi", "Finnish", "urj/fi"),
    ("fr", "French", "roa/fr"),
    ("ga", "Irish", "cel/ga"),
    ("he", "Hebrew", "sem/he"),
    ("hi", "Hindi", "inc/hi"),
    ("hr", "Croatian", "zls/hr"),
    ("hu", "Hungarian", "urj/hu"),
    ("hy", "Armenian", "ine/hy"),
    ("id", "Indonesian", "poz/id"),
    ("is", "Icelandic", "gmq/is"),
    ("it", "Italian", "roa/it"),
    ("ka", "Georgian", "ccs/ka"),
    ("ko", "Korean", "ko"),
    ("lt", "Lithuanian", "bat/lt"),
    ("lv", "Latvian", "bat/lv"),
    ("mk", "Macedonian", "zls/mk"),
    ("ms", "Malay", "poz/ms"),
    ("nb", "Norwegian", "gmq/nb"),
    ("nl", "Dutch", "gmw/nl"),
    ("pl", "Polish", "zlw/pl"),
    ("pt", "Portuguese (Portugal)", "roa/pt"),
    ("pt-BR", "Portuguese (Brazil)", "roa/pt-BR"),
    ("ro", "Romanian", "roa/ro"),
    ("ru", "Russian", "zle/ru"),
    ("sk", "Slovak", "zlw/sk"),
    ("sl", "Slovenian", "zls/sl"),
    ("sq", "Albanian", "ine/sq"),
    ("sr", "Serbian", "zls/sr"),
    ("sv", "Swedish", "gmq/sv"),
    ("sw", "Swahili", "bnt/sw"),
    ("ta", "Tamil", "dra/ta"),
    ("tr", "Turkish", "trk/tr"),
    ("uk", "Ukrainian", "zle/uk"),
    ("vi", "Vietnamese", "aav/vi"),
    ("yue", "Chinese (Cantonese)", "sit/yue"),
    ("zh", "Chinese (Mandarin)", "sit/cmn"),
)

NARRATORS: tuple[Narrator, ...] = (
    *(Narrator(Voice(name, title, tag), engine, prosody) for name, title, tag, engine, prosody in _ENGLISH),
    *(Narrator(Voice(tag.lower(), title, tag), engine, _CALM) for tag, title, engine in _OTHERS),
)
_LANGUAGE_ALIASES = {"no": "nb", "nn": "nb", "cmn": "zh", "iw": "he", "in": "id"}


def find_narrator(language: str) -> Narrator | None:
    """Return the narrator of a language tag such as "en-GB", else the first of its language, else None."""
    wanted = language.replace("_", "-").lower()
    base = wanted.split("-")[0]
    base = _LANGUAGE_ALIASES.get(base, base)
    exact = (narrator for narrator in NARRATORS if narrator.voice.language.lower() == wanted)
    related = (narrator for narrator in NARRATORS if narrator.voice.language.split("-")[0] == base)
    return next(exact, None) or next(related, None)


def speed_up(narrator: Narrator, factor: float) -> Narrator:
    """Return a narrator who speaks faster by a factor."""
    return replace(narrator, prosody=replace(narrator.prosody, rate=round(narrator.prosody.rate * factor)))
