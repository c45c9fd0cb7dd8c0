"""Houses that a scene plays before, on their streets."""

from app.film.boards.scenery.fronts import Front
from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.open_set import OpenSet

_ASPHALT = "#6f7278"

_COBBLES = "#a89c8e"


def _front(style: str, sign: str = "", width: float = 420, colour: str = "#8a3a34") -> OpenSet:
    """Return a building of today on its street."""
    return OpenSet(
        ("skyline",),
        "street",
        _ASPHALT,
        (
            Front(style, 0.5, width, 2.3, sign=sign, sign_colour=colour),
            Front("flats grey", 0.13, 250, 2.6),
            Front("flats", 0.88, 250, 2.6),
        ),
        (Sight("tree", 0.26, 2.05, 190), Sight("tree", 0.75, 2.05, 190)),
        (Item("lamp post", 0.3, 1.16), Item("car", 0.77, 1.6)),
    )


def _old_front(style: str, sign: str = "", width: float = 360, storeys: int = 0) -> OpenSet:
    """Return a building of the past on its cobbled street."""
    return OpenSet(
        ("town",),
        "cobbles",
        _COBBLES,
        (
            Front(style, 0.52, width, 2.0, storeys, sign),
            Front("timbered", 0.2, 200, 2.2),
            Front("town house rose", 0.83, 210, 2.2),
            Front("stone house", 0.05, 170, 2.3),
            Front("timbered", 0.97, 170, 2.3),
        ),
        (),
        (Item("lamp post", 0.29, 1.2), Item("barrel", 0.74, 1.4), Item("crate", 0.78, 1.4)),
    )


HOSPITAL = _front("hospital", "HOSPITAL", 560, "#c8443c")

OLD_HOSPITAL_FRONT = _old_front("hall", "HOSPITAL", 380)

POLICE = _front("brick house", "POLICE", 440, "#2f4a8a")

MUSEUM_FRONT = _front("palace", "MUSEUM", 560)

THEATRE_FRONT = _front("hall", "THEATRE", 520, "#a82f34")

OLD_THEATRE_FRONT = _old_front("hall", "THEATRE", 400)

CINEMA_FRONT = _front("shop", "CINEMA", 440, "#c8344a")

RESTAURANT_FRONT = _front("shop", "RESTAURANT", 420)

CAFE_FRONT = _front("shop green", "CAFE", 380, "#2f6a4a")

HOTEL_FRONT = _front("stone house", "HOTEL", 420, "#8a2f3a")

SUPERMARKET_FRONT = _front("shop", "SUPERMARKET", 560, "#c8463a")

SHOP_FRONT = _front("shop", "SHOP", 380)

OFFICE_FRONT = _front("tower", "", 420)

BANK_FRONT = _front("hall", "BANK", 460, "#2f5a4a")

PHARMACY_FRONT = _front("shop green", "PHARMACY", 380, "#2f9a5a")

BAKERY_FRONT = _front("shop", "BAKERY", 360, "#9a5a34")

POST_FRONT = _front("brick house", "POST", 400, "#c8a030")

INN_FRONT = _old_front("timbered", "INN", 330, 2)

OLD_SHOP_FRONT = _old_front("old shop", "", 280)

OLD_CAFE_FRONT = _old_front("old shop", "CAFE", 300)

OLD_HOTEL_FRONT = _old_front("town house", "HOTEL", 320)

OLD_HALL_FRONT = _old_front("hall", "", 400)

UNDERGROUND_FRONT = _front("kiosk", "METRO", 260, "#2f4a9a")

FACTORY_FRONT = OpenSet(
    ("skyline",),
    "street",
    _ASPHALT,
    (Front("factory", 0.4, 560, 2.4), Front("warehouse", 0.82, 320, 2.5)),
    (Sight("chimneys", 0.6, 3.0, 560),),
    (Item("truck", 0.74, 1.66), Item("barrel", 0.14, 1.14)),
)

WAREHOUSE_FRONT = OpenSet(
    ("skyline",),
    "street",
    _ASPHALT,
    (Front("warehouse", 0.32, 420, 2.3), Front("warehouse", 0.78, 420, 2.4)),
    (),
    (Item("truck", 0.7, 1.62), *line_up("crate", (0.18, 0.23), 1.16)),
)

GARAGE_FRONT = OpenSet(
    ("skyline",),
    "street",
    _ASPHALT,
    (
        Front("warehouse", 0.46, 420, 2.2, 1, "GARAGE"),
        Front("brick house", 0.12, 240, 2.4),
        Front("flats", 0.86, 280, 2.5),
    ),
    (),
    (Item("car", 0.46, 2.0), Item("wheel", 0.66, 1.16), Item("lamp post", 0.86, 1.14)),
)
