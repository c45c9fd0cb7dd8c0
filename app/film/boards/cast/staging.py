"""The staging of a shot: its cast in every size of shot, from the whole figure to the thing in a hand."""

from dataclasses import replace

from app.film.boards.cast.blocking import Cast
from app.film.boards.cast.busts import is_close, place_busts
from app.film.boards.cast.inserts import paint_prop, paint_thing
from app.film.boards.cast.whole_figures import place_figures
from app.film.boards.scene_canvas import SceneCanvas, StandingArea


def place_cast(scene: SceneCanvas, area: StandingArea, cast: Cast, shot_type: str) -> None:
    """Paint the cast for a shot; unknown shot sizes are wide ones, an empty cast paints nothing."""
    if shot_type == "insert" and _paint_insert(scene, cast):
        return
    if not cast.members:
        return
    if not is_close(shot_type):
        place_figures(scene, area, cast, shot_type)
        return
    if shot_type == "two_shot" and len(cast.members) == 1:
        shot_type = "medium"
    if shot_type == "insert" and cast.is_staged:
        # A half figure shows what the hands do, which is the nearest to a thing that has no drawing.
        cast, shot_type = replace(cast, members=cast.members[:1]), "medium"
    place_busts(scene, cast, shot_type)


def _paint_insert(scene: SceneCanvas, cast: Cast) -> bool:
    """Paint the thing a shot is about, or what is held; return whether there is a drawing of either."""
    if paint_thing(scene, cast.things):
        return True
    prop = next((member.held_prop for member in cast.members if member.held_prop), None)
    if prop is not None:
        paint_prop(scene, prop)
    return prop is not None
