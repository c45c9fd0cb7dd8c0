"""Where the cast stands: every shot size, one to five people, heads inside the frame."""

from dataclasses import dataclass

from app.film.boards.canvas import Box
from app.film.boards.cast.back import paint_back_view
from app.film.boards.cast.beasts import paint_beast, paint_beast_bust
from app.film.boards.cast.builds import BEASTS
from app.film.boards.cast.bust import paint_bust
from app.film.boards.cast.figure import paint_figure
from app.film.boards.cast.fowl import paint_small
from app.film.boards.cast.mien import mien_of
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import POSES, pose_of
from app.film.boards.cast.props import boat, held_prop
from app.film.boards.cast.traits import Traits
from app.film.boards.colour import mix
from app.film.boards.easel import Easel, Stage
from app.film.boards.pen import Pen

# The height of a grown person as a share of the canvas's reach, and the most people a shot holds.
_FIGURES = {"extreme_wide": (0.20, 5), "wide": (0.42, 5), "full": (0.66, 4)}
# The height of a head as a share of the reach, how many share the frame, and where the eyes are.
_BUSTS = {
    "medium": (0.235, 3, 0.36),
    "medium_close_up": (0.33, 2, 0.41),
    "close_up": (0.47, 1, 0.47),
    "two_shot": (0.27, 2, 0.38),
    "over_the_shoulder": (0.31, 1, 0.40),
}


@dataclass(frozen=True, slots=True)
class Troupe:
    """The people of a scene and what their faces say."""

    cast: tuple[Traits, ...]
    mood: str


def is_close(shot_type: str) -> bool:
    """Tell whether a shot shows faces rather than figures."""
    return shot_type in _BUSTS


def place_cast(easel: Easel, stage: Stage, troupe: Troupe, shot_type: str) -> None:
    """Paint the cast for a shot; unknown shot sizes are wide ones, an empty cast paints nobody."""
    cast = troupe.cast
    if not cast:
        return
    if shot_type == "two_shot" and len(cast) == 1:
        shot_type = "medium"
    if shot_type not in _BUSTS:
        _place_figures(easel, stage, troupe, shot_type)
    elif all(traits.species in BEASTS or traits.is_person for traits in cast[:1]):
        _place_busts(easel, troupe, shot_type)
    else:
        _place_small(easel, troupe, shot_type)


def _portrait(easel: Easel, troupe: Troupe, traits: Traits) -> Portrait:
    return Portrait(traits, easel.palette, mien_of(troupe.mood))


def _place_figures(easel: Easel, stage: Stage, troupe: Troupe, shot_type: str) -> None:
    share, most = _FIGURES.get(shot_type, _FIGURES["wide"])
    cast, safe = troupe.cast[:most], easel.canvas.safe
    widths = [_width(traits) * (0.62 if stage.afloat else 1.0) for traits in cast]
    unit = min(easel.canvas.reach * share / 100, safe.width * 0.96 / (sum(widths) + 6))
    # Off the middle by the place's own chance, which is livelier and stays the same within a place.
    aside = 0.0 if easel.canvas.is_tall or len(cast) > 3 else easel.chance.choice((-0.06, 0.0, 0.06))
    middle = easel.across((stage.middle if len(cast) < 4 else 0.5) + aside)
    half = sum(widths) * unit / 2
    middle = min(max(middle, safe.left + half), safe.right - half)
    ground = max(stage.ground, safe.top + unit * 136)
    ground = min(easel.canvas.height * 0.87, ground + unit * (8 if shot_type == "full" else 0))
    afloat = easel.pen("cast").moved(middle, ground + unit * 4, unit * 0.95)
    if stage.afloat:
        boat(afloat, easel.palette, sail=len(cast) < 3)
    x = middle - half
    for place, width in enumerate(widths):
        x += width * unit / 2
        drop = unit * (5 if place % 2 else 0)
        pen = easel.pen("cast").moved(x, ground + drop, unit, flip=x > middle + 1 and len(cast) > 1)
        if stage.afloat:
            pen = pen.moved(0, -16, 0.8)
        easel.painting.heads.append(_whole(easel, pen, troupe, place))
        x += width * unit / 2
    if stage.afloat:
        _gunwale(afloat, easel)


def _width(traits: Traits) -> float:
    """Give the room somebody takes up side by side, in body units."""
    if traits.species in BEASTS:
        beast = BEASTS[traits.species]
        return max(34.0, beast.height * (beast.length * 0.5 + beast.head[0] + beast.muzzle * 0.7) / 100)
    return 46.0 * traits.build if traits.is_person else 36.0


def _whole(easel: Easel, pen: Pen, troupe: Troupe, place: int) -> Box:
    traits = troupe.cast[place]
    glow = mix(easel.palette.haze, easel.palette.light, 0.3)
    if traits.species in BEASTS:
        pen.glow((0, -BEASTS[traits.species].height * 0.6), 46, glow, 0.3)
        return paint_beast(pen, easel.palette, traits.species, traits.hair)
    if not traits.is_person:
        return paint_small(pen.moved(0, -52 if traits.species == "bee" else 0), easel.palette, traits.species)
    pen.glow((0, -58), 58, glow, 0.34)
    pose = pose_of(easel.action, place)
    prop = held_prop(easel.action) if place == 0 else ""
    if prop and pose.name == "stand":
        pose = POSES["hold"]
    return paint_figure(pen, _portrait(easel, troupe, traits), pose, prop if pose.name != "sleep" else "")


def _gunwale(pen: Pen, easel: Easel) -> None:
    """Paint the near side of the boat over the people who sit in it."""
    wood = easel.palette.paint("#7a5236")
    side = [(-108, -30), (-96, -4), (-64, 12), (64, 12), (96, -4), (112, -33), (60, -20), (-60, -20)]
    pen.blob(side, wood)
    rail = [(-104, -30), (-60, -20), (60, -20), (110, -33)]
    pen.line(rail, mix(wood, easel.palette.light, 0.3), 5)


def _place_busts(easel: Easel, troupe: Troupe, shot_type: str) -> None:
    share, most, eyes = _BUSTS[shot_type]
    safe, unit = easel.canvas.safe, easel.canvas.reach * share / 100
    cast = troupe.cast
    if shot_type == "over_the_shoulder" and len(cast) > 1:
        _shoulder(easel, _portrait(easel, troupe, cast[0]), unit)
        cast = cast[1:]
    cast = cast[:most]
    if easel.canvas.is_tall and len(cast) > 1:
        unit *= 0.68
    gap = min(
        unit * (205 if easel.canvas.width > easel.canvas.height else 165), safe.width * 0.86 / len(cast)
    )
    middle = safe.left + safe.width * _middle_of(shot_type, len(cast), len(troupe.cast))
    for place in reversed(range(len(cast))):
        x = middle + (place - (len(cast) - 1) / 2) * gap
        faces_left = place > (len(cast) - 1) / 2 or shot_type == "over_the_shoulder"
        pen = easel.pen("cast").moved(x, safe.top + safe.height * eyes, unit, flip=faces_left)
        easel.painting.heads.append(_half(easel, pen, troupe, cast[place]))


def _middle_of(shot_type: str, shown: int, present: int) -> float:
    if shot_type == "over_the_shoulder" and present > 1:
        return 0.64
    return 0.5 if shown > 1 else 0.46


def _half(easel: Easel, pen: Pen, troupe: Troupe, traits: Traits) -> Box:
    if traits.species in BEASTS:
        return paint_beast_bust(pen.moved(0, 20), easel.palette, traits.species, traits.hair)
    size = {"child": 0.92, "elder": 0.98}.get(traits.age, 1.0)
    drop = (1 - traits.stature) * 62 if traits.stature < 1 else 0.0
    hat = {"pointed": 24.0, "pointy_cap": 16.0, "crown": 8.0}.get(traits.outfit.hat, 0.0)
    at = pen.moved(0, min(44.0, drop) + hat, size)
    if not traits.is_person:
        return paint_small(pen.moved(0, 90, 2.4), easel.palette, traits.species)
    prop = held_prop(easel.action) if len(troupe.cast) == 1 or traits is troupe.cast[0] else ""
    return paint_bust(
        at, _portrait(easel, troupe, traits), prop if pen.scale < easel.canvas.reach * 0.0034 else ""
    )


def _shoulder(easel: Easel, portrait: Portrait, unit: float) -> None:
    safe = easel.canvas.safe
    pen = easel.pen("foreground").moved(
        safe.left + safe.width * 0.17, safe.top + safe.height * 0.50, unit * 1.5
    )
    if portrait.traits.is_person:
        paint_back_view(pen, portrait)


def _place_small(easel: Easel, troupe: Troupe, shot_type: str) -> None:
    """Give a small animal a close shot of its own: it fills as much of the frame as a face would."""
    share = _BUSTS[shot_type][0]
    safe = easel.canvas.safe
    unit = easel.canvas.reach * share / 28
    pen = easel.pen("cast").moved(safe.left + safe.width * 0.5, safe.top + safe.height * 0.82, unit)
    easel.painting.heads.append(paint_small(pen, easel.palette, troupe.cast[0].species))
