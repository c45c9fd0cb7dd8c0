"""Toys, games and sport."""

from app.vocabulary.things.thing import Thing
from app.vocabulary.words import listed

TOYS = (
    Thing("ball", 22, listed("football, soccer ball"), is_held=True),
    Thing("basketball", 24, is_held=True),
    Thing("rugby ball", 28, listed("american football"), is_held=True),
    Thing("tennis ball", 7, is_held=True),
    Thing("baseball", 8, is_held=True),
    Thing("volleyball", 22, is_held=True),
    Thing("bowling ball", 22, listed("skittles"), is_held=True),
    Thing("golf flag", 200, listed("golf course")),
    Thing("cricket bat", 85, listed("bat"), is_held=True),
    Thing("hockey stick", 95, is_held=True),
    Thing("racket", 68, listed("tennis racket, badminton"), is_held=True),
    Thing("table tennis bat", 26, listed("ping-pong"), is_held=True),
    Thing("boxing glove", 30, is_held=True),
    Thing("ski", 170, listed("skis"), is_held=True),
    Thing("ice skate", 28, listed("skates, skate"), is_held=True),
    Thing("roller skate", 28, is_held=True),
    Thing("goal", 240, listed("goalpost")),
    Thing("target", 120, listed("dartboard, bullseye")),
    Thing("dice", 3, listed("die"), is_held=True),
    Thing("jigsaw piece", 6, listed("puzzle, jigsaw"), is_held=True),
    Thing("toy robot", 36, is_held=True),
    Thing("teddy bear", 35, listed("teddy, stuffed animal, soft toy, cuddly toy"), is_held=True),
    Thing("doll", 35, listed("nesting doll, matryoshka, rag doll, toy"), is_held=True),
    Thing("yo-yo", 6, is_held=True),
    Thing("party popper", 20, listed("confetti"), is_held=True),
    Thing("pinata", 50, is_held=True),
    Thing("mirror ball", 40, listed("disco ball")),
    Thing("toy boat", 20, is_held=True),
)
