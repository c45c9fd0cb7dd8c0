"""The composition of a shot: its brief as a display list; text is read only where a brief has no data."""

from dataclasses import replace

from app.film.boards.angles import choose_view
from app.film.boards.canvas import make_canvas
from app.film.boards.cast.blocking import Cast, stage_members
from app.film.boards.cast.busts import is_close, list_shown
from app.film.boards.cast.crowd import paint_crowd
from app.film.boards.cast.staging import place_cast
from app.film.boards.cast.traits import Traits, choose_traits
from app.film.boards.keystone import Keystone
from app.film.boards.layers import Painting, start_painting
from app.film.boards.palette import choose_palette
from app.film.boards.rng import seeded_rng
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.settings.catalogue import SETS, choose_set
from app.film.boards.weather import paint_weather
from app.film.brief import Look, ShotBrief
from app.vocabulary.look_reader import read_look
from app.vocabulary.place_reader import read_place
from app.vocabulary.places import Place
from app.vocabulary.staging import Side, Staging
from app.vocabulary.staging_reader import read_staging

# Which part of the set is behind one face, by its side of the frame: two who talk have other backgrounds.
_BEHIND: dict[Side, float] = {"left": 0.15, "middle": 0.5, "right": 0.85}
# How soft an insert is that shows no more than a part of the set, in canvas units.
_SOFTNESS_OF_SET = 2.0
# How far the backdrop of a close shot is enlarged, and how soft it gets, in canvas units.
_CLOSENESS = {
    "medium": (1.25, 4.0),
    "two_shot": (1.3, 5.0),
    "over_the_shoulder": (1.35, 6.0),
    "medium_close_up": (1.45, 8.0),
    "close_up": (1.7, 12.0),
    "insert": (1.9, 14.0),
}


def compose(brief: ShotBrief, look: Look) -> Painting:
    """Return a shot as shapes in depth layers; its number in the film plays no part."""
    place, staging = find_place(brief), find_staging(brief)
    set_name = choose_set(place)
    painting = start_painting(make_canvas(look.size))
    scene = SceneCanvas(
        painting,
        choose_palette(brief.time_of_day, brief.mood, place.weather, indoors=place.indoors),
        # A place is recognised again: its random numbers are the place's, not the moment's.
        seeded_rng(look.seed, set_name, brief.setting.casefold() or brief.heading.casefold()),
        place.features,
        place.weather,
    )
    area = SETS[set_name](scene)
    cast = _gather_cast(brief, staging)
    if staging.has_crowd and not is_close(brief.shot_type) and not area.is_afloat:
        paint_crowd(scene, area.ground)
    _point_camera(painting, cast, brief.shot_type)
    if not place.indoors:
        paint_weather(scene)
    place_cast(scene, area, cast, brief.shot_type)
    if brief.shot_type == "insert" and not painting["cast"].shapes:
        painting.blur = _SOFTNESS_OF_SET
    painting.heads = [painting.keystone.bend(head) for head in painting.heads]
    return painting


def find_place(brief: ShotBrief) -> Place:
    """Return a brief's place, read off its words where a person has rewritten them."""
    if brief.place is not None:
        return brief.place
    return read_place(brief.heading, brief.setting, brief.background_prompt, brief.description)


def find_staging(brief: ShotBrief) -> Staging:
    """Return a brief's staging, read off its description where a person has rewritten that."""
    return read_staging(brief.description) if brief.staging is None else brief.staging


def choose_cast(brief: ShotBrief) -> tuple[Traits, ...]:
    """Return the traits of a brief's characters, read off the prompts that a person has rewritten."""
    prompts = (*brief.character_prompts, *("",) * len(brief.characters))
    looks = (*brief.looks, *(None,) * len(brief.characters))
    return tuple(
        choose_traits(name, looks[at] or read_look(name, prompts[at]))
        for at, name in enumerate(brief.characters)
    )


def _gather_cast(brief: ShotBrief, staging: Staging) -> Cast:
    """Return who is in frame: a point of view lacks the first, who looks, unless that one has a figure."""
    traits, figures = choose_cast(brief), tuple(figure for figure in staging.figures if figure.name)
    if brief.shot_type == "point_of_view" and traits and traits[0].name not in {one.name for one in figures}:
        traits, staging = traits[1:], replace(staging, figures=figures)
    members = stage_members(traits, staging)
    things = (*staging.things, *brief.props)
    return Cast(members, brief.mood, things, choose_view(brief.angle), is_staged=bool(figures))


def _point_camera(painting: Painting, cast: Cast, shot_type: str) -> None:
    """Look at the set from the shot's angle, and from so near as its size says."""
    canvas, view = painting.canvas, cast.view
    if not is_close(shot_type):
        painting.keystone = Keystone(canvas.width, canvas.height, view.tilt)
        painting.enlarge_set(view.zoom, (0.5, view.centre))
        return
    painting.keystone = Keystone(canvas.width, canvas.height, view.tilt / 2)
    shown = list_shown(cast.members, shot_type)
    across = _BEHIND[shown[0].figure.side] if len(shown) == 1 else 0.5
    zoom, painting.blur = _CLOSENESS[shot_type]
    painting.enlarge_set(zoom, (across, view.centre))
    _step_back(painting)


def _step_back(painting: Painting) -> None:
    """Turn the set into a soft backdrop that its light joins, and clear what stands before a face."""
    painting["light"].shapes.extend(painting["air"].shapes)
    painting["air"].shapes.clear()
    painting["foreground"].shapes.clear()
