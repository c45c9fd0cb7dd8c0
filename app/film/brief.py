"""What the film department is told: the scene to draw and the look to draw it in."""

from dataclasses import dataclass


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
    """How a film is drawn. `size` is the frame in pixels; stills are larger, see `still_size`."""

    size: tuple[int, int]
    style: str = "storybook"
    seed: int = 0
