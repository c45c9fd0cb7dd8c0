"""Scenes of a story, as plain frozen data."""

from dataclasses import dataclass

from app.story.beat import Beat
from app.story.cast import CharacterDraft
from app.story.shot import ShotDraft
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place

MAX_SCENES = 2000
"""The most scenes that a project may have."""


@dataclass(frozen=True, slots=True)
class DialogueLine:
    """One spoken line; `line` stands word for word in the scene's narration."""

    character: str
    line: str


@dataclass(frozen=True, slots=True)
class SceneDraft:
    """One scene of a story, with everything that is known of it before anything is drawn.

    `description` is the scene's part of the story, word for word: joined, the descriptions of all scenes
    hold the whole story in order. `narration` is what is spoken: the same text made make_speakable, or a
    condensed form of it; `notes` then says so. `duration_sec` is the planned screen time in seconds.

    `looks`, in the order of `characters`, and `place` are what the scene shows as data; the prompts say the
    same in words. A look or the place is None where a person has written the words themselves. `beats` are
    the scene's events, with offsets into its description. `shots` cover it, in order; `shot_type` and
    `camera_move` are meant for the first of them.
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
    looks: tuple[CharacterLook | None, ...] = ()
    place: Place | None = None
    beats: tuple[Beat, ...] = ()
    shots: tuple[ShotDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """A whole story, read: its scenes in order, and its cast in order of importance."""

    scenes: tuple[SceneDraft, ...]
    cast: tuple[CharacterDraft, ...] = ()
