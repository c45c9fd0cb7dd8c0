"""Many people behind the cast: strangers in the clothes of the place's era, in two rows."""

from dataclasses import replace
from random import Random

from app.film.boards.cast.expression import choose_expression
from app.film.boards.cast.figure import paint_figure
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import strike_pose
from app.film.boards.cast.skull import HeadTurn
from app.film.boards.cast.traits import Traits, choose_traits
from app.film.boards.colour import mix
from app.film.boards.layers import Layer, Shape
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.vocabulary.actions import Action
from app.vocabulary.clothes import ERA_CLOTHES, EVERYDAY_COLOURS, Era
from app.vocabulary.looks import CharacterLook
from app.vocabulary.people import Age, Gender
from app.vocabulary.staging import Posture

# The rows, the far one first: its size as a share of the cast's, how much higher it stands as a share of a
# person's height, how much haze lies on it, and how many stand in it.
_ROWS = ((0.74, 0.2, 0.34, 11), (0.88, 0.09, 0.16, 9))
# The middle of the near row, as a share of the width, is kept free for the cast.
_GAP = 0.15
_AGES: tuple[Age, ...] = ("adult", "adult", "adult", "old", "child")
_GENDERS: tuple[Gender, ...] = ("female", "male")
_ACTIONS = (None, None, None, Action.TALK, Action.WAVE, Action.POINT)


def paint_crowd(scene: SceneCanvas, area: StandingArea, era: Era = "past") -> None:
    """Stand two rows of people behind where the cast stands, thinner in the middle."""
    rng = scene.rng
    unit = scene.canvas.reach * area.person_share / 100
    for row, (size, rise, haze, count) in enumerate(_ROWS):
        for place in range(count):
            share = (place + rng.uniform(0.15, 0.85)) / count
            if row and abs(share - 0.5) < _GAP:
                continue
            pen = scene.pen("near").offset(
                scene.across(share), area.ground - unit * 100 * rise, unit * size, flip=share > 0.5
            )
            _paint_stranger(pen, scene, _invent_stranger(rng, era), haze)


def _invent_stranger(rng: Random, era: Era) -> Traits:
    age, gender = rng.choice(_AGES), rng.choice(_GENDERS)
    clothes = rng.choice(ERA_CLOTHES[era]["child" if age == "child" else gender])
    look = CharacterLook(age=age, gender=gender, clothes=clothes, clothes_colour=rng.choice(EVERYDAY_COLOURS))
    return choose_traits(f"stranger {rng.randrange(10**6)}", look)


def _paint_stranger(pen: Pen, scene: SceneCanvas, traits: Traits, haze: float) -> None:
    rng, layer = scene.rng, Layer("stranger")
    turn = HeadTurn(rng.choice((18.0, 34.0, 52.0)), 0.0, (0.6, 0.0))
    portrait = Portrait(traits, scene.palette, choose_expression("calm"), turn, 0.3)
    paint_figure(
        replace(pen, layer=layer), portrait, strike_pose(traits, Posture.STAND, rng.choice(_ACTIONS))
    )
    pen.layer.shapes += [_veil(shape, scene.palette.haze, haze) for shape in layer.shapes]


def _veil(shape: Shape, haze: str, share: float) -> Shape:
    """Return a shape with haze before it."""
    fill = mix(shape.fill, haze, share) if isinstance(shape.fill, str) else shape.fill
    return replace(shape, fill=fill, stroke=mix(shape.stroke, haze, share) if shape.stroke else None)
