"""What a shot must show, and whether its display list does: the place, the people, the thing, the pose."""

from app.film.boards.composition import find_place
from app.film.boards.layers import Painting
from app.film.boards.sets.by_setting import SETS_BY_SETTING
from app.film.boards.sets.catalogue import INDOOR_SETS, OUTDOOR_SETS
from app.story.beat import Beat
from app.story.coverage.stage import find_visible_action
from app.story.coverage.stretches import choose_main_beat
from app.vocabulary.staging import POSTURES
from app.vocabulary.things.body import BODY
from app.vocabulary.things.table import find_thing
from tests.film.boards.craft.gold_shots import GoldShot

MOST_SHOWN: dict[str, int] = {
    "close_up": 1,
    "medium_close_up": 2,
    "two_shot": 2,
    "over_the_shoulder": 2,
    "medium": 3,
    "insert": 0,
}
"""How many people a size of shot shows at least, if its story has so many; other sizes show all."""
POSED: tuple[str, ...] = ("extreme_wide", "wide", "full", "medium", "two_shot")
"""The sizes of shots that show a pose."""

SHOWING_THINGS: tuple[str, ...] = (*POSED, "insert")
"""The sizes of shots that have room for things."""

# Parts of the body are drawn with it.
_NO_THINGS = {None, *(thing.name for thing in BODY)}
COLUMNS = ("place", "people", "thing", "pose")


def judge(shot: GoldShot, painting: Painting) -> dict[str, bool | None]:
    """Return for each column whether the display list shows it, None where the story asks for nothing."""
    main = choose_main_beat(
        [beat for beat in shot.shot.beats if beat.status == "seen"], shot.brief.characters
    )
    return {
        "place": _shows_place(shot, painting),
        "people": _shows_people(shot, painting),
        "thing": _shows_things(shot, painting, main),
        "pose": _shows_pose(shot, painting, main),
    }


def _shows_place(shot: GoldShot, painting: Painting) -> bool:
    place = find_place(shot.brief)
    outdoors, indoors = SETS_BY_SETTING[place.setting]
    own = indoors if place.indoors else outdoors
    layouts = own.today if place.era == "modern" and own.today else own.past
    catalogue = INDOOR_SETS if place.indoors else OUTDOOR_SETS
    return painting.set_name in layouts and painting.set_name in catalogue


def _shows_people(shot: GoldShot, painting: Painting) -> bool | None:
    names = shot.brief.characters
    if not names or shot.brief.shot_type in ("insert", "point_of_view"):
        return None
    shown = {one.name for one in painting.depictions}
    return len(shown & set(names)) >= min(len(names), MOST_SHOWN.get(shot.brief.shot_type, len(names)))


def _shows_things(shot: GoldShot, painting: Painting, main: Beat | None) -> bool | None:
    nouns = (*main.patients, main.instrument) if main else ()
    asked = {find_thing(noun) for noun in nouns if noun and noun not in shot.brief.characters} - _NO_THINGS
    if not asked or shot.brief.shot_type not in SHOWING_THINGS:
        return None
    carried = {name for one in painting.depictions for name in one.things}
    return asked <= {*painting.props, *painting.things_in_window, *carried}


def _shows_pose(shot: GoldShot, painting: Painting, main: Beat | None) -> bool | None:
    action = find_visible_action(main) if main else None
    if main is None or action is None or shot.brief.shot_type not in POSED:
        return None
    agents = [one for one in painting.depictions if one.name in main.agents]
    if not agents:
        return None
    return any(one.action is action or POSTURES.get(action) is one.posture for one in agents)
