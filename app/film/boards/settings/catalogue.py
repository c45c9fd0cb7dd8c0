"""Which setting a scene plays in: the words that name each one, indoors and out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.film.boards.easel import Easel, Stage
from app.film.boards.settings import castles, fields, halls, heights, homes, town, water, woods
from app.vocabulary.words import Words, listed

Paint = Callable[[Easel], Stage]


@dataclass(frozen=True, slots=True)
class Setting:
    """A place the artist can paint, and the words that call for it; `indoors` None means both."""

    name: str
    paint: Paint
    words: tuple[str, ...]
    indoors: bool | None = False


SETTINGS = (
    Setting(
        "forest",
        woods.forest,
        listed("forest, wood, woods, woodland, grove, jungle, clearing, glade, thicket, trees"),
    ),
    Setting(
        "garden", woods.garden, ("garden", "orchard", "courtyard", "park", "vineyard", "greenhouse", "lawn")
    ),
    Setting("lighthouse", water.lighthouse, ("lighthouse", "beacon")),
    Setting(
        "shore",
        water.shore,
        listed(
            "shore, beach, coast, harbour, harbor, port, dock, quay, pier, jetty, bay, sand, "
            "seaside, island, tide, cliff"
        ),
    ),
    Setting("sea", water.sea, ("sea", "ocean", "open water", "waves", "ship", "deck", "boat", "aboard")),
    Setting(
        "river",
        water.river,
        ("river", "stream", "brook", "bridge", "riverbank", "mill", "waterfall", "ford", "canal"),
    ),
    Setting(
        "lake",
        water.lake,
        ("lake", "pond", "pool", "swamp", "marsh", "bog", "water's edge", "fountain", "well"),
    ),
    Setting(
        "castle", castles.castle, ("castle", "palace", "fortress", "citadel", "tower", "kingdom", "gates")
    ),
    Setting(
        "church",
        castles.church,
        listed("church, chapel, cathedral, churchyard, graveyard, cemetery, grave, monastery, temple, abbey"),
    ),
    Setting("ruins", castles.ruins, ("ruin", "ruins", "ruined", "remains", "abandoned")),
    Setting(
        "market", town.market, ("market", "marketplace", "fair", "bazaar", "market square", "stall", "square")
    ),
    Setting(
        "street",
        town.street,
        listed(
            "street, city, town, alley, avenue, shop, rooftops, pavement, inn, tavern, school, "
            "station, downtown, apartment, library, office, museum"
        ),
    ),
    Setting("village", town.village, ("village", "hamlet", "huts", "settlement", "houses", "cottages")),
    Setting(
        "cottage",
        town.lone_cottage,
        listed("cottage, hut, house, home, cabin, lodge, farmhouse, doorstep, porch, yard, door, kitchen"),
    ),
    Setting(
        "farm",
        fields.farm,
        listed("farm, farmyard, barn, stable, haystack, pigsty, henhouse, barnyard"),
    ),
    Setting("desert", heights.desert, ("desert", "dune", "oasis", "sands", "wasteland")),
    Setting(
        "snow",
        heights.snow,
        listed("snow, ice, frozen, snowy, glacier, tundra, arctic, winter, blizzard, snowfield"),
    ),
    Setting(
        "mountains",
        heights.mountains,
        listed(
            "mountain, mountains, peak, summit, alps, ridge, valley, pass, crag, gorge, canyon, "
            "hills, volcano"
        ),
    ),
    Setting(
        "field",
        fields.field,
        listed(
            "field, meadow, pasture, hill, heath, moor, plain, prairie, grass, countryside, "
            "wheat, hillside, common, open country, country, ant hill, anthill, hedge"
        ),
    ),
    Setting(
        "road",
        fields.road,
        listed("road, path, crossroad, crossroads, highway, lane, journey, way, track, wayside"),
    ),
    Setting(
        "cave",
        heights.cave,
        ("cave", "cavern", "mine", "tunnel", "grotto", "underground", "den", "lair", "burrow"),
        indoors=None,
    ),
    Setting(
        "kitchen",
        homes.kitchen,
        listed(
            "kitchen, cottage, hut, hearth, oven, stove, fireplace, fireside, bakery, cabin, "
            "farmhouse, parlour, parlor, dining, supper, scullery"
        ),
        indoors=True,
    ),
    Setting(
        "bedroom",
        homes.bedroom,
        listed(
            "bedroom, bed, bedchamber, bed chamber, chamber, nursery, pillow, asleep in bed, "
            "sickroom, hospital, dormitory"
        ),
        indoors=True,
    ),
    Setting(
        "hall",
        halls.great_hall,
        listed(
            "great hall, hall, throne, castle, palace, throne room, ballroom, court, banquet, "
            "fortress, ball, tower"
        ),
        indoors=True,
    ),
    Setting(
        "workshop",
        homes.workshop,
        listed(
            "workshop, attic, workbench, forge, smithy, shed, garage, loft, cobbler, shoemaker, "
            "studio, laboratory, cellar, storeroom, lamp room, mill, lighthouse, factory"
        ),
        indoors=True,
    ),
    Setting(
        "library",
        halls.library,
        listed("library, study, books, office, archive, bookshop, museum, reading room"),
        indoors=True,
    ),
    Setting(
        "schoolroom",
        halls.schoolroom,
        ("school", "schoolroom", "classroom", "lesson", "blackboard"),
        indoors=True,
    ),
    Setting(
        "chapel",
        halls.chapel,
        listed("church, chapel, cathedral, altar, monastery, temple, abbey, crypt, pew"),
        indoors=True,
    ),
    Setting(
        "stable",
        halls.stable,
        ("stable", "barn", "stall", "byre", "cowshed", "manger", "farm"),
        indoors=True,
    ),
    Setting("dungeon", halls.dungeon, ("dungeon", "prison", "cell", "jail", "gaol", "vault"), indoors=True),
    Setting(
        "tavern",
        homes.tavern,
        listed("tavern, inn, pub, shop, bar, café, cafe, restaurant, store, alehouse, counter"),
        indoors=True,
    ),
    Setting(
        "room",
        homes.room,
        listed(
            "room, house, home, apartment, interior, living room, indoors, flat, window, "
            "corridor, ship, cottage"
        ),
        indoors=True,
    ),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}

_INSIDE = re.compile(r"^\W*(?:\d+\W*)?(int(?:erior)?|inside|indoors)\b", re.IGNORECASE)
_OUTSIDE = re.compile(r"^\W*(?:\d+\W*)?(ext(?:erior)?|outside|outdoors)\b", re.IGNORECASE)


def is_indoors(heading: str) -> bool | None:
    """Read INT or EXT off a slug line; None when it says neither."""
    if _INSIDE.match(heading):
        return True
    return False if _OUTSIDE.match(heading) else None


def choose_setting(heading: str, *texts: str) -> Setting:
    """Choose the setting the words call for, each text weighing half of the one before.

    The heading decides between indoors and outdoors; without a word that helps, a field or a room.
    """
    indoors = is_indoors(heading)
    weighed = [(Words(text), 16.0 / 2**i) for i, text in enumerate(texts)]
    candidates = [setting for setting in SETTINGS if indoors is None or setting.indoors in (indoors, None)]
    scores = [(_score(setting, weighed), -i) for i, setting in enumerate(candidates)]
    best, place = max(scores)
    if best == 0:
        return BY_NAME["room" if indoors else "field"]
    return candidates[-place]


def _score(setting: Setting, weighed: list[tuple[Words, float]]) -> float:
    return sum(weight * min(3, words.count(setting.words)) for words, weight in weighed)
