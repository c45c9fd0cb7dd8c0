"""The directions of a screenplay to camera and cutting room, which are neither spoken nor scenes."""

import re

from app.story.screenplay import Block
from app.vocabulary.shots import ShotType

_TRANSITION = re.compile(
    r"(?:FADE (?:IN|OUT|UP|TO)|(?:\w+ )?CUT (?:TO|BACK|AWAY)|(?:DISSOLVE|WIPE) (?:TO|INTO|THROUGH)"
    r"|IRIS (?:IN|OUT)|INTERCUT|CROSS[- ]?FADE|FREEZE FRAME|FLASHBACK"
    r"|END (?:OF )?(?:FLASHBACK|MONTAGE|INTERCUT)|(?:ROLL|OPENING|MAIN|END|CLOSING) (?:CREDITS|TITLES?)"
    r"|AUFBLENDE|ABBLENDE|ÜBERBLENDUNG|SCHNITT AUF|FONDU|FUNDIDO|CORTE A)\b[^a-zß-öø-ÿ]*"
    r"|(?:FADE|(?:\w+ )?CUT|DISSOLVE|WIPE)[.:]"
    r"|[^a-zß-öø-ÿ]* TO:"
    r"|\(?(?:CONTINUED|MORE)\)?:?(?: \(\d+\))?"
    r"|(?:BLACK(?:OUT| SCREEN)?|TO BLACK)[.:]?"
)
_THE_END = re.compile(r"(?:the end|fin|ende|fine|end of (?:act|part|episode)\b.*)[.!]?", re.IGNORECASE)
_CENTRED = re.compile(r">.*<")
_SHOT_WORDS: tuple[tuple[ShotType | None, str], ...] = (
    ("point_of_view", r"(?:[^\W\d_][\w .]*['’]S? )?(?:P\.?O\.?V\b\.?|POINT OF VIEW)"),
    ("insert", r"INSERT(?: SHOT)?|CUTAWAY|DETAIL (?:OF|ON|SHOT)"),
    ("over_the_shoulder", r"OVER[- ](?:THE[- ])?(?:\w+['’]S )?SHOULDER|O\.?T\.?S\.?"),
    ("two_shot", r"(?:TWO|2)[- ]?SHOT"),
    ("extreme_wide", r"ESTABLISHING(?: SHOT)?|AERIAL(?: SHOT| VIEW)|EXTREME (?:WIDE|LONG)(?: SHOT)?"),
    ("medium_close_up", r"MEDIUM[- ]CLOSE(?:[- ]?UP)?(?: ON| OF)?|M\.?C\.?U\.?"),
    ("close_up", r"(?:EXTREME |TIGHT |VERY )?CLOSE(?:[- ]?UP|[- ]SHOT| ON)(?: ON| OF)?|TIGHT ON|E?C\.?U\.?"),
    ("wide", r"(?:VERY )?WIDE(?:R)?(?: SHOT| ANGLE| ON)(?: ON| OF)?|(?:LONG|MASTER) SHOT"),
    ("full", r"FULL SHOT"),
    ("medium", r"(?:MEDIUM|MED\.?)(?: SHOT| ON)|ANGLE ON"),
    (
        None,
        r"(?:NEW|ANOTHER|REVERSE|HIGH|LOW|DIFFERENT) ANGLE|REVERSE(?: ON| SHOT)|BACK TO (?:SCENE|SHOT)"
        r"|(?:TRACKING|CRANE|DOLLY|PANNING|MOVING|HANDHELD) SHOT|PAN (?:TO|ACROSS|UP|DOWN|LEFT|RIGHT)"
        r"|CAMERA (?:PANS|TRACKS|TILTS|PUSHES|PULLS|MOVES|CRANES|HOLDS|FOLLOWS)",
    ),
)
_SHOTS = [
    (shot_type, re.compile(rf"(?:{words})(?=$|[\s:.,–—-])(?: (?:ON|OF|FROM|THROUGH)\b)?[\s:.,–—-]*"))
    for shot_type, words in _SHOT_WORDS
]
_LONGEST_DIRECTION = 300


def read_direction(line: str) -> Block | None:
    """Return a line that is a transition, a centred title or a shot as a block, None for any other.

    Their words are in capitals: FADE IN:, CUT TO:, THE END, > ONE YEAR LATER <, CLOSE ON MARA, PETE'S POV.
    """
    bare = line.strip()
    if not bare or len(bare) > _LONGEST_DIRECTION:
        return None
    if _TRANSITION.fullmatch(bare) or _THE_END.fullmatch(bare) or _CENTRED.fullmatch(bare):
        return Block("note", line)
    return next(
        (
            Block("shot", line, shown=bare[found.end() :], shot_type=shot_type)
            for shot_type, words in _SHOTS
            if (found := words.match(bare))
        ),
        None,
    )
