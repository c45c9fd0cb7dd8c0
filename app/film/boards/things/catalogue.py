"""The drawing of each thing."""

from app.film.boards.things.sources.body import BODY
from app.film.boards.things.sources.buildings import BUILDINGS
from app.film.boards.things.sources.clothes import CLOTHES
from app.film.boards.things.sources.electronics import ELECTRONICS
from app.film.boards.things.sources.fittings import FITTINGS
from app.film.boards.things.sources.food import FOOD
from app.film.boards.things.sources.furniture import FURNITURE
from app.film.boards.things.sources.household import HOUSEHOLD
from app.film.boards.things.sources.instruments import INSTRUMENTS
from app.film.boards.things.sources.outdoors import OUTDOORS
from app.film.boards.things.sources.paper import PAPER
from app.film.boards.things.sources.plants import PLANTS
from app.film.boards.things.sources.sky import SKY
from app.film.boards.things.sources.tools import TOOLS
from app.film.boards.things.sources.toys import TOYS
from app.film.boards.things.sources.treasure import TREASURE
from app.film.boards.things.sources.vehicles import VEHICLES
from app.film.boards.things.sources.weapons import WEAPONS

SOURCES = {
    **FURNITURE,
    **FITTINGS,
    **OUTDOORS,
    **VEHICLES,
    **TOOLS,
    **WEAPONS,
    **FOOD,
    **PLANTS,
    **BUILDINGS,
    **SKY,
    **HOUSEHOLD,
    **CLOTHES,
    **TREASURE,
    **PAPER,
    **ELECTRONICS,
    **INSTRUMENTS,
    **TOYS,
    **BODY,
}
