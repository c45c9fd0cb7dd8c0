"""Whole figures in a set: where each stands, how large, looking where."""

from collections.abc import Sequence
from functools import partial

from app.film.boards.canvas import Box
from app.film.boards.cast.animals.painting import paint_animal
from app.film.boards.cast.blocking import Cast, Member, lies, order_by_side, spread_out
from app.film.boards.cast.boats import paint_boat, paint_gunwale
from app.film.boards.cast.extent import measure_extent
from app.film.boards.cast.figure import paint_figure, paint_head_alone
from app.film.boards.cast.halo import paint_halo
from app.film.boards.cast.pairs import bring_together
from app.film.boards.cast.record import show_member
from app.film.boards.cast.seats import SEAT_GAP, find_support, paint_before, paint_behind
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.vocabulary.staging import Posture

# The most people a shot holds.
_MOST = {"extreme_wide": 10, "wide": 9, "full": 7, "point_of_view": 7}
# How much lower every second member stands, in body units.
_STAGGER = 5
# How much room a grown person with a hat takes up over the feet, in body units.
_HEIGHT = 108
# How far shadows reach below the feet, in body units.
_SHADOW = 5
# How high those are who lie in the arms of another, in body units.
_IN_ARMS = 50


def place_figures(scene: SceneCanvas, area: StandingArea, cast: Cast, shot_type: str) -> None:
    """Paint the cast from head to foot, each on its side of the frame or all about the set's middle."""
    members, frame = cast.members[: _MOST.get(shot_type, 6)], scene.painting.safe
    extents = [measure_extent(member, find_support(member, cast.place)) for member in members]
    widths = [(right - left) * (0.62 if area.is_afloat else 1.0) for left, right in extents]
    unit = min(
        _find_unit(scene, area) * cast.view.size,
        frame.width * 0.96 / (sum(widths) + 6),
        (scene.painting.caption_top - frame.top) / (_HEIGHT + _STAGGER + _SHADOW),
    )
    widths = [width * unit for width in widths]
    if cast.has_sides and not area.is_afloat:
        spots, middle = spread_out(members, widths, frame), frame.centre[0]
    else:
        spots, middle = _stand_together(scene, area, members, widths)
    flips = [
        member.faces_left(otherwise=x > middle + 1 and len(members) > 1)
        for member, x in zip(members, spots, strict=True)
    ]
    bring_together(members, spots, flips, unit)
    ground = _find_ground(scene, area, unit)
    waterline = scene.pen("cast").offset(middle, ground + unit * 4, unit * 0.95)
    if area.is_afloat:
        paint_boat(waterline, scene.palette, sail=len(members) < 3)
    for place, member in enumerate(members):
        step = 0 if member.duo else _STAGGER * (place % 2)
        left, right = extents[place]
        aside = (left + right) / 2 * unit * (1 if flips[place] else -1)
        up = _IN_ARMS if member.is_carried else 0
        foot = _find_water(scene, ground) if member.pose.posture is Posture.SWIM else ground
        pen = scene.pen("cast").offset(
            spots[place] + aside, foot + unit * (step - up), unit, flip=flips[place]
        )
        if area.is_afloat:
            pen = pen.offset(0, -16, 0.8)
        show_member(scene, cast, member, pen, partial(_paint_whole, scene, cast, member))
    if area.is_afloat:
        paint_gunwale(waterline, scene.palette)


def _find_unit(scene: SceneCanvas, area: StandingArea) -> float:
    """Return a body unit on the set's ground in canvas units, as large as the window shows the set."""
    canvas, window = scene.canvas, scene.painting.window
    return canvas.reach * area.person_share / 100 * canvas.height / window.height


def _stand_together(
    scene: SceneCanvas, area: StandingArea, members: Sequence[Member], widths: Sequence[float]
) -> tuple[list[float], float]:
    """Return the middle of each member across, side by side in the order of sides, and that of all."""
    frame = scene.painting.safe
    # Off the middle by the place's own random numbers, which is livelier and stays the same within a place.
    aside = 0.0 if scene.canvas.is_tall or len(widths) > 3 else scene.rng.choice((-0.06, 0.0, 0.06))
    middle, half = scene.across((area.middle if len(widths) < 4 else 0.5) + aside), sum(widths) / 2
    middle = min(max(middle, frame.left + half), frame.right - half)
    spots, edge = [0.0] * len(widths), middle - half
    for place in order_by_side(members):
        spots[place] = edge + widths[place] / 2
        edge += widths[place]
    return spots, middle


def _find_ground(scene: SceneCanvas, area: StandingArea, unit: float) -> float:
    """Return the height of the feet: on the set's ground, above the subtitles where the shot has the room."""
    painting, height = scene.painting, scene.canvas.height
    ground = (area.ground - painting.window.top) * height / painting.window.height
    if not area.is_afloat:
        ground = min(ground, painting.caption_top - unit * (_STAGGER + _SHADOW))
    ground = max(ground, painting.safe.top + unit * _HEIGHT)
    return min(height * 0.87, ground)


def _find_water(scene: SceneCanvas, ground: float) -> float:
    """Return the height in the picture where one swims: in the nearer half of the water, if there is any."""
    painting = scene.painting
    if painting.water is None:
        return ground
    box, window = painting.water, painting.window
    surface = box.top + box.height * 0.62
    return min(ground, (surface - window.top) * scene.canvas.height / window.height)


def _paint_whole(scene: SceneCanvas, cast: Cast, member: Member, pen: Pen) -> Box:
    traits = member.traits
    if traits.species and not traits.is_upright:
        return paint_animal(pen, scene.palette, traits.species, traits.coat, member.pose.posture)
    support, portrait = find_support(member, cast.place), cast.make_portrait(scene.palette, member)
    raised = pen.offset(0, -support.rise)
    paint_halo(raised, scene.palette, (0, -9 if lies(member) else -58), 58)
    paint_behind(raised, scene.palette, support)
    for place, passenger in enumerate(member.passengers, 1):
        aside = raised.offset(-SEAT_GAP * place, 0)
        seated = cast.make_portrait(scene.palette, passenger)
        paint = paint_head_alone if support.hides_body else paint_figure
        paint(aside, seated, member.pose)
    if support.hides_body:
        return paint_head_alone(raised, portrait, member.pose)
    head = paint_figure(raised, portrait, member.pose, member.held_prop)
    paint_before(raised, scene.palette, member, support, has_table=cast.sets_table(member))
    return head
