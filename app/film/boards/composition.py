"""The composition of a scene: its brief as a display list; text is read only where a brief has no data."""

from app.film.boards.canvas import make_canvas
from app.film.boards.cast.crowd import paint_crowd
from app.film.boards.cast.staging import Cast, is_close, place_cast
from app.film.boards.cast.traits import Traits, choose_traits
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
from app.vocabulary.staging import Staging
from app.vocabulary.staging_reader import read_staging

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
    """Return a scene as shapes in depth layers; the scene's number in the film plays no part."""
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
    if staging.has_crowd and not is_close(brief.shot_type) and not area.is_afloat:
        paint_crowd(scene, area.ground)
    if is_close(brief.shot_type):
        _step_back(painting, brief.shot_type)
    if not place.indoors:
        paint_weather(scene)
    place_cast(scene, area, Cast(choose_cast(brief), brief.mood, staging), brief.shot_type)
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


def _step_back(painting: Painting, shot_type: str) -> None:
    """Turn the set into a soft backdrop that its light joins, and clear what stands before a face."""
    zoom, painting.blur = _CLOSENESS[shot_type]
    painting.enlarge_set(zoom, (0.5, 0.46))
    painting["light"].shapes.extend(painting["air"].shapes)
    painting["air"].shapes.clear()
    painting["foreground"].shapes.clear()
