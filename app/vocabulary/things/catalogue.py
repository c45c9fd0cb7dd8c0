"""All things by their names."""

from app.vocabulary.things.body import BODY
from app.vocabulary.things.buildings import BUILDINGS
from app.vocabulary.things.clothes import CLOTHES
from app.vocabulary.things.electronics import ELECTRONICS
from app.vocabulary.things.fittings import FITTINGS
from app.vocabulary.things.food import FOOD
from app.vocabulary.things.furniture import FURNITURE
from app.vocabulary.things.household import HOUSEHOLD
from app.vocabulary.things.instruments import INSTRUMENTS
from app.vocabulary.things.outdoors import OUTDOORS
from app.vocabulary.things.paper import PAPER
from app.vocabulary.things.plants import PLANTS
from app.vocabulary.things.sky import SKY
from app.vocabulary.things.tools import TOOLS
from app.vocabulary.things.toys import TOYS
from app.vocabulary.things.treasure import TREASURE
from app.vocabulary.things.vehicles import VEHICLES
from app.vocabulary.things.weapons import WEAPONS

THINGS = {
    thing.name: thing
    for things in (
        FURNITURE,
        FITTINGS,
        OUTDOORS,
        VEHICLES,
        TOOLS,
        WEAPONS,
        FOOD,
        PLANTS,
        BUILDINGS,
        SKY,
        HOUSEHOLD,
        CLOTHES,
        TREASURE,
        PAPER,
        ELECTRONICS,
        INSTRUMENTS,
        TOYS,
        BODY,
    )
    for thing in things
}
