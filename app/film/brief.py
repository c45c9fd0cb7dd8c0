"""What the film department is told: the scene to draw and the look to draw it in."""

from dataclasses import dataclass

SHOT_TYPES = (
    "extreme_wide",
    "wide",
    "full",
    "medium",
    "medium_close_up",
    "close_up",
    "two_shot",
    "over_the_shoulder",
)
CAMERA_MOVES = (
    "static",
    "push_in",
    "pull_out",
    "pan_left",
    "pan_right",
    "tilt_up",
    "tilt_down",
)
TIMES_OF_DAY = ("dawn", "morning", "day", "sunset", "dusk", "night")
MOODS = ("calm", "warm", "joyful", "sad", "tense", "fearful", "mysterious")

ASPECT_RATIOS = ("16:9", "9:16", "1:1")
RESOLUTIONS = ("480p", "720p", "1080p")
_SIZES = {"480p": (854, 480), "720p": (1280, 720), "1080p": (1920, 1080)}


def frame_size(resolution: str, aspect_ratio: str) -> tuple[int, int]:
    """Give width and height in pixels of a film frame, both even."""
    width, height = _SIZES[resolution]
    return {"16:9": (width, height), "9:16": (height, width), "1:1": (height, height)}[aspect_ratio]


@dataclass(frozen=True, slots=True)
class SceneBrief:
    """What the artist needs to know of one scene.

    Words outside the vocabularies above are allowed everywhere (writers edit scenes freely) and fall back
    to the nearest known one. `character_prompts` describe the people of `characters`, in the same order.
    """

    number: int
    heading: str
    description: str
    characters: tuple[str, ...] = ()
    character_prompts: tuple[str, ...] = ()
    background_prompt: str = ""
    setting: str = ""
    time_of_day: str = "day"
    mood: str = "calm"
    shot_type: str = "wide"
    camera_move: str = "static"


@dataclass(frozen=True, slots=True)
class Look:
    """How a film is drawn. `size` is the frame in pixels; stills are larger, see `camera.OVERSCAN`."""

    size: tuple[int, int]
    style: str = "storybook"
    seed: int = 0
