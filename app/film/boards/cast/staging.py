"""Where the cast stands: every shot size, one to five people, heads inside the frame."""

from dataclasses import dataclass

from app.film.boards.canvas import Box
from app.film.boards.cast.back import paint_back_view
from app.film.boards.cast.beasts import paint_beast, paint_beast_bust
from app.film.boards.cast.builds import BEASTS
from app.film.boards.cast.bust import paint_bust
from app.film.boards.cast.expression import choose_expression
from app.film.boards.cast.figure import paint_figure
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import HOLD, choose_pose
from app.film.boards.cast.props import boat, paint_held
from app.film.boards.cast.small_animals import paint_small
from app.film.boards.cast.traits import Traits
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.vocabulary.clothes import Headwear
from app.vocabulary.staging import Figure, HeldProp, Posture, Staging

# The height of a grown person as a share of the canvas's reach, and the most people a shot holds.
_FIGURES = {"extreme_wide": (0.20, 5), "wide": (0.42, 5), "full": (0.66, 4), "point_of_view": (0.5, 4)}
# The height of a head as a share of the reach, how many share the frame, and where the eyes are.
_BUSTS = {
    "medium": (0.235, 3, 0.36),
    "medium_close_up": (0.33, 2, 0.41),
    "close_up": (0.47, 1, 0.47),
    "insert": (0.47, 1, 0.47),
    "two_shot": (0.27, 2, 0.38),
    "over_the_shoulder": (0.31, 1, 0.40),
}
# The height of a prop in an insert, as a share of the reach.
_INSERT_SHARE = 0.7
# How much lower a head stands so that a tall hat fits into the frame, in hundredths of the head.
_ROOM_FOR_HAT: dict[Headwear | None, float] = {
    Headwear.POINTED_HAT: 24.0,
    Headwear.POINTED_CAP: 16.0,
    Headwear.CROWN: 8.0,
}


@dataclass(frozen=True, slots=True)
class Cast:
    """The characters of a scene, the mood on their faces, and what they do."""

    members: tuple[Traits, ...]
    mood: str
    staging: Staging

    def get_figure(self, place: int) -> Figure:
        """Return what the member at a place does; one of whom nothing is told just stands there."""
        return self.staging.find(self.members[place].name, is_first=place == 0) or Figure()


def is_close(shot_type: str) -> bool:
    """Return whether a shot shows faces rather than figures."""
    return shot_type in _BUSTS


def place_cast(scene: SceneCanvas, area: StandingArea, cast: Cast, shot_type: str) -> None:
    """Paint the cast for a shot; unknown shot sizes are wide ones, an empty cast paints nothing.

    A point of view shows the others as the first member sees them; an insert shows what that one holds, or
    else the face.
    """
    if shot_type == "point_of_view":
        cast = Cast(cast.members[1:], cast.mood, Staging())
    members = cast.members
    if not members:
        return
    prop = cast.get_figure(0).held_prop
    if shot_type == "insert" and prop:
        _place_prop(scene, prop)
        return
    if shot_type == "two_shot" and len(members) == 1:
        shot_type = "medium"
    if shot_type not in _BUSTS:
        _place_figures(scene, area, cast, shot_type)
    elif all(traits.body in BEASTS or traits.is_person for traits in members[:1]):
        _place_busts(scene, cast, shot_type)
    else:
        _place_small(scene, cast, shot_type)


def _make_portrait(scene: SceneCanvas, cast: Cast, traits: Traits) -> Portrait:
    return Portrait(traits, scene.palette, choose_expression(cast.mood))


def _place_figures(scene: SceneCanvas, area: StandingArea, cast: Cast, shot_type: str) -> None:
    share, most = _FIGURES.get(shot_type, _FIGURES["wide"])
    members, safe = cast.members[:most], scene.canvas.safe
    widths = [_measure_width(traits) * (0.62 if area.is_afloat else 1.0) for traits in members]
    unit = min(scene.canvas.reach * share / 100, safe.width * 0.96 / (sum(widths) + 6))
    # Off the middle by the place's own random numbers, which is livelier and stays the same within a place.
    aside = 0.0 if scene.canvas.is_tall or len(members) > 3 else scene.rng.choice((-0.06, 0.0, 0.06))
    middle = scene.across((area.middle if len(members) < 4 else 0.5) + aside)
    half = sum(widths) * unit / 2
    middle = min(max(middle, safe.left + half), safe.right - half)
    ground = max(area.ground, safe.top + unit * 136)
    ground = min(scene.canvas.height * 0.87, ground + unit * (8 if shot_type == "full" else 0))
    waterline = scene.pen("cast").offset(middle, ground + unit * 4, unit * 0.95)
    if area.is_afloat:
        boat(waterline, scene.palette, sail=len(members) < 3)
    x = middle - half
    for place, width in enumerate(widths):
        x += width * unit / 2
        drop = unit * (5 if place % 2 else 0)
        pen = scene.pen("cast").offset(x, ground + drop, unit, flip=x > middle + 1 and len(members) > 1)
        if area.is_afloat:
            pen = pen.offset(0, -16, 0.8)
        scene.painting.heads.append(_paint_whole(scene, pen, cast, place))
        x += width * unit / 2
    if area.is_afloat:
        _paint_gunwale(waterline, scene)


def _measure_width(traits: Traits) -> float:
    """Return the width a character takes up side by side, in body units."""
    if traits.body in BEASTS:
        beast = BEASTS[traits.body]
        return max(34.0, beast.height * (beast.length * 0.5 + beast.head[0] + beast.muzzle * 0.7) / 100)
    return 46.0 * traits.build if traits.is_person else 36.0


def _paint_whole(scene: SceneCanvas, pen: Pen, cast: Cast, place: int) -> Box:
    traits = cast.members[place]
    glow = mix(scene.palette.haze, scene.palette.light, 0.3)
    if traits.body in BEASTS:
        pen.glow((0, -BEASTS[traits.body].height * 0.6), 46, glow, 0.3)
        return paint_beast(pen, scene.palette, traits.body, traits.hair_colour)
    if not traits.is_person:
        return paint_small(pen.offset(0, -52 if traits.body == "bee" else 0), scene.palette, traits.body)
    pen.glow((0, -58), 58, glow, 0.34)
    pose = choose_pose(cast.get_figure(0).posture, place)
    prop = cast.get_figure(0).held_prop if place == 0 and pose.posture is not Posture.SLEEP else None
    if prop and pose.posture is Posture.STAND:
        pose = HOLD
    return paint_figure(pen, _make_portrait(scene, cast, traits), pose, prop)


def _paint_gunwale(pen: Pen, scene: SceneCanvas) -> None:
    """Paint the near side of the boat over the people who sit in it."""
    wood = scene.palette.paint("#7a5236")
    side = [(-108, -30), (-96, -4), (-64, 12), (64, 12), (96, -4), (112, -33), (60, -20), (-60, -20)]
    pen.blob(side, wood)
    rail = [(-104, -30), (-60, -20), (60, -20), (110, -33)]
    pen.line(rail, mix(wood, scene.palette.light, 0.3), 5)


def _place_busts(scene: SceneCanvas, cast: Cast, shot_type: str) -> None:
    share, most, eyes = _BUSTS[shot_type]
    safe, unit = scene.canvas.safe, scene.canvas.reach * share / 100
    members = cast.members
    if shot_type == "over_the_shoulder" and len(members) > 1:
        _paint_shoulder(scene, _make_portrait(scene, cast, members[0]), unit)
        members = members[1:]
    members = members[:most]
    if scene.canvas.is_tall and len(members) > 1:
        unit *= 0.68
    gap = min(
        unit * (205 if scene.canvas.width > scene.canvas.height else 165), safe.width * 0.86 / len(members)
    )
    middle = safe.left + safe.width * _choose_middle(shot_type, len(members), len(cast.members))
    for place in reversed(range(len(members))):
        x = middle + (place - (len(members) - 1) / 2) * gap
        faces_left = place > (len(members) - 1) / 2 or shot_type == "over_the_shoulder"
        pen = scene.pen("cast").offset(x, safe.top + safe.height * eyes, unit, flip=faces_left)
        scene.painting.heads.append(_paint_half(scene, pen, cast, members[place]))


def _choose_middle(shot_type: str, shown: int, present: int) -> float:
    if shot_type == "over_the_shoulder" and present > 1:
        return 0.64
    return 0.5 if shown > 1 else 0.46


def _paint_half(scene: SceneCanvas, pen: Pen, cast: Cast, traits: Traits) -> Box:
    if traits.body in BEASTS:
        return paint_beast_bust(pen.offset(0, 20), scene.palette, traits.body, traits.hair_colour)
    size = {"child": 0.92, "old": 0.98}.get(traits.age, 1.0)
    drop = (1 - traits.stature) * 62 if traits.stature < 1 else 0.0
    hat = _ROOM_FOR_HAT.get(traits.outfit.headwear, 0.0)
    at = pen.offset(0, min(44.0, drop) + hat, size)
    if not traits.is_person:
        return paint_small(pen.offset(0, 90, 2.4), scene.palette, traits.body)
    # The frame of a closer shot ends above the hands.
    has_hand = traits is cast.members[0] and pen.scale < scene.canvas.reach * 0.0034
    return paint_bust(
        at, _make_portrait(scene, cast, traits), cast.get_figure(0).held_prop if has_hand else None
    )


def _paint_shoulder(scene: SceneCanvas, portrait: Portrait, unit: float) -> None:
    safe = scene.canvas.safe
    pen = scene.pen("foreground").offset(
        safe.left + safe.width * 0.17, safe.top + safe.height * 0.50, unit * 1.5
    )
    if portrait.traits.is_person:
        paint_back_view(pen, portrait)


def _place_prop(scene: SceneCanvas, prop: HeldProp) -> None:
    """Paint a prop so close that it fills the middle of the frame."""
    safe, unit = scene.canvas.safe, scene.canvas.reach * _INSERT_SHARE / 40
    pen = scene.pen("cast").offset(safe.left + safe.width * 0.5, safe.top + safe.height * 0.5, unit)
    paint_held(pen, scene.palette, prop)


def _place_small(scene: SceneCanvas, cast: Cast, shot_type: str) -> None:
    """Paint a small animal so close that it fills as much of the frame as a face would."""
    share = _BUSTS[shot_type][0]
    safe = scene.canvas.safe
    unit = scene.canvas.reach * share / 28
    pen = scene.pen("cast").offset(safe.left + safe.width * 0.5, safe.top + safe.height * 0.82, unit)
    scene.painting.heads.append(paint_small(pen, scene.palette, cast.members[0].body))
