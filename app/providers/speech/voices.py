"""The voices of the embedded engine: the narrator of each language, and the characters' voices.

Languages that espeak-ng 1.52 can't read are left out: of Japanese it knows kana but no kanji, and of Thai it
drops the vowel signs.
"""

from dataclasses import dataclass, replace

from app.providers.speech.base import Voice
from app.providers.speech.espeak import Prosody
from app.vocabulary.people import Age, Gender


@dataclass(frozen=True, slots=True)
class Narrator:
    """A voice, the engine's name for it, and its prosody."""

    voice: Voice
    engine_voice: str
    prosody: Prosody

    def speed_up(self, factor: float) -> "Narrator":
        """Return the same voice speaking faster by a factor."""
        return replace(self, prosody=replace(self.prosody, rate=round(self.prosody.rate * factor)))


@dataclass(frozen=True, slots=True)
class CharacterVoice:
    """A voice for characters of any language: one of the engine's variants, and its prosody."""

    voice: Voice
    variant: str
    prosody: Prosody

    def read(self, narrator: Narrator) -> Narrator:
        """Return this voice as one that reads the language of a narrator."""
        return Narrator(self.voice, f"{narrator.engine_voice}+{self.variant}", self.prosody)


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

# Measured: the default pitch of the engine's voices, 95 to 98 Hz in English, German and French.
_NARRATOR_HZ = 96.0

NARRATORS: tuple[Narrator, ...] = (
    *(
        Narrator(Voice(name, title, tag, pitch_hz=_NARRATOR_HZ), engine, prosody)
        for name, title, tag, engine, prosody in _ENGLISH
    ),
    *(
        Narrator(Voice(tag.lower(), title, tag, pitch_hz=_NARRATOR_HZ), engine, _CALM)
        for tag, title, engine in _OTHERS
    ),
)

# In pitch neighbours are 1.2 to 1.3 times apart, the narrators on a step of the same ladder, and their range
# is narrow, so that two speakers are told apart even by a few words. The engine's pitch for each step was
# found by `film/sound/pitch.py`; languages differ from English by 2 % at most.
_CHARACTERS: tuple[tuple[str, str, Gender, Age, float, str, Prosody], ...] = (
    ("old-man-3", "Old man, deep", "male", "old", 73, "m4", Prosody(128, 29, 35)),
    ("old-man", "Old man", "male", "old", 73, "m8", Prosody(122, 39, 35)),
    ("man-1", "Man", "male", "adult", 122, "m3", Prosody(140, 70, 35)),
    ("man-2", "Man, clear", "male", "adult", 150, "m1", Prosody(144, 97, 35)),
    ("young-man", "Young man", "male", "teen", 150, "m7", Prosody(150, 91, 35)),
    ("old-woman", "Old woman", "female", "old", 184, "f4", Prosody(124, 57, 35)),
    ("woman-1", "Woman", "female", "adult", 184, "f2", Prosody(142, 50, 35)),
    ("woman-2", "Woman, clear", "female", "adult", 228, "f3", Prosody(146, 65, 35)),
    ("young-woman", "Young woman", "female", "teen", 282, "f5", Prosody(152, 83, 35)),
    ("boy", "Boy", "male", "child", 282, "f3", Prosody(150, 86, 35)),
    ("girl", "Girl", "female", "child", 340, "f5", Prosody(150, 98, 35)),
    ("toddler", "Small child", "neutral", "baby", 408, "linda", Prosody(136, 99, 35)),
    ("man-3", "Man, firm", "male", "adult", 122, "m7", Prosody(138, 71, 35)),
    ("man-4", "Man, soft", "male", "adult", 150, "m6", Prosody(138, 89, 35)),
    ("old-man-2", "Old man, rough", "male", "old", 73, "m1", Prosody(120, 29, 35)),
    ("woman-3", "Woman, warm", "female", "adult", 184, "f1", Prosody(140, 56, 35)),
    ("woman-4", "Woman, firm", "female", "adult", 228, "f4", Prosody(140, 76, 35)),
    ("young-woman-2", "Young woman, bright", "female", "teen", 282, "f2", Prosody(146, 90, 35)),
    ("robot", "Robot", "neutral", "adult", 150, "UniRobot", Prosody(136, 63, 20)),
)
CHARACTER_VOICES: tuple[CharacterVoice, ...] = tuple(
    CharacterVoice(Voice(name, title, "mul", gender, age, name == "robot", pitch_hz), variant, prosody)
    for name, title, gender, age, pitch_hz, variant, prosody in _CHARACTERS
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


def find_voice(name: str, narrator: Narrator) -> Narrator | None:
    """Return the one who speaks with a voice: a narrator, or a character in the language of `narrator`."""
    narrators = (one for one in NARRATORS if one.voice.id == name)
    characters = (one.read(narrator) for one in CHARACTER_VOICES if one.voice.id == name)
    return next(narrators, None) or next(characters, None)
