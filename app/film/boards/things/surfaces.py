"""What things lie and stand on in inserts, by the place."""

from app.vocabulary.places import Place
from app.vocabulary.settings import Setting

TABLE, FLOOR = "#96704c", "#8d8276"
_EARTH = "#8c8a5e"
_GROUNDS: dict[str, tuple[Setting, ...]] = {
    "#5f8fa6": (Setting.SEA, Setting.LAKE, Setting.RIVER, Setting.SWIMMING_POOL, Setting.WATERFALL),
    "#d8bf8c": (Setting.BEACH, Setting.DESERT, Setting.ISLAND, Setting.SHIP),
    "#e6ecf2": (Setting.SNOWFIELD,),
    "#8a8884": (
        Setting.CITY_STREET, Setting.MARKET, Setting.COURTYARD, Setting.HARBOUR, Setting.BRIDGE, Setting.ROAD,
        Setting.ROOFTOP, Setting.STATION, Setting.BUS_STOP, Setting.CAR_PARK, Setting.MOTORWAY,
        Setting.RUINS, Setting.CAVE, Setting.MOON, Setting.MOUNTAIN, Setting.CLIFF, Setting.SCHOOL_YARD,
    ),
    "#8a6f52": (Setting.FOREST, Setting.FOREST_PATH, Setting.SWAMP, Setting.JUNGLE, Setting.FARM),
}  # fmt: skip
_GROUND_BY_SETTING = {setting: colour for colour, settings in _GROUNDS.items() for setting in settings}


def choose_ground(place: Place | None) -> str:
    """Return the colour of the ground or the floor of a place as sRGB."""
    if place is None:
        return _EARTH
    return _GROUND_BY_SETTING.get(place.setting, FLOOR if place.indoors else _EARTH)
