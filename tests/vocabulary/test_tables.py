"""Tables over the vocabulary hold every one of its words."""

from app.film.boards.cast.expression import choose_expression
from app.film.boards.palette import choose_palette
from app.providers.image.prompt import SHOTS, STYLES
from app.story.location import Location
from app.story.prompts import write_background_prompt
from app.vocabulary.frame import ASPECT_RATIOS, OVERSCAN, RESOLUTIONS, frame_size, still_size
from app.vocabulary.frame import STYLES as ALL_STYLES
from app.vocabulary.light import MOODS, TIMES_OF_DAY, Weather
from app.vocabulary.places import Place
from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting
from app.vocabulary.shots import SHOT_TYPES
from app.vocabulary.species import ANIMALS, Species
from app.vocabulary.staging import POSTURE_WORDS, Posture

FIELD = Place(Setting.FIELD, indoors=False)


def test_every_size_of_shot_and_every_style_has_words_for_a_prompt() -> None:
    assert set(SHOTS) == set(SHOT_TYPES)
    assert set(STYLES) == set(ALL_STYLES)


def test_every_mood_has_an_expression_and_a_light_of_its_own() -> None:
    assert len({choose_expression(mood) for mood in MOODS}) == len(MOODS)
    assert len({choose_palette("day", mood) for mood in MOODS}) == len(MOODS)


def test_every_time_of_day_has_a_light_and_words_of_its_own() -> None:
    locations = [Location("field", time_of_day=time) for time in TIMES_OF_DAY]

    assert len({choose_palette(time, "calm") for time in TIMES_OF_DAY}) == len(TIMES_OF_DAY)
    assert len({write_background_prompt(at, FIELD, "calm") for at in locations}) == len(TIMES_OF_DAY)


def test_every_weather_has_words_for_a_prompt() -> None:
    places = [Place(Setting.FIELD, False, weather) for weather in (None, *Weather)]

    assert len({write_background_prompt(Location(), place, "calm") for place in places}) == len(places)


def test_every_setting_and_species_has_its_facts() -> None:
    assert set(SETTINGS) == set(Setting)
    assert set(ANIMALS) == set(Species)


def test_every_posture_but_standing_has_its_words() -> None:
    assert set(POSTURE_WORDS) == set(Posture) - {Posture.STAND}


def test_stills_are_larger_than_frames_by_the_overscan_and_even() -> None:
    sizes = [frame_size(resolution, aspect) for resolution in RESOLUTIONS for aspect in ASPECT_RATIOS]

    sides = [(side, still) for size in sizes for side, still in zip(size, still_size(size), strict=True)]
    assert all(still % 2 == 0 and abs(still - side * OVERSCAN) <= 1 for side, still in sides)
