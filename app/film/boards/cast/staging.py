"""The staging of a shot: its cast in every size of shot, from the whole figure to the thing in a hand."""

from dataclasses import replace

from app.film.boards.cast.blocking import Cast
from app.film.boards.cast.busts import find_unit, is_close, place_busts
from app.film.boards.cast.gestures import ON_CANE
from app.film.boards.cast.seats import find_support
from app.film.boards.cast.whole_figures import place_figures
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.things.beside import place_beside
from app.film.boards.things.hands import Hand
from app.film.boards.things.inserts import paint_insert
from app.film.boards.things.placing import place_things
from app.vocabulary.things.table import find_thing

# The close shots that have room for things beside the figures.
_WITH_THINGS = ("medium", "two_shot")


def place_cast(scene: SceneCanvas, area: StandingArea, cast: Cast, shot_type: str) -> None:
    """Paint the cast for a shot; unknown shot sizes are wide ones, an empty cast paints nothing."""
    if shot_type == "insert" and _paint_insert(scene, cast):
        return
    if not is_close(shot_type):
        if cast.members:
            place_figures(scene, area, cast, shot_type)
        place_things(scene, area, _list_unheld(cast), indoors=_is_indoors(cast))
        return
    if not cast.members:
        return
    if shot_type == "two_shot" and len(cast.members) == 1:
        shot_type = "medium"
    if shot_type == "insert" and cast.is_staged:
        # A half figure shows what the hands do, which is the nearest to a thing that has no drawing.
        cast, shot_type = replace(cast, members=cast.members[:1]), "medium"
    place_busts(scene, cast, shot_type)
    if shot_type in _WITH_THINGS:
        place_beside(scene, _list_unheld(cast), find_unit(scene, shot_type), indoors=_is_indoors(cast))


def _is_indoors(cast: Cast) -> bool:
    return cast.place is not None and cast.place.indoors


def _list_unheld(cast: Cast) -> list[str]:
    """Return the things that a shot names and no member holds or is carried by."""
    targets = (member.figure.target for member in cast.members)
    told = dict.fromkeys(name for noun in (*cast.things, *targets) if noun and (name := find_thing(noun)))
    used = {find_thing(member.held_prop) for member in cast.members if member.held_prop}
    for support in (find_support(member, cast.place) for member in cast.members):
        used |= {support.thing, support.table}
    return [name for name in told if name not in used]


def _paint_insert(scene: SceneCanvas, cast: Cast) -> bool:
    """Paint the things a shot is about, or what is held; return whether there is a drawing of any."""
    # A cane is no more than what old people walk with.
    hands = (member for member in cast.members if member.pose.gesture is not ON_CANE)
    holder = next((member for member in hands if member.held_prop), None)
    held = holder.held_prop if holder else None
    nouns = cast.things or ((held,) if held else ())
    told = next((name for noun in nouns if (name := find_thing(noun))), None)
    hand = None
    if holder and held and told == find_thing(held):
        portrait = cast.make_portrait(scene.palette, holder)
        sleeve = portrait.cloth(holder.traits.outfit.main)
        hand = Hand(portrait.skin, sleeve, from_right=holder.faces_left(otherwise=False))
    return paint_insert(scene, nouns, hand, cast.place)
