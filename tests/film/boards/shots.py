"""Shots whose staging is told, and where what is drawn of them lies."""

from app.film.boards.canvas import Box
from app.film.boards.cast.blocking import Member
from app.film.boards.cast.posing import stage_members
from app.film.boards.cast.traits import choose_traits
from app.film.boards.composition import compose
from app.film.boards.layers import Painting
from app.film.brief import Look, ShotBrief
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.staging import Facing, Figure, Posture, Side, Staging

LOOKS = {
    "Mara": CharacterLook(age="child", gender="female", hair="braided"),
    "Tobias": CharacterLook(age="old", gender="male", hair="short"),
    "Rusty": CharacterLook(kind="animal", species=Species.FOX),
}
FRAMES = ((320, 180), (180, 320), (200, 200))
FIELD = Place(Setting.FIELD, indoors=False)


def brief(shot_type: str, *figures: Figure, angle: str = "eye", things: tuple[str, ...] = ()) -> ShotBrief:
    """Return a shot whose characters are those of the figures."""
    names = tuple(figure.name for figure in figures)
    return ShotBrief(
        "1A",
        "EXT. FIELD",
        "",
        names,
        setting="field",
        shot_type=shot_type,
        angle=angle,
        looks=tuple(LOOKS[name] for name in names),
        place=FIELD,
        staging=Staging(figures, things),
    )


def draw(shot_type: str, *figures: Figure, size: tuple[int, int] = FRAMES[0], angle: str = "eye") -> Painting:
    """Return the painting of a shot with these figures."""
    return compose(brief(shot_type, *figures, angle=angle), Look(size))


def mara(
    posture: Posture = Posture.STAND,
    side: Side = "middle",
    facing: Facing = "camera",
    *,
    speaks: bool = False,
) -> Figure:
    """Return a figure of Mara."""
    return Figure("Mara", posture, side=side, facing=facing, is_speaking=speaks)


def tobias(
    posture: Posture = Posture.STAND,
    side: Side = "middle",
    facing: Facing = "camera",
    *,
    speaks: bool = False,
) -> Figure:
    """Return a figure of Tobias."""
    return Figure("Tobias", posture, side=side, facing=facing, is_speaking=speaks)


def members_of(*figures: Figure) -> tuple[Member, ...]:
    """Return the members that these figures are staged as."""
    traits = [choose_traits(figure.name, LOOKS[figure.name]) for figure in figures]
    return stage_members(traits, Staging(figures))


def middles(painting: Painting) -> list[float]:
    """Return the middles of the heads across, in the order in which they were painted."""
    return [head.centre[0] for head in painting.heads]


def paths(painting: Painting) -> list[str]:
    """Return the outlines of the cast."""
    return [shape.path for shape in painting["cast"].shapes]


def holds(frame: Box, box: Box) -> bool:
    """Return whether a box is within a frame."""
    return (
        frame.left - 0.01 <= box.left
        and frame.top - 0.01 <= box.top
        and box.right <= frame.right + 0.01
        and box.bottom <= frame.bottom + 0.01
    )


def bound(painting: Painting) -> Box:
    """Return the box of all flat shapes of the cast."""
    boxes = [shape.box for shape in painting["cast"].shapes if isinstance(shape.fill, str)]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
