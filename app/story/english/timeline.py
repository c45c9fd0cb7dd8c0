"""The timeline of a story: where it is, at what time and in what weather, sentence by sentence."""

import re
from collections.abc import Sequence

from app.story.lexicon.entries import Lexicon, words
from app.vocabulary.light import Weather

_HOURS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        start=1,
    )
}
_CLOCK = re.compile(
    r"\b((?:half|quarter|five|ten|twenty|twenty-five|\d{1,2})(?: minutes)? (?:past|to) )?(\d{1,2}|"
    + "|".join(_HOURS)
    + r")"
    r"(?:[:.]\d\d)?(?: ?(o'clock|o’clock|a\.?m\.?|p\.?m\.?))?"
    r"(?: (?:in|at) (?:the )?(morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_ENDINGS = words("stop stopped stops cease ceased ended passed cleared lifted eased")
_CLEAR = (frozenset(["sun", "shining"]), frozenset(["sun", "shone"]), frozenset(["sunshine"]))
"""Words that tell together that the sky is clear again."""
_NEXT = frozenset(["next", "following"])
_DAYS = frozenset(["morning", "day", "afternoon", "evening", "week", "month", "summer", "winter", "year"])
_SPANS = frozenset(["days", "week", "weeks", "month", "months", "year", "years"])
_OVER = re.compile(r"\b(?:was|were|is|are) (?:all )?over\b")
_SIMILES = frozenset(["as", "like", "than"])
_SINCE = frozenset(["since", "until", "till", "before", "last", "previous"])
_LATE = frozenset(["sunset", "dusk", "night"])
_SIGNS = (
    (frozenset(["first", "light"]), "dawn"),
    (frozenset(["sun", "rising"]), "dawn"),
    (frozenset(["sun", "rose"]), "dawn"),
    (frozenset(["sun", "coming", "up"]), "dawn"),
    (frozenset(["sun", "came", "up"]), "dawn"),
    (frozenset(["sky", "pale"]), "dawn"),
    (frozenset(["sun", "high"]), "day"),
    (frozenset(["sun", "low"]), "sunset"),
    (frozenset(["sun", "going", "down"]), "sunset"),
    (frozenset(["sun", "went", "down"]), "sunset"),
    (frozenset(["sun", "set"]), "sunset"),
    (frozenset(["sun", "gone"]), "dusk"),
    (frozenset(["light", "fading"]), "dusk"),
    (frozenset(["light", "faded"]), "dusk"),
    (frozenset(["sun", "setting"]), "sunset"),
    (frozenset(["sun", "sank"]), "sunset"),
    (frozenset(["last", "light", "day"]), "sunset"),
    (frozenset(["lamps", "lit"]), "dusk"),
    (frozenset(["getting", "dark"]), "dusk"),
    (frozenset(["growing", "dark"]), "dusk"),
    (frozenset(["grew", "dark"]), "dusk"),
    (frozenset(["already", "dark"]), "night"),
    (frozenset(["was", "dark", "outside"]), "night"),
    (frozenset(["moonlight"]), "night"),
    (frozenset(["moonlit"]), "night"),
    (frozenset(["starlight"]), "night"),
    (frozenset(["streetlamps"]), "night"),
    (frozenset(["streetlights"]), "night"),
    (frozenset(["stars", "shone"]), "night"),
    (frozenset(["stars", "sky"]), "night"),
    (frozenset(["moon", "hung"]), "night"),
    (frozenset(["moon", "stood"]), "night"),
    (frozenset(["moon", "looked"]), "night"),
    (frozenset(["moon", "full"]), "night"),
    (frozenset(["stars", "out"]), "night"),
    (frozenset(["moon", "shone"]), "night"),
    (frozenset(["moon", "rose"]), "night"),
    (frozenset(["since", "dusk"]), "night"),
    (frozenset(["since", "sunset"]), "night"),
    (frozenset(["since", "nightfall"]), "night"),
)
"""Words of one sentence that tell the time together."""
_BEFORE = re.compile(
    r"\bbefore (?:the )?(dawn|sunrise|daybreak|daylight|first light|sunset|dark|nightfall|dusk)\b"
)
_DARKENED = re.compile(
    r"\b(?:everything|all|it|the (?:room|house|hall|cabin|carriage|stage|street|corridor|whole \w+))"
    r" (?:suddenly )?(?:went|turned|fell|was plunged into|became) (?:\w+ )?(?:dark|black|darkness)\b"
    r"|\b(?:lights?|lamps?|power|electricity|candles?|bulbs?|screens?) (?:\w+ )?"
    r"(?:went (?:out|off|dead)|failed|died|flickered out|cut out|was cut|blew out)\b"
    r"|\b(?:blackout|power cut|plunged into darkness|pitch dark|pitch black|in total darkness)\b"
    r"|\b(?:switched|turned|put|blew|snuffed) (?:off|out) (?:the|all the|every|her|his)"
    r" (?:lights?|lamps?|candles?)\b"
    r"|\b(?:switched|turned|blew|put) (?:the|her|his) (?:lights?|lamps?|candles?) (?:off|out)\b",
)
_RELIT = re.compile(
    r"\b(?:lights?|lamps?|power|electricity)\b.{0,20}"
    r"\b(?:came (?:back|on)|returned|went on|flickered on|was back)\b"
    r"|\b(?:switched|turned|put) on (?:the|a|all the) (?:lights?|electric)\b"
)
_LONGEST_DARKNESS = 15  # sentences after which nothing more is heard of lights that went out
_LONGEST_WEATHER = 30  # sentences for which a weather lasts that is not told again


def find_clock_time(text: str, now: str = "") -> str:
    """Return the time of day of a clock time, "" for none: "a quarter to nine in the evening" is dusk."""
    for match in _CLOCK.finditer(text):
        minutes, number, mark, part = ((group or "").lower().replace(".", "") for group in match.groups())
        is_clock = bool(mark or part or minutes)
        is_whole_day = bool(re.match(r"(?:0\d|1[3-9]|2[0-4])[:.]", match[0]))
        if is_whole_day:
            hour = int(number)
            return _name_hour(hour % 12, "pm" if hour >= 12 else "am", "")
        if is_clock:
            hour = _HOURS.get(number) or int(number)
            # "A quarter to nine" in the evening is of the hour before; a morning begins with its own.
            hour -= part == "evening" and minutes.endswith("to ")
            return _name_hour(hour, mark, part) or (_guess_hour(hour, now) if now else "")
    return ""


def _name_hour(hour: int, mark: str, part: str) -> str:
    if part in ("morning", "night") and not (part == "night" and hour in (6, 7)):
        return "night" if part == "night" or hour < 5 or hour == 12 else "dawn" if hour == 5 else "morning"
    is_late = mark == "pm" or part in ("afternoon", "evening")
    if not is_late and mark != "am":
        return ""
    hour = hour % 12 + (12 if is_late else 0)
    bounds = ((5, "night"), (7, "dawn"), (11, "morning"), (17, "day"), (19, "sunset"), (21, "dusk"))
    return next((name for bound, name in bounds if hour < bound), "night")


def _is_another_day(words: Sequence[str]) -> bool:
    """Return whether a sentence begins on a later day: no weather of the day before is told of it."""
    opening = set(words[:6])
    is_next = bool(opening & _NEXT) and bool(opening & _DAYS)
    return is_next or bool({"later", "after", "afterwards"} & opening and opening & _SPANS)


def _find_hour_before(text: str) -> str:
    """Return the time of "before dawn" and "before dark", "" for none."""
    found = _BEFORE.search(text)
    if found is None:
        return ""
    return "sunset" if found[1] in ("sunset", "dark", "nightfall", "dusk") else "night"


def _guess_hour(hour: int, now: str) -> str:
    """Return the time of an hour of which neither half of the day is told: that in which the story is."""
    if 5 < hour < 12:
        return _name_hour(hour, "pm" if now in _LATE else "am", "")
    return _name_hour(hour, "pm", "") if hour < 5 and now not in _LATE else ""


class Sky:
    """Time of day and weather while a story is read; `is_told` is whether it has told a time at all."""

    def __init__(self, lexicon: Lexicon, time_of_day: str = "day") -> None:
        self._time, self._dark_until = time_of_day, -1
        self._index = 0
        self.weather: Weather | None = None
        self._lexicon, self._told_at, self.is_told = lexicon, 0, False
        self._daily = {
            word: word if word in ("morning", "night") else "dusk" for word in ("morning", "night", "evening")
        }

    @property
    def time_of_day(self) -> str:
        """The time of day as it is seen: where the lights are out, it is as dark as night."""
        return "night" if self._index < self._dark_until else self._time

    @property
    def hour(self) -> str:
        """The time of day by the sun, even where the lights are out."""
        return self._time

    def _read_lights(self, index: int, narration: str) -> None:
        self._index = index
        if _DARKENED.search(narration):
            self._dark_until = index + _LONGEST_DARKNESS
        if _RELIT.search(narration):
            self._dark_until = -1

    def end_weather(self, narration: str) -> None:
        """End a weather that a sentence tells to be over already: "the storm had passed"."""
        words = narration.split()
        is_over = "had" in words and bool(_ENDINGS & set(words))
        if is_over and any(one.value is self.weather for one in self._lexicon.weathers.find(words)):
            self.weather = None

    def read(self, index: int, seen: Sequence[str], words: Sequence[str]) -> None:
        """Read the words, in lower case, of what a sentence tells as seen, and of all that is of now."""
        self._read_lights(index, " ".join(seen))
        clock = find_clock_time(" ".join(words)) or _find_hour_before(" ".join(words))
        found = [one for one in self._lexicon.times.find(words) if one.value]
        named = [one.value for one in found if not self._is_over(words[one.index - 1 : one.index], one.value)]
        times = [clock] if clock else named or self._read_signs(words)
        if not times:
            guess = find_clock_time(" ".join(words), self._time)
            times = [guess] if guess else []
        if not times and not self.is_told:
            # "Every morning" tells the time of a story that has told none yet.
            times = [self._daily[word] for word in words if word in self._daily]
        if times:
            self._time, self.is_told = times[-1], True
            if self._dark_until != index + _LONGEST_DARKNESS:
                self._dark_until = -1
        if _is_another_day(words):
            self.weather = None
        self._read_weather(index, seen)

    @staticmethod
    def _is_over(before: Sequence[str], time: str) -> bool:
        """Return whether the story is past a time: "since that night", "after that day"."""
        return bool(_SINCE & set(before)) or (time == "day" and "after" in before)

    @staticmethod
    def _read_signs(words: Sequence[str]) -> list[str]:
        """Return the time that the light of the sky or of lamps tells."""
        here = set(words)
        return [time for sign, time in _SIGNS if sign <= here][:1]

    def _read_weather(self, index: int, words: Sequence[str]) -> None:
        found = list(self._lexicon.weathers.find(words))
        named = [one.value for one in found if not _SIMILES & set(words[max(0, one.index - 3) : one.index])]
        near = {word for one in found for word in words[max(0, one.index - 2) : one.index + 4]}
        is_over = bool(_ENDINGS & near) or bool(_OVER.search(" ".join(words)))
        if named and is_over and not {"not", "n't", "never"} & set(words):
            self.weather = None
        elif named and not {"no", "not", "without"} & set(words):
            self.weather, self._told_at = named[0], index
        elif any(sign <= set(words) for sign in _CLEAR) or index - self._told_at > _LONGEST_WEATHER:
            self.weather = None
