"""The closed vocabularies of the API: the words that a field takes, and the nearest one to any other word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Generic, TypeVar, cast, get_args

from app.vocabulary.frame import STYLES, Style
from app.vocabulary.light import MOODS, TIMES_OF_DAY, Mood, TimeOfDay
from app.vocabulary.looks import Kind
from app.vocabulary.people import Age, Gender
from app.vocabulary.shots import (
    ANGLES,
    CAMERA_MOVES,
    SCENE_SHOT_TYPES,
    SHOT_TYPES,
    Angle,
    CameraMove,
    SceneShotType,
    ShotType,
)

Term = TypeVar("Term", bound=str)
# How alike two words must be, from 0 to 1, for one to be taken for a spelling of the other.
_LIKENESS = 0.75


@dataclass(frozen=True)
class Vocabulary(Generic[Term]):
    """The words of a field; `default` stands for what is near to none of them, `synonyms` are other words."""

    words: tuple[Term, ...]
    default: Term
    synonyms: Mapping[str, Term] = field(default_factory=dict)

    def nearest(self, text: str) -> Term:
        """Return the word that a text means: a word itself, a synonym, another spelling, or the default."""
        if text in self.words:
            return text
        known = {word: word for word in self.words} | dict(self.synonyms)
        name = "_".join(re.findall(r"[a-z]+", text[:40].casefold()))
        alike = get_close_matches(name, known, 1, _LIKENESS)
        parts = [part for part in name.split("_") if part in known]
        found = next(iter([*alike, *parts]), None)
        return known[found] if found else self.default


def _group(groups: Mapping[Term, str]) -> dict[str, Term]:
    return {synonym: word for word, synonyms in groups.items() for synonym in synonyms.split()}


STYLE = Vocabulary[Style](
    STYLES, "storybook", _group({"pencil": "sketch graphite drawing", "noir": "film_noir black_and_white"})
)
SHOT_TYPE = Vocabulary[ShotType](
    SHOT_TYPES,
    "wide",
    _group(
        {
            "extreme_wide": "establishing establishing_shot extreme_long extreme_long_shot aerial",
            "wide": "long long_shot master master_shot",
            "full": "full_body",
            "medium": "waist american cowboy",
            "close_up": "close closeup extreme_close_up face",
            "insert": "detail cutaway cut_in",
            "two_shot": "two pair group_shot",
            "over_the_shoulder": "ots over_shoulder",
            "point_of_view": "pov subjective",
        }
    ),
)
_WIDER: dict[str, SceneShotType] = {"insert": "close_up", "point_of_view": "wide"}
SCENE_SHOT_TYPE = Vocabulary[SceneShotType](
    SCENE_SHOT_TYPES,
    "wide",
    _WIDER
    | {name: _WIDER.get(word) or cast(SceneShotType, word) for name, word in SHOT_TYPE.synonyms.items()},
)
ANGLE = Vocabulary[Angle](
    ANGLES,
    "eye",
    _group(
        {
            "eye": "eye_level level straight straight_on neutral",
            "low": "worm worms_eye from_below up",
            "high": "from_above down",
            "overhead": "top top_down bird birds_eye bird_s_eye aerial",
        }
    ),
)
CAMERA_MOVE = Vocabulary[CameraMove](
    CAMERA_MOVES,
    "static",
    _group(
        {
            "static": "none locked locked_off still fixed",
            "push_in": "zoom_in dolly_in track_in zoom dolly push in",
            "pull_out": "zoom_out dolly_out track_out pull pull_back out",
            "pan_left": "left truck_left",
            "pan_right": "pan right truck_right track tracking",
            "tilt_up": "tilt up crane_up",
            "tilt_down": "down crane_down",
        }
    ),
)
TIME_OF_DAY = Vocabulary[TimeOfDay](
    TIMES_OF_DAY,
    "day",
    _group(
        {
            "dawn": "sunrise daybreak",
            "day": "noon midday afternoon daytime",
            "sunset": "golden_hour",
            "dusk": "evening twilight nightfall",
            "night": "midnight nighttime",
        }
    ),
)
MOOD = Vocabulary[Mood](
    MOODS,
    "calm",
    _group(
        {
            "calm": "peaceful quiet serene neutral",
            "warm": "romantic tender hopeful cosy cozy gentle",
            "joyful": "happy cheerful funny excited playful",
            "sad": "melancholic melancholy lonely sorrowful gloomy",
            "tense": "angry suspenseful dramatic urgent dangerous",
            "fearful": "scary afraid frightening dark horror",
            "mysterious": "eerie magical mystical strange",
        }
    ),
)
AGE = Vocabulary[Age](
    get_args(Age),
    "adult",
    _group(
        {
            "baby": "infant newborn",
            "child": "kid toddler boy girl",
            "teen": "teenager teenage adolescent youth",
            "adult": "young_adult grown middle_aged man woman",
            "old": "elderly aged senior elder",
        }
    ),
)
GENDER = Vocabulary[Gender](
    get_args(Gender), "neutral", _group({"female": "woman girl f", "male": "man boy m"})
)
KIND = Vocabulary[Kind](
    get_args(Kind),
    "person",
    _group({"person": "human", "animal": "beast", "robot": "machine android", "other": "creature object"}),
)
