"""The composition of a shot: its brief as a display list; text is read only where a brief has no data."""

from dataclasses import replace

from app.film.boards.angles import EYE_LEVEL, choose_view
from app.film.boards.canvas import make_canvas
from app.film.boards.cast.blocking import Cast
from app.film.boards.cast.busts import is_close, list_shown
from app.film.boards.cast.crowd import paint_crowd
from app.film.boards.cast.posing import share_vehicles, stage_extras, stage_members
from app.film.boards.cast.staging import place_cast
from app.film.boards.cast.traits import Traits, choose_traits
from app.film.boards.keystone import Keystone
from app.film.boards.layers import Painting, start_painting
from app.film.boards.moment import AS_TOLD, Moment
from app.film.boards.palette import choose_palette
from app.film.boards.rng import seeded_rng
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.sets.catalogue import SETS, choose_set
from app.film.boards.weather import FALLING, paint_weather
from app.film.brief import Look, ShotBrief
from app.vocabulary.look_reader import read_look
from app.vocabulary.place_reader import read_place
from app.vocabulary.places import Feature, Place
from app.vocabulary.staging import Side, Staging
from app.vocabulary.staging_reader import read_staging

# Where in the set a face is, by its side of the frame: two who talk have other backgrounds.
_BEHIND: dict[Side, float] = {"left": 0.4, "middle": 0.5, "right": 0.6}
# Where beside the face of each side the set shows something that tells the place.
_BESIDE: dict[Side, float] = {"left": 0.7, "middle": 0.27, "right": 0.3}
# How soft an insert is that shows no more than a part of the set, in canvas units.
_SOFTNESS_OF_SET = 2.0
# How tall a grown person is in each size of shot, as a share of the canvas's reach.
_PERSON_SHARES = {"extreme_wide": 0.24, "wide": 0.41, "full": 0.62, "point_of_view": 0.5}
# The same for the backdrop of a close shot, and how soft that is in canvas units.
_CLOSENESS = {
    "medium": (0.54, 3.0),
    "two_shot": (0.54, 3.5),
    "over_the_shoulder": (0.58, 4.0),
    "medium_close_up": (0.62, 5.0),
    "close_up": (0.72, 7.0),
    "insert": (0.76, 7.0),
}
# Shots that show nobody but those whom they are of.
_WITHOUT_EXTRAS = ("close_up", "medium_close_up", "insert", "over_the_shoulder")
# How far an angle moves the set up or down in the picture, as a share of its height.
_SINKING = 0.2
# Where in the picture a close shot shows what is behind a person's head, as a share of its height.
_HEAD_LEVEL = 0.36


def compose(brief: ShotBrief, look: Look, moment: Moment = AS_TOLD) -> Painting:
    """Return a shot at a moment as shapes in depth layers; its number in the film plays no part."""
    place, staging = find_place(brief), find_staging(brief)
    key = brief.setting.casefold() or brief.heading.casefold()
    set_name = choose_set(place, look.seed, key)
    painting = start_painting(make_canvas(look.size))
    painting.set_name = set_name
    scene = SceneCanvas(
        painting,
        choose_palette(
            brief.time_of_day,
            brief.mood,
            place.weather,
            indoors=place.indoors,
            is_unlit=Feature.UNLIT in place.features,
        ),
        # A place is recognised again: its random numbers are the place's, not the moment's.
        seeded_rng(look.seed, set_name, key),
        place.features,
        place.weather,
    )
    area = SETS[set_name](scene)
    cast = replace(_gather_cast(brief, staging), moment=moment, place=place)
    if staging.has_crowd and not is_close(brief.shot_type) and not area.is_afloat:
        paint_crowd(scene, area, place.era)
    _point_camera(painting, area, cast, brief.shot_type)
    if not place.indoors:
        paint_weather(scene, is_dry=moment.is_dry)
    place_cast(scene, area, cast, brief.shot_type)
    if brief.shot_type == "insert" and not painting["cast"].shapes:
        painting.blur = _SOFTNESS_OF_SET
    return painting


def find_place(brief: ShotBrief) -> Place:
    """Return a brief's place, read off its words where a person has rewritten them."""
    if brief.place is not None:
        return brief.place
    return read_place(brief.heading, brief.setting, brief.background_prompt, brief.description)


def find_falling(brief: ShotBrief) -> str:
    """Return what falls in front of a shot, "rain" or "snow", "" for nothing."""
    place = find_place(brief)
    return "" if place.indoors or place.weather is None else FALLING.get(place.weather, "")


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
    traits = tuple(_count_out(one, place, staging) for place, one in enumerate(traits))
    members = stage_members(traits, staging)
    if brief.shot_type not in _WITHOUT_EXTRAS:
        members += stage_extras(staging.extras, members)
    if not is_close(brief.shot_type) and not find_place(brief).indoors:
        members = share_vehicles(members)
    things = (*staging.things, *brief.props)
    return Cast(members, brief.mood, things, choose_view(brief.angle), is_staged=bool(figures))


def _count_out(traits: Traits, place: int, staging: Staging) -> Traits:
    """Return a group's traits with as many companions as its figure counts."""
    figure = staging.find(traits.name, is_first=place == 0)
    if figure is None or not figure.count or not traits.companions:
        return traits
    others = (
        replace(
            traits.companions[at % len(traits.companions)], name=f"{traits.name} {at}", face=at * 0.37 % 1
        )
        for at in range(len(traits.companions) + 2, figure.count + 1)
    )
    return replace(traits, companions=(*traits.companions, *others)[: figure.count - 1])


def _point_camera(painting: Painting, area: StandingArea, cast: Cast, shot_type: str) -> None:
    """Look at the set from the shot's angle, and from so near as its size says."""
    canvas, view = painting.canvas, cast.view
    if not is_close(shot_type):
        painting.keystone = Keystone(canvas.width, canvas.height, view.tilt)
        share = _PERSON_SHARES.get(shot_type, _PERSON_SHARES["wide"])
        height = canvas.height / (max(1.0, share / area.person_share) * view.zoom)
        # From below there is more sky behind people, from above more ground.
        foot = area.ground / canvas.height - (view.centre - EYE_LEVEL.centre) * _SINKING
        painting.show_part(height, area.middle * canvas.width, area.middle, area.ground - foot * height)
        return
    painting.keystone = Keystone(canvas.width, canvas.height, view.tilt / 2)
    share, painting.blur = _CLOSENESS[shot_type]
    height = canvas.height / max(1.0, share / area.person_share)
    head = area.ground - canvas.reach * area.person_share * 0.93
    spot, beside = _choose_landmark(area, cast, shot_type)
    painting.show_part(height, spot * canvas.width, beside, head - _HEAD_LEVEL * height)
    _step_back(painting)


def _choose_landmark(area: StandingArea, cast: Cast, shot_type: str) -> tuple[float, float]:
    """Return what of the set a close shot shows, and where in the picture, both in shares of the width."""
    shown = list_shown(cast.members, shot_type)
    side: Side = shown[0].figure.side if len(shown) == 1 else "middle"
    wanted = _BEHIND[side]
    if not area.landmarks:
        return wanted, 0.5
    return min(area.landmarks, key=lambda mark: (abs(mark - wanted), mark)), _BESIDE[side]


def _step_back(painting: Painting) -> None:
    """Turn the set into a soft backdrop that its light joins, and clear what stands before a face."""
    painting["light"].shapes.extend(painting["air"].shapes)
    painting["air"].shapes.clear()
    painting["foreground"].shapes.clear()
