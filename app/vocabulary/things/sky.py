"""What is seen in the sky."""

from app.vocabulary.things.thing import Thing
from app.vocabulary.words import listed

SKY = (
    Thing("sun", 5000),
    Thing("moon", 3000, listed("full moon")),
    Thing("crescent moon", 3000, listed("crescent")),
    Thing("star", 800),
    Thing("shooting star", 800, listed("comet, meteor")),
    Thing("planet", 3000, listed("saturn")),
    Thing("globe", 45, listed("earth globe, world globe")),
    Thing("rainbow", 4000),
    Thing("cloud", 2000),
    Thing("rain cloud", 2500),
    Thing("thundercloud", 2500, listed("thunderstorm")),
    Thing("lightning", 3000, listed("lightning bolt, thunderbolt")),
    Thing("tornado", 4000, listed("whirlwind, twister")),
    Thing("snowflake", 6),
    Thing("water drop", 3, listed("drop, droplet, tear, teardrop")),
    Thing("fireworks", 3000, listed("firework")),
    Thing("kite", 90),
    Thing("balloon", 110, is_held=True),
)
