"""The headings of chapters, parts and acts: told apart from what is narrated."""

import re

_LONGEST = 80
_LONGEST_SUBTITLE = 60
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty(?:[- ]\\w+)?|thirty(?:[- ]\\w+)?|forty(?:[- ]\\w+)?|"
    "fifty(?:[- ]\\w+)?|first|second|third|fourth|fifth|the (?:first|second|third|fourth|fifth|last)|last|"
    "eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|"
    "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|premier|première|"
    "uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|primero|primera"
)
_NUMBER = rf"(?:\d{{1,3}}|[IVXLC]+|{_NUMBER_WORDS})"
_PART = (
    "chapter|part|book|act|episode|volume|kapitel|teil|buch|akt|chapitre|partie|livre|acte|"
    "capítulo|capitulo|parte|libro|acto"
)
_ORDINAL = r"(?:erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|letzte)[rsn]?"
_ALONE = "prologue|epilogue|prolog|epilog|prólogo|epílogo|épilogue|foreword|vorwort|nachwort"
# A number may be followed by a title of its own: "Chapter 2: The Forest".
_NUMBERED = re.compile(
    rf"(?:(?:{_PART})\s+{_NUMBER}|{_ORDINAL}\s+(?:kapitel|teil|buch|akt)|{_ALONE})"
    r"(?P<title>\W*$|\s*[.:–—-]\s*\S.*$)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(?:[IVXLC]+|\d{1,3})[.)]?$")
_MARKDOWN = re.compile(r"#{1,6}\s+\S")
_SLUG = re.compile(r"\s*(?:INT|EXT|EST|I/E)[ ./]")
_MARKS = "#*_> <\t"
_SENTENCE_ENDS = ".!?…:;,\"'”’»«"


def names_act(line: str) -> bool:
    """Return whether a line of a screenplay is the heading of an act, such as "# ACT TWO"."""
    return len(line) <= _LONGEST and _names_part(line, is_prose=False)


def measure_heading(text: str) -> int:
    """Return how many characters at the beginning of a text are a heading of a line or two; 0 without one.

    A second line is its title where the first one has but a number: "CHAPTER I." over "Down the Rabbit-Hole".
    """
    first = re.match(r"[^\n]*", text)
    line = first.group() if first else ""
    rest = text[len(line) :]
    if len(line) > _LONGEST or not _names_part(line.strip(), is_prose=not _SLUG.match(rest)):
        return 0
    title = re.match(r"\s*\n\s*([^\n]+?)[^\S\n]*(?=\n[^\S\n]*\n|$)", rest)
    if title and _lacks_title(line) and _is_title(title.group(1)):
        return len(line) + title.end()
    return len(line.rstrip())


def split_headings(description: str) -> tuple[str, str]:
    """Return the headings with which a scene begins, as one line without markup, and the rest of its text.

    A text that is nothing but headings has none.
    """
    found: list[str] = []
    rest = description.strip()
    while length := measure_heading(rest):
        found += [line for one in rest[:length].split("\n") if (line := one.strip(_MARKS + "\r"))]
        rest = rest[length:].strip()
    if not rest:
        return "", description
    return ": ".join(line.rstrip(".:") for line in found), rest if found else description


def _names_part(line: str, *, is_prose: bool) -> bool:
    bare = line.strip(_MARKS)
    if is_prose and _MARKDOWN.match(line):
        return True
    return bool(_NUMBERED.match(bare)) or (is_prose and bool(_BARE_NUMBER.match(bare)))


def _lacks_title(line: str) -> bool:
    bare = line.strip(_MARKS)
    numbered = _NUMBERED.match(bare)
    return bool(_BARE_NUMBER.match(bare)) or bool(numbered and not numbered["title"].strip(" .:–—-"))


def _is_title(line: str) -> bool:
    bare = line.strip(_MARKS)
    if not bare or len(bare) > _LONGEST_SUBTITLE or bare[-1] in _SENTENCE_ENDS:
        return False
    return not _SLUG.match(line) and not _names_part(line, is_prose=True)
