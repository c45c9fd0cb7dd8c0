"""Shots of a scene, as plain frozen data."""

from dataclasses import dataclass

from app.story.beat import Beat
from app.vocabulary.shots import Angle, CameraMove, ShotType
from app.vocabulary.staging import Staging

MAX_SHOTS_OF_SCENE = 40
MAX_SHOTS = 12_000
"""The most shots that a scene and a project may have; what goes over gets longer shots."""


@dataclass(frozen=True, slots=True)
class ShotDraft:
    """One shot of a scene, with everything that is known of it before anything is drawn.

    `text` is the part of the scene's narration that is heard while it is seen: joined, the texts of a scene's
    shots are its narration, character for character. `action` says in an English sentence what is seen,
    `characters` are those in frame, the subject first, `props` the nouns of things that matter. `prompt` is
    a person's own words for the picture, which overrule the staging. `duration_sec` is the planned screen
    time in seconds, with the scene's lead in the first shot and its tail in the last one.

    `staging` is what is seen as data, None where only words say it. `beats` are the events of this part of
    the scene, with offsets into its description; all shots together have all of the scene's.
    """

    text: str
    shot_type: ShotType
    action: str = ""
    characters: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    angle: Angle = "eye"
    camera_move: CameraMove = "static"
    prompt: str = ""
    duration_sec: float = 0.0
    staging: Staging | None = None
    beats: tuple[Beat, ...] = ()


def name_shot(scene_index: int, shot_index: int) -> str:
    """Return the number of a shot as slates have it, "3B"; both indexes count from 0."""
    return f"{scene_index + 1}{letter_shot(shot_index)}"


def letter_shot(shot_index: int) -> str:
    """Return the letters of a shot within its scene: A to Z, then AA and so on."""
    letters = ""
    left = shot_index + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
