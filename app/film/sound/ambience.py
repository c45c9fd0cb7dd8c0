"""Ambience: what is heard of a place, its weather and its hour, under everything else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.film.sound.filters import Block
from app.film.sound.textures import LOOP_SAMPLES, make_loop
from app.film.timeline import SAMPLE_RATE
from app.vocabulary.light import Weather
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting
from app.vocabulary.words import listed

CROSSFADE_SEC = 0.8
QUIET = ("room tone",)
"""What is heard where nothing is known of the place: never digital silence."""


def _map_settings(table: Mapping[str, str]) -> dict[Setting, str]:
    return {Setting(name): texture for texture, names in table.items() for name in listed(names)}


# A setting that is named nowhere has a room's tone indoors and light wind outdoors.
_INDOORS = _map_settings(
    {
        "hall tone": "church, castle, staircase, stairwell, cave, tunnel, dungeon, cellar, gym, museum, "
        "mill, great hall, lobby, corridor, school, barn, warehouse, prison cell, library, tower, lighthouse",
        "crowd": "station, airport, restaurant, café, bar, inn, supermarket, theatre, cinema, courtroom, "
        "circus, underground station, dining room, reception",
        "engine": "bus, car, train carriage, underground train, aeroplane, factory",
        "hum": "office, hospital, hospital corridor, hospital ward, laboratory, spaceship, space station, "
        "lift, control room, bank, police station, pharmacy, meeting room, studio, garage, shop, post office",
        "sea": "ship cabin",
        "water": "swimming pool",
    }
)
_OUTDOORS = _map_settings(
    {
        "sea": "beach, harbour, sea, island, ship, cliff, lighthouse",
        "water": "river, lake, bridge, waterfall, swamp, well",
        "leaves": "forest, forest path, clearing, garden, park, jungle, hill, valley, graveyard, campsite, "
        "zoo, farm, village, cottage, playground, school yard, tea table",
        "street": "city street, bus stop, motorway, car park, petrol station, rooftop, balcony, "
        "building site, station, airport",
        "crowd": "market, stadium, circus",
    }
)
_HEARTHS = frozenset(
    map(Setting, listed("kitchen, cottage, room, inn, parlour, great hall, workshop, tea table, house"))
)
_GREEN = frozenset(setting for setting, texture in _OUTDOORS.items() if texture == "leaves") | {
    Setting.FIELD,
    Setting.ROAD,
    Setting.OPEN_COUNTRY,
}
_SILENT = frozenset([Setting.OUTER_SPACE, Setting.MOON])
_DARK = frozenset(["night", "dusk"])


@dataclass(frozen=True, slots=True)
class Ambience:
    """The textures that are heard from a sample on, until the next ambience begins."""

    start: int
    textures: tuple[str, ...]


def list_textures(place: Place | None, time_of_day: str) -> tuple[str, ...]:
    """Return the textures of a place, without doubles; they never are none."""
    if place is None or place.setting in _SILENT:
        return QUIET
    textures = _list_indoors(place) if place.indoors else _list_outdoors(place, time_of_day)
    return tuple(dict.fromkeys(textures))


class AmbienceReader:
    """Reads the ambiences of a film, in order of their starts; one fades into the next around its start."""

    def __init__(self, ambiences: Sequence[Ambience]) -> None:
        names = dict.fromkeys(name for ambience in ambiences for name in ambience.textures)
        self._gains = {name: _list_gains(ambiences, name) for name in names}

    def read(self, start: int, count: int) -> Block:
        """Return `count` samples from `start` on, of shape (2, count)."""
        block, at = np.zeros((2, count), np.float32), np.arange(start, start + count)
        for texture, (times, gains) in self._gains.items():
            gain = np.interp(at, times, gains)
            if gain.any():
                block += make_loop(texture)[:, at % LOOP_SAMPLES] * gain.astype(np.float32)
        return block


def _list_indoors(place: Place) -> Iterator[str]:
    yield _INDOORS.get(place.setting, "room tone")
    if place.era != "modern" and place.setting in _HEARTHS:
        yield "fire"
    if place.weather in (Weather.RAIN, Weather.STORM):
        yield "rain on the roof"
    if place.weather is Weather.WIND:
        yield "wind"


def _list_outdoors(place: Place, time_of_day: str) -> Iterator[str]:
    texture = _OUTDOORS.get(place.setting, "wind")
    # Before there were engines a street was people.
    yield "crowd" if texture == "street" and place.era != "modern" else texture
    if place.weather in (Weather.RAIN, Weather.STORM):
        yield "rain"
    if place.weather in (Weather.STORM, Weather.WIND, Weather.SNOW):
        yield "storm" if place.weather is Weather.STORM else "wind"
    elif place.weather is not Weather.RAIN and place.setting in _GREEN:
        yield "crickets" if time_of_day in _DARK else "birds"
    if place.setting is Setting.CAMPSITE:
        yield "fire"


def _list_gains(ambiences: Sequence[Ambience], texture: str) -> tuple[list[int], list[float]]:
    """Return the samples between which a texture's gain changes evenly, and its gains there."""
    half = round(CROSSFADE_SEC * SAMPLE_RATE / 2)
    times, gains = [0], [float(texture in ambiences[0].textures)]
    for ambience in ambiences[1:]:
        wanted = float(texture in ambience.textures)
        if wanted != gains[-1]:
            times += [max(times[-1], ambience.start - half), ambience.start + half]
            gains += [gains[-1], wanted]
    return times, gains
