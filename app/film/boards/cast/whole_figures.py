"""Whole figures in a set: where each stands, how large, looking where."""

from collections.abc import Sequence
from functools import partial

from app.film.boards.canvas import Box
from app.film.boards.cast.beasts import paint_beast
from app.film.boards.cast.blocking import Cast, Member, order_by_side, paint_in_frame, spread_out
from app.film.boards.cast.builds import BEASTS
from app.film.boards.cast.figure import paint_figure
from app.film.boards.cast.props import boat
from app.film.boards.cast.small_animals import paint_small
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas, StandingArea

# The height of a grown person as a share of the canvas's reach, and the most people a shot holds.
_SIZES = {"extreme_wide": (0.20, 5), "wide": (0.42, 5), "full": (0.66, 4), "point_of_view": (0.5, 4)}
# How much lower every second member stands, in body units.
_STAGGER = 5
# How far shadows reach below the feet, in body units.
_SHADOW = 5


def place_figures(scene: SceneCanvas, area: StandingArea, cast: Cast, shot_type: str) -> None:
    """Paint the cast from head to foot, each on its side of the frame or all about the set's middle."""
    share, most = _SIZES.get(shot_type, _SIZES["wide"])
    members, frame = cast.members[:most], scene.painting.safe
    widths = [measure_width(member) * (0.62 if area.is_afloat else 1.0) for member in members]
    unit = min(scene.canvas.reach * share / 100 * cast.view.size, frame.width * 0.96 / (sum(widths) + 6))
    widths = [width * unit for width in widths]
    if cast.has_sides and not area.is_afloat:
        spots, middle = spread_out(members, widths, frame), frame.centre[0]
    else:
        spots, middle = _stand_together(scene, area, members, widths)
    ground = _find_ground(scene, area, cast, unit, shot_type)
    waterline = scene.pen("cast").offset(middle, ground + unit * 4, unit * 0.95)
    if area.is_afloat:
        boat(waterline, scene.palette, sail=len(members) < 3)
    for place, (member, x) in enumerate(zip(members, spots, strict=True)):
        flip = member.faces_left(otherwise=x > middle + 1 and len(members) > 1)
        pen = scene.pen("cast").offset(x, ground + unit * _STAGGER * (place % 2), unit, flip=flip)
        if area.is_afloat:
            pen = pen.offset(0, -16, 0.8)
        head = paint_in_frame(pen, frame, partial(_paint_whole, scene, cast, member))
        scene.painting.heads.append(head)
    if area.is_afloat:
        _paint_gunwale(waterline, scene)


def measure_width(member: Member) -> float:
    """Return the width a character takes up side by side, in body units."""
    traits = member.traits
    if member.is_beast:
        beast = BEASTS[traits.body]
        return max(34.0, beast.height * (beast.length * 0.5 + beast.head[0] + beast.muzzle * 0.7) / 100)
    return 46.0 * traits.build if traits.is_person else 36.0


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


def _find_ground(scene: SceneCanvas, area: StandingArea, cast: Cast, unit: float, shot_type: str) -> float:
    """Return the height of the feet: on the set's ground, above the subtitles where the shot has the room."""
    painting, height = scene.painting, scene.canvas.height
    ground = (area.ground - painting.window.top) * height / painting.window.height
    if cast.is_staged and not area.is_afloat:
        ground = min(ground, painting.caption_top - unit * (_STAGGER + _SHADOW))
    ground = max(ground, painting.safe.top + unit * 136)
    return min(height * 0.87, ground + unit * (8 if shot_type == "full" else 0))


def _paint_whole(scene: SceneCanvas, cast: Cast, member: Member, pen: Pen) -> Box:
    traits = member.traits
    glow = mix(scene.palette.haze, scene.palette.light, 0.3)
    if member.is_beast:
        pen.glow((0, -BEASTS[traits.body].height * 0.6), 46, glow, 0.3)
        return paint_beast(pen, scene.palette, traits.body, traits.hair_colour)
    if not traits.is_person:
        return paint_small(pen.offset(0, -52 if traits.body == "bee" else 0), scene.palette, traits.body)
    pen.glow((0, -58), 58, glow, 0.34)
    return paint_figure(pen, cast.make_portrait(scene.palette, member), member.pose, member.held_prop)


def _paint_gunwale(pen: Pen, scene: SceneCanvas) -> None:
    """Paint the near side of the boat over the people who sit in it."""
    wood = scene.palette.paint("#7a5236")
    side = [(-108, -30), (-96, -4), (-64, 12), (64, 12), (96, -4), (112, -33), (60, -20), (-60, -20)]
    pen.blob(side, wood)
    rail = [(-104, -30), (-60, -20), (60, -20), (110, -33)]
    pen.line(rail, mix(wood, scene.palette.light, 0.3), 5)
