"""Parts of the body, for the shots that show no more."""

from app.vocabulary.things.thing import Thing
from app.vocabulary.words import listed

BODY = (
    Thing("hand", 19),
    Thing("fist", 10),
    Thing("pointing finger", 14, listed("finger, forefinger")),
    Thing("handshake", 12),
    Thing("clapping hands", 19),
    Thing("praying hands", 19),
    Thing("hand with a pen", 19),
    Thing("eye", 4),
    Thing("eyes", 4),
    Thing("ear", 7),
    Thing("nose", 6),
    Thing("mouth", 5, listed("lips")),
    Thing("tongue", 6),
    Thing("tooth", 3, listed("teeth"), is_held=True),
    Thing("foot", 12, listed("feet")),
    Thing("footprints", 28, listed("footprint, track")),
    Thing("paw prints", 10, listed("paw print, pawprint")),
    Thing("muscle", 30, listed("biceps")),
    Thing("heart", 12, is_held=True),
    Thing("brain", 14, is_held=True),
    Thing("skeleton", 165),
    Thing("skull", 22, listed("death's head"), is_held=True),
)
