"""Scenes to cover: written beats and lines, with no reader between."""

from collections.abc import Sequence

from app.story.beat import Beat
from app.story.scene import DialogueLine, SceneDraft
from app.vocabulary.actions import Action
from app.vocabulary.looks import CharacterLook


def make_beat(
    text: str,
    words: str,
    action: Action | None,
    agents: Sequence[str] = (),
    patients: Sequence[str] = (),
    **more: str,
) -> Beat:
    """Return the beat that some words of a text tell."""
    start = text.index(words)
    verb = more.pop("verb", action.value if action else "think")
    return Beat(start, start + len(words), verb, action, tuple(agents), tuple(patients), **more)  # type: ignore[arg-type]


def make_scene(
    text: str,
    characters: Sequence[str] = (),
    beats: Sequence[Beat] = (),
    dialogue: Sequence[tuple[str, str]] = (),
    *,
    shot_type: str = "wide",
    camera_move: str = "static",
    mood: str = "calm",
) -> SceneDraft:
    """Return a scene in a kitchen by day whose narration is its description."""
    return SceneDraft(
        heading="INT. KITCHEN - DAY",
        description=text,
        narration=text,
        dialogue=tuple(DialogueLine(*line) for line in dialogue),
        characters=tuple(characters),
        background_prompt="",
        character_prompts=("",) * len(characters),
        setting="kitchen",
        duration_sec=5.0,
        looks=tuple(CharacterLook() for _ in characters),
        beats=tuple(beats),
        time_of_day="day",
        mood=mood,
        shot_type=shot_type,
        camera_move=camera_move,
    )
