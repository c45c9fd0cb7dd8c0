"""Which furniture carries people: what they sit on, lie in and eat at, by the place and what they do."""

from app.film.boards.cast.blocking import Member
from app.film.boards.things.catalogue import SOURCES
from app.vocabulary.actions import Action
from app.vocabulary.places import Place
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.staging import Posture
from app.vocabulary.things.table import find_thing

_ROYAL = (Role.KING, Role.QUEEN, Role.EMPEROR)
_SEATS: dict[str, tuple[Setting, ...]] = {
    "sofa": (Setting.PARLOUR, Setting.FLAT, Setting.LOBBY, Setting.HOTEL),
    "bench": (Setting.INN, Setting.CLASSROOM, Setting.STATION, Setting.BUS_STOP, Setting.PRISON_CELL),
    "park bench": (Setting.PARK, Setting.GARDEN, Setting.PLAYGROUND, Setting.ZOO, Setting.SCHOOL_YARD),
    "pew": (Setting.CHURCH, Setting.COURTROOM),
    "bar stool": (Setting.BAR,),
    "train seat": (Setting.TRAIN_CARRIAGE, Setting.UNDERGROUND_TRAIN),
    "bus seat": (Setting.BUS,),
    "airplane seat": (Setting.AEROPLANE,),
    "stool": (Setting.WORKSHOP, Setting.BARN, Setting.CELLAR, Setting.TENT, Setting.LABORATORY),
    "crate": (Setting.HARBOUR, Setting.WAREHOUSE, Setting.MARKET, Setting.SHIP),
}
_SEAT_BY_SETTING = {setting: name for name, settings in _SEATS.items() for setting in settings}
_TABLES: dict[str, tuple[Setting, ...]] = {
    "table": (Setting.DINING_ROOM, Setting.RESTAURANT, Setting.CAFE, Setting.INN, Setting.COTTAGE),
    "tea table": (Setting.TEA_TABLE,),
    "office desk": (Setting.OFFICE, Setting.POLICE_STATION, Setting.BANK, Setting.RECEPTION),
    "school desk": (Setting.CLASSROOM, Setting.SCHOOL),
    "desk": (Setting.LIBRARY, Setting.MEETING_ROOM),
}
_TABLE_BY_SETTING = {setting: name for name, settings in _TABLES.items() for setting in settings}
_BED_BY_SETTING = {
    **dict.fromkeys((Setting.HOSPITAL, Setting.HOSPITAL_WARD), "hospital bed"),
    Setting.PRISON_CELL: "bunk bed",
}
# What is done at a table wherever one sits indoors, and what is done at one only where there are tables.
_AT_TABLE = (Action.EAT, Action.WRITE)
_NOT_AT_TABLE = (Posture.LIE, Posture.SLEEP)


def choose_seat(member: Member, place: Place | None) -> str:
    """Return what a member sits on, the name of a thing that has a seat; "" for the ground."""
    told = find_thing(member.figure.target) if member.figure.target else None
    if told and told in SOURCES and SOURCES[told].seat:
        return told
    if place is None:
        return _find_drawn("stool")
    if member.traits.role in _ROYAL and place.setting in (Setting.CASTLE, Setting.GREAT_HALL):
        return _find_drawn("throne")
    if choose_table(member, place):
        return "chair"
    outdoors = "log" if place.era == "tale" else "park bench"
    return _find_drawn(_SEAT_BY_SETTING.get(place.setting, "chair" if place.indoors else outdoors))


def choose_table(member: Member, place: Place | None) -> str:
    """Return the table that a sitting member is at, the name of a thing; "" for none."""
    if place is None or member.pose.posture is not Posture.SIT:
        return ""
    own = _TABLE_BY_SETTING.get(place.setting, "")
    if member.figure.target and find_thing(member.figure.target) in (
        "table",
        "desk",
        "tea table",
        "dining table",
    ):
        own = own or "table"
    if not own and place.indoors and member.figure.action in _AT_TABLE:
        own = "table"
    return _find_drawn(own) if own else ""


def choose_bed(member: Member, place: Place | None) -> str:
    """Return the bed that a member lies in, the name of a thing; "" for the ground."""
    if member.pose.posture not in _NOT_AT_TABLE or place is None or member.is_carried:
        return ""
    target = member.figure.target
    told = find_thing(target) if target else None
    if not place.indoors and told != "bed":
        return ""
    fallen = member.pose.posture is Posture.LIE and target in ("floor", "ground")
    return "" if fallen else _find_drawn(_BED_BY_SETTING.get(place.setting, "bed"))


def _find_drawn(name: str) -> str:
    """Return a thing that has a drawing: this one, or the plainest of its kind."""
    if name in SOURCES:
        return name
    return "bed" if name.endswith("bed") else "table" if name.endswith(("table", "desk")) else "chair"
