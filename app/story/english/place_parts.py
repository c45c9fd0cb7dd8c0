"""The parts of places: which room or deck a word means for whoever is in a building or a vehicle."""

from app.story.lexicon.entries import words
from app.vocabulary.settings import Setting

ROOMS_OF_BUILDINGS: dict[str, dict[Setting, Setting]] = {
    Setting.HOSPITAL.value: {
        Setting.CORRIDOR: Setting.HOSPITAL_CORRIDOR,
        Setting.GREAT_HALL: Setting.HOSPITAL_CORRIDOR,
        Setting.ROOM: Setting.HOSPITAL_WARD,
        Setting.BEDROOM: Setting.HOSPITAL_WARD,
    },
    Setting.CASTLE.value: {Setting.ROOM: Setting.GREAT_HALL},
    Setting.HOTEL.value: {
        Setting.ROOM: Setting.HOTEL_ROOM,
        Setting.BEDROOM: Setting.HOTEL_ROOM,
        Setting.GREAT_HALL: Setting.LOBBY,
    },
    Setting.SCHOOL.value: {Setting.ROOM: Setting.CLASSROOM, Setting.GREAT_HALL: Setting.CORRIDOR},
    **{
        one.value: {Setting.ROOM: one, Setting.GREAT_HALL: one}
        for one in (Setting.MUSEUM, Setting.STATION, Setting.AIRPORT, Setting.FACTORY, Setting.THEATRE)
    },
}
ROOMS_OF_FURNITURE = {"bed": Setting.BEDROOM, "throne": Setting.GREAT_HALL}
ROOMS_OF_SEATS = {
    "table": Setting.KITCHEN,
    **dict.fromkeys(("sofa", "couch", "armchair", "settee", "fireplace", "television"), Setting.PARLOUR),
}
"""The rooms of furniture for whoever has only come along stairs or a passage of a house."""
HEARTHS = words("hearth fireplace fireside mantelpiece stove cupboard sofa couch armchair")
"""Things that stand in houses only: whoever is at one is in."""
BEDLESS = frozenset(
    setting.value
    for setting in (
        *(Setting.GYM, Setting.CLASSROOM, Setting.OFFICE, Setting.SHOP, Setting.KITCHEN, Setting.CORRIDOR),
        *(Setting.BAR, Setting.CAFE, Setting.RESTAURANT, Setting.BUS, Setting.TRAIN_CARRIAGE, Setting.CAR),
        *(Setting.WORKSHOP, Setting.SUPERMARKET, Setting.CHURCH, Setting.LIBRARY, Setting.STAIRCASE),
        *(Setting.CINEMA, Setting.THEATRE, Setting.MEETING_ROOM, Setting.LOBBY, Setting.LIFT),
    )
)
"""Rooms in which nobody has a bed: who is in bed has left them."""
PARTS_OF_ROOMS = frozenset(["gallery", "balcony", "stall", "aisle", "deck", "bar"])
"""Words for places out of doors that are parts of a room or a house for whoever is inside."""
WATERS = {
    **{one.value: one for one in (Setting.SEA, Setting.RIVER, Setting.LAKE)},
    **dict.fromkeys((Setting.SHIP.value, Setting.HARBOUR.value, Setting.BEACH.value), Setting.SEA),
}
"""The water that a small boat is on, by where it is or sets out."""
_SHIPS = (Setting.SHIP, Setting.SEA, Setting.SHIP_CABIN)
_SPACECRAFT = (Setting.SPACESHIP, Setting.SPACE_STATION, Setting.OUTER_SPACE)


def _list_parts(listed: str, setting: Setting) -> dict[str, Setting]:
    return dict.fromkeys(sorted(words(listed)), setting)


_SHIP_PARTS = _list_parts("cabin galley hold berth bunk hammock below", Setting.SHIP_CABIN) | _list_parts(
    "deck rail helm mast wheel bow stern prow", Setting.SHIP
)
_OFF_EARTH = _list_parts("crater mast antenna aerial dish rover surface", Setting.MOON)
_CARRIAGE_WORDS = "corridor aisle carriage car compartment seat restaurant coach passageway"
PARTS_OF_PLACES: dict[str, dict[str, Setting]] = {
    Setting.MOON.value: _OFF_EARTH,
    Setting.STADIUM.value: _list_parts("lane track pitch field ground bench stand bend", Setting.STADIUM),
    Setting.SWIMMING_POOL.value: _list_parts("lane deck bench", Setting.SWIMMING_POOL),
    Setting.GYM.value: _list_parts("court bench track", Setting.GYM),
    **{
        one.value: _list_parts("path lawn grass track lane", one)
        for one in (Setting.PARK, Setting.GARDEN, Setting.GRAVEYARD, Setting.ZOO, Setting.PLAYGROUND)
    },
    **{setting.value: _SHIP_PARTS for setting in _SHIPS},
    **{
        setting.value: _list_parts(
            "cabin deck corridor hold galley bay lab passage airlock hatch dome", setting
        )
        | _list_parts("bridge", Setting.CONTROL_ROOM)
        | _OFF_EARTH
        for setting in _SPACECRAFT
    },
    Setting.TRAIN_CARRIAGE.value: _list_parts(_CARRIAGE_WORDS, Setting.TRAIN_CARRIAGE)
    | _list_parts("platform", Setting.STATION),
    Setting.UNDERGROUND_TRAIN.value: _list_parts(_CARRIAGE_WORDS, Setting.UNDERGROUND_TRAIN)
    | _list_parts("platform", Setting.UNDERGROUND_STATION),
    Setting.BUS.value: _list_parts("deck aisle seat", Setting.BUS),
    Setting.BUS_STOP.value: _list_parts("deck", Setting.BUS),
    Setting.AEROPLANE.value: _list_parts("aisle cabin seat cockpit", Setting.AEROPLANE),
    Setting.SUPERMARKET.value: _list_parts("aisle till", Setting.SUPERMARKET),
    Setting.CHURCH.value: _list_parts("aisle nave porch choir", Setting.CHURCH),
    Setting.HOSPITAL_WARD.value: _list_parts("corridor hallway", Setting.HOSPITAL_CORRIDOR)
    | _list_parts("bed room ward", Setting.HOSPITAL_WARD),
    Setting.HOSPITAL_CORRIDOR.value: _list_parts("bed room", Setting.HOSPITAL_WARD),
    Setting.GREAT_HALL.value: _list_parts("gallery stairs", Setting.GREAT_HALL),
}
"""What a word for a part means, by its lemma, for whoever is at a place."""
_OUTSIDES: dict[str, Setting] = {
    **dict.fromkeys((Setting.CLASSROOM.value, Setting.SCHOOL.value, Setting.GYM.value), Setting.SCHOOL_YARD),
    **dict.fromkeys((Setting.GREAT_HALL.value, Setting.DUNGEON.value), Setting.COURTYARD),
    Setting.SHIP_CABIN.value: Setting.SHIP,
    Setting.TRAIN_CARRIAGE.value: Setting.STATION,
    Setting.UNDERGROUND_TRAIN.value: Setting.UNDERGROUND_STATION,
    Setting.CAVE.value: Setting.MOUNTAIN,
    Setting.SPACESHIP.value: Setting.MOON,
    Setting.SPACE_STATION.value: Setting.MOON,
    Setting.CAR.value: Setting.ROAD,
    Setting.AEROPLANE.value: Setting.AIRPORT,
    **dict.fromkeys(
        (
            *(Setting.SHOP.value, Setting.OFFICE.value, Setting.FLAT.value, Setting.LOBBY.value),
            *(Setting.BUS.value, Setting.BAR.value, Setting.BANK.value, Setting.STAIRWELL.value),
            *(Setting.LIFT.value, Setting.COURTROOM.value, Setting.MEETING_ROOM.value),
            *(Setting.RECEPTION.value, Setting.HOSPITAL_WARD.value, Setting.HOSPITAL_CORRIDOR.value),
        ),
        Setting.CITY_STREET,
    ),
}
_ROOMS_OF_HOUSES = frozenset(
    [
        *(Setting.KITCHEN, Setting.BEDROOM, Setting.PARLOUR, Setting.ROOM, Setting.ATTIC, Setting.CELLAR),
        *(Setting.STAIRCASE, Setting.DINING_ROOM, Setting.BATHROOM, Setting.CORRIDOR),
    ]
)


def find_outside(setting: str, building: str) -> Setting | None:
    """Return where one is who steps out of a place, in the open; None where only the story knows."""
    if setting in _OUTSIDES:
        return _OUTSIDES[setting]
    if building in _OUTSIDES:
        return _OUTSIDES[building]
    return Setting.HOUSE if setting in _ROOMS_OF_HOUSES and not building else None


def is_passage(setting: str) -> bool:
    """Return whether people only come along a place in a house, on the way to its rooms."""
    return setting in (Setting.STAIRCASE, Setting.CORRIDOR, Setting.STAIRWELL)


def is_off_earth(setting: str) -> bool:
    return setting in (*_SPACECRAFT, Setting.MOON)


def is_staircase(setting: Setting) -> bool:
    """Return whether a place is one through which people pass from floor to floor."""
    return setting in (Setting.STAIRCASE, Setting.STAIRWELL)
