"""Musical instruments."""

from app.vocabulary.things.thing import Thing
from app.vocabulary.words import listed

INSTRUMENTS = (
    Thing("violin", 60, listed("fiddle, viola"), is_held=True),
    Thing("cello", 120, listed("double bass")),
    Thing("guitar", 100, listed("lute, acoustic guitar"), is_held=True),
    Thing("electric guitar", 100, listed("bass guitar"), is_held=True),
    Thing("banjo", 95, listed("mandolin"), is_held=True),
    Thing("trumpet", 50, listed("cornet, bugle"), is_held=True),
    Thing("saxophone", 70, listed("clarinet"), is_held=True),
    Thing("post horn", 50, listed("horn, hunting horn"), is_held=True),
    Thing("flute", 60, listed("recorder, fife, pipe of reed"), is_held=True),
    Thing("drum", 45, listed("snare drum"), is_held=True),
    Thing("long drum", 60, is_held=True),
    Thing("accordion", 38, listed("concertina"), is_held=True),
    Thing("maracas", 28, listed("rattle"), is_held=True),
    Thing("organ keyboard", 30, listed("electric piano, synthesizer")),
    Thing("whistle", 5, is_held=True),
    Thing("lyre", 50, is_held=True),
)
