"""The catalogue of sets by their names, and the set of a place."""

from collections.abc import Callable, Sequence
from types import ModuleType

from app.film.boards.rng import seeded_rng
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.sets.by_setting import SETS_BY_SETTING
from app.film.boards.sets.indoors import (
    bedrooms,
    cave,
    courts,
    halls,
    inns,
    kitchens,
    laboratories,
    living_rooms,
    offices,
    schools,
    shops,
    stages,
    stations,
    vehicles,
    works,
)
from app.film.boards.sets.open_set import OpenSet
from app.film.boards.sets.outdoors import (
    castles,
    house_fronts,
    land,
    leisure,
    old_streets,
    sky,
    streets,
    traffic,
    villages,
    waters,
    woods,
)
from app.film.boards.sets.room_set import RoomSet
from app.vocabulary.places import Place

PaintSet = Callable[[SceneCanvas], StandingArea]

_INDOORS = (
    bedrooms,
    courts,
    halls,
    inns,
    kitchens,
    laboratories,
    living_rooms,
    offices,
    schools,
    shops,
    stages,
    stations,
    vehicles,
    works,
)
_OUTDOORS = (
    castles,
    house_fronts,
    land,
    leisure,
    old_streets,
    sky,
    streets,
    traffic,
    villages,
    waters,
    woods,
)


def _list_sets(modules: Sequence[ModuleType], kind: type[RoomSet] | type[OpenSet]) -> dict[str, PaintSet]:
    """Return the sets of modules by the names of their constants in lower case: "old kitchen tiled"."""
    return {
        name.lower().replace("_", " "): value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, kind)
    }


OUTDOOR_SETS = _list_sets(_OUTDOORS, OpenSet)
INDOOR_SETS = _list_sets(_INDOORS, RoomSet) | {"cave": cave.cave}
SETS = {**OUTDOOR_SETS, **INDOOR_SETS}


def choose_set(place: Place, *seed: object) -> str:
    """Return the name of the set, a key of `SETS`, that a place is drawn with.

    Of several layouts the seed chooses, so that one place always looks the same.
    """
    outdoors, indoors = SETS_BY_SETTING[place.setting]
    sets = indoors if place.indoors else outdoors
    layouts = sets.today if place.era == "modern" and sets.today else sets.past
    return seeded_rng(*seed, place.setting).choice(layouts)
