"""Slug lines, the headings of screenplay scenes: `INT. HUT - NIGHT`."""

import re
from dataclasses import replace

from app.story import prose
from app.story.lexicon.entries import Lexicon
from app.story.location import Location, find_times

_INTERIOR = re.compile(r"^\W*(?:INT|I/E)\b", re.IGNORECASE)
# INT. or EXT. in a screenplay, "ACT I SCENE 2." in a play.
_PREFIX = re.compile(
    r"^\W*(?:INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|INT|EXT|EST|I/E)\b[.\s]*"
    r"|^\s*(?:ACT\b.*)?SCENE\s+(?:[IVXLC]+|\w+)\b[.:,\s]*",
    re.IGNORECASE,
)
_DASHES = re.compile(r"\s+[-–—]+\s+")


def write_slug_line(location: Location) -> str:
    """Write the screenplay heading of a scene, such as `EXT. FOREST PATH - NIGHT`."""
    return (
        f"{'INT' if location.indoors else 'EXT'}. {location.setting.upper()} - {location.time_of_day.upper()}"
    )


def read_slug(slug: str, before: Location, lexicon: Lexicon) -> Location:
    """Read place and time off a slug line; CONTINUOUS and LATER keep the time of the scene before."""
    place, *rest = _DASHES.split(_PREFIX.sub("", slug.lstrip(".")))
    setting = place.strip(" .-").lower() or before.setting
    return Location(
        setting, bool(_INTERIOR.match(slug)), _read_time(" ".join(rest), lexicon) or before.time_of_day
    )


def name_place(slug: str) -> str:
    """Return the place of a slug line in plain words, such as "Forest path"; "" where it names none."""
    place = _DASHES.split(_PREFIX.sub("", slug.lstrip(".")))[0].strip(" .-")
    return place.capitalize() if place.isupper() else place[:1].upper() + place[1:]


def _read_time(words: str, lexicon: Lexicon) -> str:
    for sentence in prose.read(words.lower()).sentences:
        for time in find_times(replace(sentence, is_heading=False), lexicon):
            return time
    return "day" if re.search(r"\bday\b", words, re.IGNORECASE) else ""
