"""From a scene's words to its display list."""

from app.film.boards.canvas import canvas_for
from app.film.boards.cast.crowd import paint_crowd, wants_crowd
from app.film.boards.cast.staging import Troupe, is_close, place_cast
from app.film.boards.cast.traits import traits_of
from app.film.boards.chance import chance_of
from app.film.boards.easel import Easel
from app.film.boards.layers import Painting, blank
from app.film.boards.palette import palette_of
from app.film.boards.settings.catalogue import choose_setting, is_indoors
from app.film.boards.weather import paint_weather, weather_of
from app.film.brief import Look, SceneBrief
from app.vocabulary.words import Words

# How far the backdrop of a close shot is enlarged, and how soft it gets, in canvas units.
_CLOSENESS = {
    "medium": (1.25, 4.0),
    "two_shot": (1.3, 5.0),
    "over_the_shoulder": (1.35, 6.0),
    "medium_close_up": (1.45, 8.0),
    "close_up": (1.7, 12.0),
}


def compose(brief: SceneBrief, look: Look) -> Painting:
    """Lay a scene out as shapes in depth layers; its chance comes from what it says, not from its number."""
    setting = choose_setting(
        brief.heading, brief.setting, brief.heading, brief.background_prompt, brief.description
    )
    words = Words(brief.description, brief.background_prompt, brief.setting, brief.heading)
    indoors = bool(setting.indoors) or is_indoors(brief.heading) is True
    weather = weather_of(words)
    painting = blank(canvas_for(look.size))
    easel = Easel(
        painting,
        palette_of(brief.time_of_day, brief.mood, weather, indoors=indoors),
        # A place is recognised again: its chance is the place's, not the moment's.
        chance_of(look.seed, setting.name, brief.setting.casefold() or brief.heading.casefold()),
        words,
        Words(brief.description),
        weather,
    )
    stage = setting.paint(easel)
    if wants_crowd(easel) and not is_close(brief.shot_type) and not stage.afloat:
        paint_crowd(easel, stage.ground)
    if is_close(brief.shot_type):
        _step_back(painting, brief.shot_type)
    if not indoors:
        paint_weather(easel)
    place_cast(easel, stage, _troupe(brief), brief.shot_type)
    return painting


def _step_back(painting: Painting, shot_type: str) -> None:
    """Make the whole stage a soft backdrop: its light joins it, and nothing of it stands before a face."""
    painting.zoom, painting.blur = _CLOSENESS[shot_type]
    painting["near"].shapes.extend(painting["air"].shapes)
    painting["air"].shapes.clear()
    painting["foreground"].shapes.clear()


def _troupe(brief: SceneBrief) -> Troupe:
    prompts = (*brief.character_prompts, *("",) * len(brief.characters))
    return Troupe(tuple(traits_of(name, prompts[i]) for i, name in enumerate(brief.characters)), brief.mood)
