"""What cutting a story yields: scenes, as plain frozen data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DialogueLine:
    """One spoken line; `line` stands word for word in the scene's narration."""

    character: str
    line: str


@dataclass(frozen=True, slots=True)
class SceneDraft:
    """One scene of a story, with everything that can be said of it before anything is drawn.

    `description` is the scene's part of the story, word for word: joined, the descriptions of all scenes
    hold the whole story in order. `narration` is what is spoken: the same text made speakable, or a
    condensed form of it; `notes` then says so. `duration_sec` is the planned screen time in seconds.
    """

    heading: str
    description: str
    narration: str
    dialogue: tuple[DialogueLine, ...]
    characters: tuple[str, ...]
    background_prompt: str
    character_prompts: tuple[str, ...]
    setting: str
    time_of_day: str
    mood: str
    shot_type: str
    camera_move: str
    duration_sec: float
    notes: tuple[str, ...] = ()
